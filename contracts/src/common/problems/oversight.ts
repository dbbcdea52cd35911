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
    'zh-CN': '预警 {code} 不能作此决定，可选 {possible}。',
    en: 'An alert {code} does not take this decision. Take one of {possible}.',
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
  'map.approval-no': {
    status: 422,
    'zh-CN': '“{given}”不是审图号。请按批准文件填写，例如“宁S(2026)001号”或“GS(2024)0650号”。',
    en: '“{given}” is no map approval number. Give it as the approval has it, such as 宁S(2026)001号 or GS(2024)0650号.',
  },
  'map.region-unknown': {
    status: 422,
    'zh-CN':
      '图中有代码为“{code}”的区域，它不是本区域的县级代码。请在每个要素的 code 属性中填写六位县级代码，并删去其他要素。',
    en: 'The map has a feature coded “{code}”, which is no county here. Give each feature the six-digit county code as property `code`, and remove all other features.',
  },
  'map.region-twice': {
    status: 422,
    'zh-CN': '县级代码 {code} 出现了两次。请把同一个县的多块合并为一个 MultiPolygon 要素。',
    en: 'The county {code} is there twice. Join its parts into one MultiPolygon feature.',
  },
  'map.region-missing': {
    status: 422,
    'zh-CN': '图中缺少县级代码：{codes}。请补齐后重新上传。',
    en: 'Counties missing from the map: {codes}. Add them and upload it again.',
  },
  'map.ring-open': {
    status: 422,
    'zh-CN': '{code} 的边界没有闭合。请让每个环的首末两点相同。',
    en: 'A border of {code} is not closed. Let each ring end at the point where it begins.',
  },
  'map.outside': {
    status: 422,
    'zh-CN':
      '{code} 有一点（{at}）不在本区域内。坐标应为经度在前、纬度在后的度数（CGCS2000），不能是投影坐标。',
    en: 'A point of {code} ({at}) lies outside the region. Coordinates are degrees, longitude before latitude (CGCS2000), not metres of a projection.',
  },
  'map.too-detailed': {
    status: 422,
    'zh-CN': '图中有 {points} 个点，最多 {most} 个。请先化简边界再上传。',
    en: 'The map has {points} points; {most} are allowed. Simplify its borders first.',
  },
  'map.none': {
    status: 409,
    'zh-CN': '目前没有已上传的地图，无需撤下。',
    en: 'There is no map to take down.',
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
