import type { ProblemSection } from './problem.js';

/** Freezes, complaints, decisions and reconciliation (domain §13). */
export const oversightProblems = {
  'oversight.already-decided': {
    status: 409,
    'zh-CN': '该事项已有决定，不能重复决定。',
    en: 'This matter is decided already.',
  },
  'oversight.decision-not-allowed': {
    status: 422,
    'zh-CN': '预警 {code} 不能作此决定，只能予以确认（continue）。',
    en: 'An alert {code} does not take this decision; it can only be acknowledged (continue).',
  },
  'oversight.not-yet-signed': {
    status: 409,
    'zh-CN': '该记录尚未进入已签名的检查点，请在十分钟后再取证明。',
    en: 'This entry is not under a signed checkpoint yet. Ask for its proof again in ten minutes.',
  },
  'oversight.month-not-sealed': {
    status: 409,
    'zh-CN': '{month} 尚未封账，不能出月报。月份结束六小时后封账，请届时再试。',
    en: '{month} is not sealed yet, so there is no report of it. A month is sealed six hours after its end; ask again then.',
  },
  'oversight.report-not-made': {
    status: 409,
    'zh-CN': '该月报正在生成，请稍候再下载。',
    en: 'This report is being made. Download it in a moment.',
  },
  'complaint.not-in-standstill': {
    status: 409,
    'zh-CN': '只能在结果公示期内对成交提出异议，该成交目前为 {status}。可改为举报。',
    en: 'An objection can be made while a result is published; this trade is {status}. You may still report it.',
  },
  'complaint.already-open': {
    status: 409,
    'zh-CN': '贵方对该成交的异议正在处理，请等待答复。',
    en: 'Your objection to this trade is being decided. Wait for the answer.',
  },
  'complaint.exhausted': {
    status: 409,
    'zh-CN': '该异议已经两级处理，不再受理。可依法申请复议或者起诉。',
    en: 'Two levels have decided this objection. What is left is review or court, outside the market.',
  },
  'complaint.decided': {
    status: 409,
    'zh-CN': '该事项已有答复，不能重复答复。',
    en: 'This has its answer already.',
  },
  'complaint.not-yours': {
    status: 403,
    'zh-CN': '该事项由 {owner} 负责，请由其处理。',
    en: 'This is for {owner} to decide.',
  },
  'webhook.address-refused': {
    status: 422,
    'zh-CN': '不能向 {url} 推送：地址须为 https，且不得指向内部网络。请更换地址。',
    en: 'Nothing is sent to {url}: it must be https and lead to no inner network. Use another address.',
  },
  'oversight.reason-missing': {
    status: 400,
    'zh-CN': '请写明理由。',
    en: 'Give a reason.',
  },
  'oversight.court-document-missing': {
    status: 422,
    'zh-CN': '该成交已经发证，只有法院文书才能撤销。请填写文书编号。',
    en: 'The certificate of this trade is out, and only a court undoes it. Give the number of the judgment.',
  },
  'oversight.not-frozen': {
    status: 409,
    'zh-CN': '{subject} 没有被冻结，无需解冻。',
    en: '{subject} is not frozen, so there is nothing to lift.',
  },
} as const satisfies ProblemSection;
