import type { ProblemSection } from './problem.js';

/** Personal settings. */
export const noticesProblems = {
  'settings.code-wrong': {
    status: 422,
    'zh-CN': '确认码不正确或已失效。请核对邮件，或重新填写邮箱以获取新的确认码。',
    en: 'The code is not right, or no longer valid. Look at the mail again, or enter the address again for a new code.',
  },
  'settings.too-many-codes': {
    status: 429,
    'zh-CN': '一小时内发送的确认码过多。请稍后再试。',
    en: 'Too many codes were sent within an hour. Try again later.',
  },
} as const satisfies ProblemSection;
