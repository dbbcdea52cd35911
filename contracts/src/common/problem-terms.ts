/**
 * Words for code-like values in a refusal's params, by param name: `{component: 'paddy'}` reads 水田 in Chinese.
 * A value that stands in no table is shown as it is (amounts, numbers of documents, names).
 */
export interface Term {
  readonly 'zh-CN': string;
  readonly en: string;
}

const term = (zh: string, en: string): Term => ({ 'zh-CN': zh, en });

const listingStatuses: Record<string, Term> = {
  draft: term('草稿', 'a draft'),
  'county-certified': term('县级已签发', 'certified by the county'),
  'city-review': term('市级审核中', 'under review by the city'),
  'region-review': term('自治区审核中', 'under review by the region'),
  'gov-approval': term('待自治区政府批准', 'awaiting the region government'),
  'prefecture-window': term('市内优先期', 'in the city window'),
  notice: term('公告期', 'under notice'),
  'listing-open': term('挂牌期', 'open'),
  'timed-bidding': term('限时竞价', 'in timed bidding'),
  'ceiling-reached': term('已达最高限价', 'at the ceiling'),
  lottery: term('摇号中', 'in the draw'),
  'closed-sold': term('已成交', 'sold'),
  'closed-failed': term('流拍', 'unsold'),
  suspended: term('中止', 'suspended'),
  terminated: term('终止', 'terminated'),
  withdrawn: term('已撤牌', 'withdrawn'),
};

const tradeStatuses: Record<string, Term> = {
  'pre-deal': term('预成交', 'a preliminary award'),
  'result-publicity': term('结果公示中', 'in result publication'),
  confirmed: term('已确认成交', 'confirmed'),
  'contract-signed': term('合同已签', 'under a signed contract'),
  'payment-due': term('待付款', 'awaiting payment'),
  paid: term('已付款', 'paid'),
  'transfer-filed': term('已申请划转', 'filed for transfer'),
  'quota-transferred': term('已划转', 'transferred'),
  'certificate-issued': term('已发证', 'certified'),
  'proceeds-distributed': term('收益已分配', 'distributed'),
  completed: term('已完成', 'completed'),
  'objection-hold': term('异议处理中', 'on hold for an objection'),
  defaulted: term('违约', 'in default'),
  annulled: term('已撤销', 'annulled'),
};

const moneyStates: Record<string, Term> = {
  requested: term('待付款', 'awaiting payment'),
  submitted: term('处理中', 'under way'),
  unknown: term('结果核对中', 'being checked with the provider'),
  succeeded: term('已完成', 'done'),
  failed: term('未成功', 'failed'),
  canceled: term('已取消', 'canceled'),
  waiting: term('待经办', 'awaiting preparation'),
  prepared: term('待复核', 'awaiting release'),
  released: term('已放行', 'released'),
};

