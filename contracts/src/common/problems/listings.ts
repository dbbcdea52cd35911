import type { ProblemSection } from './problem.js';

/** Drafts, prices, approvals and notices (domain §7, §10, §16). */
export const listingsProblems = {
  'listing.not-found': {
    status: 404,
    'zh-CN': '没有找到挂牌 {listing}，或您无权查看。',
    en: 'There is no listing {listing} that you may see.',
  },
  'listing.wrong-status': {
    status: 409,
    'zh-CN': '挂牌当前为{status}，不能进行“{action}”。请刷新后查看可做的操作。',
    en: 'The listing is {status}, which does not allow {action}. Reload to see what it allows.',
  },
  'listing.not-approved': {
    status: 409,
    'zh-CN': '挂牌尚未完成审批，待“{lane}”签署。请等待审批完成。',
    en: 'The listing is not approved yet: {lane} has to sign. Wait for the approval.',
  },
  'listing.interest-undeclared': {
    status: 422,
    'zh-CN': '签署前须声明与本挂牌的双方及标的是否有利害关系。',
    en: 'Before you sign, declare whether you have an interest in this listing or its sides.',
  },
  'calendar.day-past': {
    status: 422,
    'zh-CN': '{day} 已到或已过，只能调整以后的日期：已起算的期限不变。',
    en: '{day} has come or gone; only days to come can be set: what is counted already stays.',
  },
  'calendar.range': {
    status: 422,
    'zh-CN': '结束日期须不早于开始日期，一次最多 {most} 天。',
    en: 'The last day is not before the first, and at most {most} days go at once.',
  },
  'policy.nothing-changed': {
    status: 422,
    'zh-CN': '草案与现行规则相同，没有需要发布的内容。',
    en: 'The draft says what is in force already; there is nothing to release.',
  },
  'policy.effective-past': {
    status: 422,
    'zh-CN': '生效时间须晚于现在：已开始的挂牌按其公告时的规则办理。',
    en: 'A version takes effect in the future: what has begun keeps the rules of its notice.',
  },
  'policy.decided': {
    status: 409,
    'zh-CN': '该草案已经发布或者撤回。',
    en: 'This draft has been released or withdrawn already.',
  },
  'listing.sample-decided': {
    status: 409,
    'zh-CN': '该抽查已有结论，不能重复填报。',
    en: 'This sample has its finding already.',
  },
  'listing.interest-held': {
    status: 409,
    'zh-CN': '您已声明有利害关系，应当回避。请由本单位其他签批人签署。',
    en: 'You declared an interest, so you may not sign. Another approver of your unit has to.',
  },
  'listing.lane-not-yours': {
    status: 403,
    'zh-CN': '当前待签署的环节为“{lane}”，您的单位不能签署。',
    en: 'The lane to sign now is {lane}, and it is not for your party to sign.',
  },
  'listing.no-items': {
    status: 400,
    'zh-CN': '挂牌没有指标，请至少选择一个批次并填写数量。',
    en: 'The listing has no quota. Choose at least one lot and a quantity.',
  },
  'listing.mixed-quota': {
    status: 400,
    'zh-CN': '一宗挂牌只能包含同一类指标，请分开挂牌。',
    en: 'One listing holds one kind of quota. List the kinds apart.',
  },
  'listing.below-min-lot': {
    status: 409,
    'zh-CN': '挂牌面积 {areaMu} 亩，少于最小宗数 {minLotMu} 亩，差 {missingMu} 亩。请增加数量。',
    en: 'The listing has {areaMu} mu, {missingMu} mu less than the smallest lot of {minLotMu} mu. List more.',
  },
  'listing.price-out-of-policy': {
    status: 409,
    'zh-CN': '价格 {priceCny} 元超出政策允许的范围 {lowestCny} 至 {highestCny} 元。请调整价格。',
    en: 'The price of {priceCny} CNY is outside what the policy allows, {lowestCny} to {highestCny} CNY. Change the price.',
  },
  'listing.price-invalid': {
    status: 400,
    'zh-CN': '“{field}”为 {valueCny} 元，不符合要求：{expected}。请改正。',
    en: '{field} is {valueCny} CNY, which does not fit: {expected}. Correct it.',
  },
  'listing.form-not-allowed': {
    status: 409,
    'zh-CN': '交易方式“{form}”目前不可用，请选择其他方式。',
    en: 'The form {form} is not available. Choose another.',
  },
  'listing.buyer-needed': {
    status: 400,
    'zh-CN': '协议转让和配置须写明受让方，请填写受让单位。',
    en: 'A negotiated transfer or an allocation names its buyer. Name it.',
  },
  'listing.order-not-possible': {
    status: 409,
    'zh-CN':
      '挂牌 {listing} 不能参加排序：{cause}。请选择同类、在公告期内、尚未排序、来自两个以上单位的挂牌。',
    en: 'Listing {listing} cannot be put in order: {cause}. Choose listings of one kind in their notice, in no order yet, of two sellers or more.',
  },
  'listing.order-not-found': {
    status: 404,
    'zh-CN': '没有找到这次排序。',
    en: 'There is no such order of lots.',
  },
  'listing.order-not-yours': {
    status: 403,
    'zh-CN': '贵单位没有挂牌参加这次排序，不能提交随机数。',
    en: 'Your party has no listing in this order, so it has nothing to contribute.',
  },
  'listing.order-contributed': {
    status: 409,
    'zh-CN': '贵单位已提交过随机数，每个单位只提交一次。',
    en: 'Your party has contributed already; each does so once.',
  },
  'listing.order-drawn': {
    status: 409,
    'zh-CN': '排序已于 {drawnAt} 抽定，不再接受提交。',
    en: 'The order was drawn at {drawnAt}; nothing more is taken.',
  },
  'listing.order-waiting': {
    status: 409,
    'zh-CN': '还有 {missing} 个单位未提交随机数；全部提交后，或 {closesAt} 之后方可抽签。',
    en: '{missing} sellers have not contributed yet. Draw once all have, or after {closesAt}.',
  },
  'listing.wanted-needed': {
    status: 400,
    'zh-CN': '反向收购须写明需要的指标和数量，不选批次。请填写拟收购的数量。',
    en: 'A reverse purchase says what is wanted and names no lots. Fill in the quantities.',
  },
  'listing.uniform-needs-area': {
    status: 400,
    'zh-CN': '统一价密封竞价按面积分配，批次 {lot} 没有面积，不能列入。',
    en: 'A uniform-price auction shares by area, and lot {lot} has none. Leave it out.',
  },
  'listing.sealing-needed': {
    status: 409,
    'zh-CN': '密封竞价须先生成本场密钥并分交三方。请先由{holder}登记持有人密钥，再签发。',
    en: 'A sealed auction needs its key in three shares. Let the {holder} register its key, then certify.',
  },
  'listing.seller-not-eligible': {
    status: 409,
    'zh-CN': '{party} 不能出让指标，出让方应为县级人民政府或持有指标的开发区。',
    en: '{party} cannot sell quota: a seller is a county, or a zone that holds quota.',
  },
  'listing.two-people': {
    status: 403,
    'zh-CN': '起草人与签发人不能是同一人，请由另一位人员签发。',
    en: 'The person who drafted the listing cannot certify it. Ask a second person.',
  },
  'listing.has-bids': {
    status: 409,
    'zh-CN': '挂牌已有 {bids} 次有效报价，出让方不能撤回。请向监管部门申请。',
    en: 'The listing has {bids} valid bids, so the seller cannot withdraw it. Apply to the regulator.',
  },
} as const satisfies ProblemSection;
