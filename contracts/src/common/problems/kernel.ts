import type { ProblemSection } from './problem.js';

/** Requests, access and internal failures: what every module may answer. */
export const kernelProblems = {
  'request.invalid': {
    status: 400,
    'zh-CN': '提交的内容有误，请按标出的字段改正后重新提交。',
    en: 'The request is not valid. Correct the fields that are marked and send it again.',
  },
  'request.field-required': {
    status: 400,
    'zh-CN': '缺少字段 {field}，请填写后重新提交。',
    en: 'The field {field} is missing. Fill it in and send the request again.',
  },
  'request.field-format': {
    status: 400,
    'zh-CN': '字段 {field} 的格式不对：{expected}。请改正后重新提交。',
    en: 'The field {field} has the wrong form: {expected}. Correct it and send the request again.',
  },
  'request.unknown-field': {
    status: 400,
    'zh-CN': '存在未知字段 {field}，请删除后重新提交。',
    en: 'The field {field} is not known here. Remove it and send the request again.',
  },
  'request.idempotency-key-missing': {
    status: 400,
    'zh-CN': '缺少请求头 Idempotency-Key。请为本次操作生成一个 UUID，重试时沿用同一个。',
    en: 'The header Idempotency-Key is missing. Send a UUID made for this action, and the same one on a retry.',
  },
  'request.idempotency-key-reused': {
    status: 422,
    'zh-CN': '该 Idempotency-Key 已用于内容不同的请求。请为新的操作换一个新键。',
    en: 'This Idempotency-Key was used for another request. Use a new key for a new action.',
  },
  'request.in-progress': {
    status: 409,
    'zh-CN': '同一请求正在处理，请稍后用同一个 Idempotency-Key 查询结果，不要另行提交。',
    en: 'The same request is being worked on. Ask again with the same Idempotency-Key; do not send a new one.',
  },
  'request.conflict': {
    status: 409,
    'zh-CN': '数据已被他人修改，请刷新后重试。',
    en: 'Somebody else changed this meanwhile. Reload it and try again.',
  },
  'request.too-many': {
    status: 429,
    'zh-CN': '请求过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  'request.not-found': {
    status: 404,
    'zh-CN': '没有找到所请求的内容，或您无权查看。请检查编号。',
    en: 'There is nothing here that you may see. Check the number or address.',
  },
  'request.too-large': {
    status: 413,
    'zh-CN': '提交的内容过大，最大为 {limit}。请拆分后重新提交。',
    en: 'The request is too large; the limit is {limit}. Split it and send it again.',
  },
  'request.media-type': {
    status: 415,
    'zh-CN': '不支持该内容类型，请使用 {expected}。',
    en: 'This content type is not accepted. Use {expected}.',
  },
  'internal.fault': {
    status: 500,
    'zh-CN':
      '系统出现故障，操作未生效。请稍后重试（程序调用沿用同一个 Idempotency-Key）；如再次出现，请报告请求编号。',
    en: 'Something broke and nothing was changed. Try again soon (a program: with the same Idempotency-Key); if it happens again, report the request id.',
  },
  'internal.unavailable': {
    status: 503,
    'zh-CN': '服务暂时不可用，操作未生效。请稍后重试（程序调用沿用同一个 Idempotency-Key）。',
    en: 'The service is not available for the moment and nothing was changed. Try again soon (a program: with the same Idempotency-Key).',
  },
  'replay.never': {
    status: 409,
    'zh-CN': '挂牌 {listing} 已不可能到达时点“{moment}”，当前状态为{status}。请改用其他时点。',
    en: 'Listing {listing} can no longer reach the moment {moment}: it is {status}. Choose another moment.',
  },
  'replay.not-practice': {
    status: 403,
    'zh-CN': '只有演练库可以调整时钟，本库使用真实时间。',
    en: 'Only a practice database has a clock that can be moved; this one runs on real time.',
  },
} as const satisfies ProblemSection;