/** Terms by the name of the param that carries them. */
export const problemTerms: Readonly<Record<string, Readonly<Record<string, Term>>>> = {
  component: {
    area: term('耕地数量', 'area'),
    paddy: term('水田', 'paddy'),
    capacity: term('粮食产能', 'grain capacity'),
  },
  ground: {
    'idle-land': term('闲置土地处置未达标', 'idle land not cleared'),
    assessment: term('耕地保护考核不合格', 'a failed farmland assessment'),
    'bad-record': term('严重违法失信', 'a bad record'),
    default: term('交易违约', 'a default in an earlier trade'),
  },
  category: {
    construction: term('一般建设', 'construction'),
    'national-key': term('国家重点项目', 'national key project'),
    'regional-key': term('自治区重点项目', 'regional key project'),
    livelihood: term('民生项目', 'livelihood project'),
    'village-housing': term('农民住宅', 'villager housing'),
    'rural-development': term('乡村发展', 'rural development'),
  },
  lane: {
    'county-check': term('县级复核', 'the county check'),
    city: term('市级', 'the city'),
    region: term('自治区自然资源厅', 'the region department'),
    'region-government': term('自治区人民政府', 'the region government'),
  },
  cause: {
    'funding-source': term(
      '资金来源为新增建设用地有偿使用费',
      'it was paid from the new construction land fee',
    ),
    'not-accepted': term('项目尚未验收', 'its project is not accepted'),
    'not-filed': term('尚未在部系统报备', 'its project is not filed with the ministry'),
    'not-measured': term('新增耕地未经实测', 'its new farmland is not measured'),
    'land-class-unchanged': term(
      '年度变更调查尚未变更地类',
      'the annual survey does not show the new land class yet',
    ),
    frozen: term('已被冻结', 'it is frozen'),
    expired: term('已过有效期', 'its validity has run out'),
    bought: term('购入的指标不得转售', 'bought quota cannot be resold'),
    'not-owner': term('不属于该单位', 'it does not belong to this party'),
    'residents-not-resettled': term('拆旧区群众尚未安置', 'its residents are not resettled'),
    'buyer-type': term(
      '竞买人应为县、开发区、单独选址项目或经县级同意的单位',
      'a buyer is a county, a zone, a standalone project, or a unit with the consent of its county',
    ),
    unknown: term('没有这宗挂牌', 'there is no such listing'),
    'other-kind': term('与其他挂牌不是同一类指标', 'it is of another kind than the others'),
    'not-in-notice': term('不在公告期内', 'it is not in its notice'),
    'in-an-order': term('已在另一次排序中', 'it is in an order already'),
    'one-seller': term('都来自同一单位', 'they are all of one seller'),
    'no-deficit': term('超出经核定的缺口', 'it exceeds the certified deficit'),
    'not-yet-open': term('挂牌尚未开始', 'the listing has not opened'),
    'listing-bids-stopped': term('挂牌期报价已截止', 'bids of the listing phase have stopped'),
    'city-window': term('市内优先期只接受本市单位', 'the city window is for parties of the same city'),
    suspended: term('竞价已中止', 'the auction is suspended'),
    'ceiling-reached': term('已达最高限价', 'the ceiling is reached'),
  },
  action: {
    certify: term('签发', 'the certificate'),
    edit: term('编辑', 'editing'),
    approve: term('审批', 'approval'),
    reject: term('审批', 'approval'),
    withdraw: term('撤牌', 'withdrawal'),
    'accept-reduction': term('接受减量', 'accepting the reduction'),
    resume: term('恢复', 'resuming'),
    open: term('开始报价', 'opening'),
    'start-timed': term('转入限时竞价', 'the start of timed bidding'),
    'timed-bid': term('限时报价', 'a timed bid'),
    'reach-ceiling': term('到达最高限价', 'reaching the ceiling'),
    draw: term('摇号', 'the draw'),
    sell: term('成交', 'the sale'),
    fail: term('流拍', 'ending it unsold'),
  },
  form: {
    'timed-bidding': term('挂牌限时竞价', 'listing and timed bidding'),
    'fixed-price': term('一口价', 'fixed price'),
    'sealed-uniform': term('密封统一价', 'sealed uniform price'),
    'sealed-first-price': term('密封最高价', 'sealed first price'),
    'reverse-purchase': term('反向收购', 'reverse purchase'),
    negotiated: term('协议转让', 'negotiated transfer'),
    allocation: term('政府调剂', 'government allocation'),
  },
  rule: {
    area: term('占一补一', 'occupy one, supply one'),
    paddy: term('占水田补水田', 'paddy for paddy'),
    capacity: term('占优补优', 'good land for good land'),
  },
  step: {
    approve: term('立项', 'approval'),
    start: term('开工', 'the start of construction'),
    'self-check': term('县级自验', 'the county check'),
    'city-review': term('市级复核', 'the review by the city'),
    confirm: term('自治区确认', 'confirmation by the region'),
    'demolition-accept': term('拆旧验收', 'acceptance of the demolition'),
    file: term('部系统报备', 'filing with the ministry'),
    bank: term('入库', 'banking'),
    reject: term('不予通过', 'rejection'),
  },
  projectStatus: {
    filed: term('已申报', 'filed'),
    approved: term('已立项', 'approved'),
    'under-construction': term('施工中', 'under construction'),
    acceptance: term('验收中', 'in acceptance'),
    'demolition-accepted': term('拆旧已验收', 'accepted after demolition'),
    'filed-with-ministry': term('已报备', 'filed with the ministry'),
    banked: term('已入库', 'banked'),
    rejected: term('未通过', 'rejected'),
  },
  evidence: {
    'village-consent': term('村集体同意书', 'consent of the village'),
    acceptance: term('验收文件', 'the acceptance document'),
    filing: term('报备证明', 'proof of the filing'),
    demolition: term('拆旧验收材料', 'proof of the demolition'),
    resettlement: term('群众安置材料', 'proof that residents are resettled'),
  },
  until: { none: term('恢复资格时', 'it is reinstated') },
  signedOn: { never: term('无', 'never') },
  status: { ...listingStatuses, ...tradeStatuses },
  state: moneyStates,
};
