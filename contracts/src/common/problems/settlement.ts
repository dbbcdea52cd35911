import type { ProblemSection } from './problem.js';

/** Confirmation, contract, money, transfer, certificate (domain §7, §14). */
export const settlementProblems = {
  'settlement.not-found': {
    status: 404,
    'zh-CN': '没有找到交易 {trade}，或您无权查看。',
    en: 'There is no trade {trade} that you may see.',
  },
  'settlement.not-due': {
    status: 409,
    'zh-CN': '交易当前为{status}，“{action}”最早可于 {dueAt} 办理。',
    en: 'The trade is {status}; {action} is possible from {dueAt}.',
  },
  'settlement.frozen': {
    status: 409,
    'zh-CN': '交易或其指标已被冻结：{reason}。解冻后方可继续。',
    en: 'The trade or its quota is frozen: {reason}. It goes on once the freeze is lifted.',
  },
  'settlement.wrong-status': {
    status: 409,
    'zh-CN': '交易当前为{status}，不能进行“{action}”。请刷新后查看可做的操作。',
    en: 'The trade is {status}, which does not allow {action}. Reload to see what it allows.',
  },
  'settlement.not-a-party': {
    status: 403,
    'zh-CN': '{party} 不是该交易的一方，不能进行“{action}”。',
    en: '{party} is no party to this trade and cannot do {action}.',
  },
  'settlement.already-signed': {
    status: 409,
    'zh-CN': '{party} 已签署合同，无需重复签署。',
    en: '{party} has signed the contract already; there is nothing more to do.',
  },
  'settlement.already-paid': {
    status: 409,
    'zh-CN': '该笔款项已付清，无需重复支付。',
    en: 'This amount is paid already; there is nothing more to do.',
  },
  'settlement.offer-not-found': {
    status: 404,
    'zh-CN': '没有找到该递补邀约，或您无权查看。',
    en: 'There is no such offer that you may see.',
  },
  'settlement.offer-over': {
    status: 409,
    'zh-CN': '该递补邀约已答复或已于 {at} 到期。',
    en: 'This offer has been answered, or it ended at {at}.',
  },
  'settlement.objection-open': {
    status: 409,
    'zh-CN': '有异议正在处理，交易暂停。请等待处理结果。',
    en: 'An objection is being heard and the trade waits. Wait for the decision.',
  },
  'settlement.objection-late': {
    status: 409,
    'zh-CN': '异议期已于 {endedAt} 结束，不再受理。',
    en: 'The time for objections ended at {endedAt}.',
  },
  'payment.declined': {
    status: 402,
    'zh-CN': '支付未成功：{reason}。请检查账户后用新的支付重试。',
    en: 'The payment did not go through: {reason}. Check the account and try a new payment.',
  },
  'payment.unavailable': {
    status: 503,
    'zh-CN': '支付机构暂无应答，结果未知。系统会自动核对，请勿重复支付。',
    en: 'The payment provider gives no answer and the outcome is not known yet. It is checked automatically; do not pay again.',
  },
  'payment.amount-mismatch': {
    status: 409,
    'zh-CN': '应付 {dueCny} 元，收到 {paidCny} 元，不相符。请联系交易机构核对。',
    en: '{dueCny} CNY are due and {paidCny} CNY arrived. Ask the exchange operator to check.',
  },
  'payment.bad-signature': {
    status: 400,
    'zh-CN': '支付通知的签名无效，已拒收。',
    en: 'The signature of the payment notice is not valid; it was refused.',
  },
  'payment.not-found': {
    status: 404,
    'zh-CN': '没有找到该笔支付，或您无权查看。',
    en: 'There is no such payment that you may see.',
  },
  'payment.already-confirmed': {
    status: 409,
    'zh-CN': '该笔支付已确认付款方式，当前为{state}。请按付款说明操作，无需重复提交。',
    en: 'How to pay was chosen already; the payment is {state}. Follow its instructions; there is nothing to send again.',
  },
  'payment.not-ready': {
    status: 409,
    'zh-CN': '该笔支付当前为{state}，尚未取得收款账号。请先确认付款方式并稍候。',
    en: 'The payment is {state} and has no account to pay to yet. Choose how to pay first, then wait a moment.',
  },
  'payment.stale-notice': {
    status: 400,
    'zh-CN': '支付通知的时间超出允许范围，已拒收。请核对系统时钟。',
    en: 'The payment notice is too old or lies in the future; it was refused. Check the clocks.',
  },
  'payment.wallet-limit': {
    status: 409,
    'zh-CN': '保证金账户还可担保 {freeCny} 元，本次需要 {neededCny} 元。请先充值，或单独缴纳保证金。',
    en: 'The deposit wallet can still stand for {freeCny} CNY and {neededCny} CNY are needed. Top it up, or pay this deposit by itself.',
  },
  'payment.wallet-bound': {
    status: 409,
    'zh-CN': '保证金账户可提取 {freeCny} 元，其余正担保竞买保证金。请减少金额，或待相关竞买结束。',
    en: '{freeCny} CNY can be taken out of the deposit wallet; the rest stands for deposits. Ask for less, or wait until those auctions are over.',
  },
  'payment.deposit-settled': {
    status: 409,
    'zh-CN': '该报名的保证金已为“{status}”，无需再办理。',
    en: 'The deposit of this registration is {status}; there is nothing more to do.',
  },
  'payout.not-found': {
    status: 404,
    'zh-CN': '没有找到该笔拨付。',
    en: 'There is no such payout.',
  },
  'payout.wrong-state': {
    status: 409,
    'zh-CN': '该笔拨付当前为{state}，不能进行此操作。请刷新后再看。',
    en: 'The payout is {state}, which does not allow this. Reload to see what it allows.',
  },
  'payout.names-missing': {
    status: 409,
    'zh-CN': '该笔款项须发放到户，转让方尚未报送发放名册。请在名册报送后再经办。',
    en: 'This is paid out by name and its names are not filed yet. Prepare it once the seller has filed them.',
  },
  'payout.name-twice': {
    status: 422,
    'zh-CN': '名册中“{name}”（尾号 {accountTail}）重复出现，请合并后再报送。',
    en: '{name} (account …{accountTail}) stands in the list twice. Put the two together and file it again.',
  },
  'payout.same-person': {
    status: 403,
    'zh-CN': '该笔拨付由 {person} 经办，须由另一人复核放行。',
    en: '{person} prepared this payout; another person must release it.',
  },
  'certificate.not-found': {
    status: 404,
    'zh-CN': '没有找到该证书，请核对编号或重新扫描二维码。',
    en: 'There is no such certificate. Check the number or scan the code again.',
  },
  'certificate.not-issued': {
    status: 409,
    'zh-CN': '指标尚未划转，证书还没有生成。请在划转完成后下载。',
    en: 'The quota has not been transferred, so there is no certificate yet. Download it after the transfer.',
  },
} as const satisfies ProblemSection;
