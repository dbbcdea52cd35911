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
  'oversight.reason-missing': {
    status: 400,
    'zh-CN': '请写明理由。',
    en: 'Give a reason.',
  },
  'oversight.not-frozen': {
    status: 409,
    'zh-CN': '{subject} 没有被冻结，无需解冻。',
    en: '{subject} is not frozen, so there is nothing to lift.',
  },
} as const satisfies ProblemSection;
