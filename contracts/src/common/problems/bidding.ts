import type { ProblemSection } from './problem.js';

/** Registrations, bids and draws (domain §11). */
export const biddingProblems = {
  'bidding.closed': {
    status: 409,
    'zh-CN': '竞价已于 {closedAt} 结束，不再接受报价或报名。请查看结果公示。',
    en: 'This closed at {closedAt}; no bid or registration is accepted any more. See the published result.',
  },
  'bidding.replay-after-close': {
    status: 409,
    'zh-CN': '竞价结束后方可回放。请先到竞价大厅旁观。',
    en: 'An auction can be replayed once it is over. Until then watch it in its room.',
  },
  'bidding.own-listing': {
    status: 409,
    'zh-CN': '不能竞买本单位的挂牌。',
    en: 'A party cannot bid for its own listing.',
  },
  'bidding.not-registered': {
    status: 409,
    'zh-CN': '{bidder} 没有报名或保证金尚未到账，不能报价。请在 {depositCloseAt} 之前报名并缴纳保证金。',
    en: '{bidder} is not registered, or its deposit has not arrived. Register and pay the deposit before {depositCloseAt}.',
  },
  'bidding.already-registered': {
    status: 409,
    'zh-CN': '{bidder} 已报名，无需重复报名。',
    en: '{bidder} is registered already; there is nothing more to do.',
  },
  'bidding.not-in-window': {
    status: 409,
    'zh-CN': '现在不是可报价的时段：{cause}。下一时段自 {from} 起。',
    en: 'This is not the time to bid: {cause}. The next window starts at {from}.',
  },
  'bidding.not-entered': {
    status: 409,
    'zh-CN': '{bidder} 在挂牌期内没有有效报价，不能进入限时竞价。',
    en: '{bidder} made no valid bid while the listing was open, so it has no right to timed bidding.',
  },
  'bidding.above-ceiling': {
    status: 409,
    'zh-CN':
      '报价 {priceCny} 元高于最高限价 {ceilingCny} 元，超出 {excessCny} 元。最高可报 {ceilingCny} 元。',
    en: 'The bid of {priceCny} CNY is {excessCny} CNY above the ceiling. Bid at most {ceilingCny} CNY.',
  },
  'bidding.below-minimum': {
    status: 409,
    'zh-CN':
      '报价 {priceCny} 元低于当前最低可报价 {minimumCny} 元，差 {missingCny} 元。请报 {minimumCny} 元或更高；如已达最高限价，只能接受最高限价并参加摇号。',
    en: 'The bid of {priceCny} CNY is {missingCny} CNY below the lowest bid that counts now. Bid {minimumCny} CNY or more; once the ceiling is reached, accept it to take part in the draw.',
  },
  'bidding.not-on-step': {
    status: 409,
    'zh-CN':
      '报价 {priceCny} 元不是起始价加整数个加价幅度（{stepCny} 元）。相邻可报价为 {lowerCny} 元和 {upperCny} 元。',
    en: 'The bid of {priceCny} CNY is not the start price plus whole steps of {stepCny} CNY. The nearest are {lowerCny} and {upperCny} CNY.',
  },
  'bidding.proxy-off': {
    status: 409,
    'zh-CN': '本次竞价不接受委托限价。请直接报价，不要填写委托限价。',
    en: 'This auction takes no proxy limits. Bid a price and leave the limit out.',
  },
  'bidding.proxy-below-bid': {
    status: 409,
    'zh-CN': '委托限价 {limitCny} 元低于本次报价 {priceCny} 元。请填写不低于报价的限价，或不填。',
    en: 'The proxy limit of {limitCny} CNY is below the bid of {priceCny} CNY. Name a limit at or above the bid, or none.',
  },
  'bidding.limit-too-low': {
    status: 409,
    'zh-CN':
      '委托限价须不低于 {minimumCny} 元（领先时为本方报价，否则为下一个有效报价）。请提高限价，或撤回委托。',
    en: 'A proxy limit must reach {minimumCny} CNY: its own bid for a leader, the next bid that counts for others. Name a higher limit, or withdraw it.',
  },
  'bidding.ceiling-not-reached': {
    status: 409,
    'zh-CN': '尚未达到最高限价，目前请按加价幅度报价。',
    en: 'The ceiling is not reached. Bid by steps for now.',
  },
  'bidding.already-accepted': {
    status: 409,
    'zh-CN': '{bidder} 已接受最高限价，无需重复操作。',
    en: '{bidder} has accepted the ceiling already; there is nothing more to do.',
  },
  'bidding.items-needed': {
    status: 400,
    'zh-CN': '参加反向收购须写明拟出让的批次和数量，请至少选择一个批次。',
    en: 'An offer to a reverse purchase names the lots that are put up. Choose at least one.',
  },
  'bidding.offer-differs': {
    status: 409,
    'zh-CN': '拟出让的{component}为 {offered}，收购需要 {wanted}，两者须完全相等。请调整批次数量。',
    en: 'The offer has {offered} of {component}, the purchase asks for exactly {wanted}. Change the quantities.',
  },
  'bidding.offer-not-waiting': {
    status: 409,
    'zh-CN': '这份应售材料当前为{status}，无需复核。请刷新后查看。',
    en: 'This offer is {status}: there is nothing to certify. Reload to see it.',
  },
  'bidding.quantity-invalid': {
    status: 400,
    'zh-CN': '申购面积 {askedHa} 公顷应大于零且不超过 {offeredHa} 公顷。请改正。',
    en: 'The quantity of {askedHa} ha has to be above zero and at most {offeredHa} ha. Correct it.',
  },
  'bidding.sealed-malformed': {
    status: 400,
    'zh-CN': '密封报价无法识别或不属于本次竞价，请在竞价页面重新生成。',
    en: 'The sealed bid cannot be read or belongs to another auction. Make it anew on the page of this auction.',
  },
  'bidding.sealed-foreign': {
    status: 409,
    'zh-CN': '这份密封报价是为另一场竞价或另一竞买人生成的。请在本场竞价页面由 {bidder} 重新生成。',
    en: 'This sealed bid was made for another auction or another bidder. Make it anew on this page, as {bidder}.',
  },
  'bidding.sealed-replayed': {
    status: 409,
    'zh-CN': '这份密封报价已经收到过（第 {seq} 号回执），没有再次计入。如要另报，请重新生成。',
    en: 'This sealed bid was received before (receipt {seq}) and is not counted again. Make a new one to bid again.',
  },
  'bidding.sealed-only': {
    status: 409,
    'zh-CN': '本场为密封报价，请在竞价页面加密后提交，不要提交明文价格。',
    en: 'This auction takes sealed bids only. Seal the bid on its page; never send a price in the clear.',
  },
  'bidding.share-wrong': {
    status: 409,
    'zh-CN': '提交的密钥份额与公告的摘要不符。请用领取份额时的密钥重新解开。',
    en: 'This share does not match the digest that was published. Open it again with the key it was sealed to.',
  },
  'bidding.share-not-yours': {
    status: 403,
    'zh-CN': '贵单位不是本场密封竞价的密钥持有人，或已提交过份额。',
    en: 'Your party holds no share of this auction, or has given it already.',
  },
  'bidding.revelation-wrong': {
    status: 409,
    'zh-CN': '揭示的内容与当时密封的承诺不符。请使用保存的报价回执原文。',
    en: 'What was revealed does not meet the commitment of the sealed bid. Use the text that was kept with the receipt.',
  },
  'bidding.not-opened': {
    status: 409,
    'zh-CN': '密封报价要到 {opensAt} 之后、由两方共同开启，现在不能查看。',
    en: 'Sealed bids are opened by two holders after {opensAt}; nothing can be read before.',
  },
} as const satisfies ProblemSection;
