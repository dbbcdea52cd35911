import { isProblemCode, renderProblem } from '@muheng/contracts/common/problems';
import { ApiProblem, NoAnswer } from './api-problem.js';
import type { Language } from './preferences.js';

/** What a person is told when a call did not succeed. */
export interface Told {
  kind: 'refused' | 'broken' | 'no-answer';
  code: string;
  /** One sentence: what happened, by how much, what to do next. */
  sentence: string;
  /** For the help desk; absent when the server never answered. */
  traceId?: string;
  /** Sentences at fields, by JSON pointer. */
  fields: Record<string, string>;
}

const unknownSentence = {
  'zh-CN': '出了意外，本次操作没有生效。请稍后再试；如仍不行，请把下面的编号告诉平台。',
  en: 'Something unexpected happened and nothing was changed. Try again shortly; if it persists, give the operator the number below.',
} as const;

const silentSentence = {
  'zh-CN': '没有收到服务器的回答。请检查网络后重试；同一操作不会重复生效。',
  en: 'The server did not answer. Check the connection and try again; the same action never takes effect twice.',
} as const;

const unreadSentence = {
  'zh-CN': '服务器出了故障，这里的内容没有读到。请重试；如仍不行，请告诉平台，并附上编号。',
  en: 'The server broke down and this could not be read. Try again; if it persists, tell the operator, with the reference.',
} as const;

const unheardSentence = {
  'zh-CN': '没有收到服务器的回答，这里的内容没有读到。请检查网络后重试。',
  en: 'The server did not answer and this could not be read. Check the connection and try again.',
} as const;

/** What a field's schema finds wrong with it, by the schema's own code. */
const fieldSentences: Readonly<Record<string, Record<Language, string>>> = {
  invalid_type: { 'zh-CN': '请填写此项。', en: 'Fill this in.' },
  invalid_value: {
    'zh-CN': '没有这个选项，请重新选择。',
    en: 'This is not one of the choices. Choose again.',
  },
  invalid_format: { 'zh-CN': '格式不对，请改正。', en: 'This does not have the right form. Correct it.' },
  too_small: { 'zh-CN': '太少或太短，请改正。', en: 'Too little or too short. Correct it.' },
  too_big: { 'zh-CN': '太多或太长，请改正。', en: 'Too much or too long. Correct it.' },
  custom: { 'zh-CN': '与其他内容不符，请检查。', en: 'This does not go with the rest. Check it.' },
};

const sentenceOf = (
  code: string,
  language: Language,
  params: Record<string, unknown> = {},
  detail = '',
): string =>
  isProblemCode(code)
    ? renderProblem(code, language, params)
    : (fieldSentences[code]?.[language] ?? (detail || unknownSentence[language]));

/** Turns any failure of a call into words, by the one problem table. */
export function tell(error: unknown, language: Language): Told {
  if (error instanceof ApiProblem) {
    const { code, params, detail, traceId, errors = [] } = error.body;
    const fields: Record<string, string> = {};
    for (const field of errors)
      fields[field.pointer] = sentenceOf(field.code, language, params, field.message);
    return {
      kind: error.isRefusal ? 'refused' : 'broken',
      code,
      sentence: sentenceOf(code, language, params, detail),
      ...(traceId === undefined ? {} : { traceId }),
      fields,
    };
  }
  const silent = error instanceof NoAnswer;
  return {
    kind: silent ? 'no-answer' : 'broken',
    code: silent ? 'web.no-answer' : 'web.fault',
    sentence: silent ? silentSentence[language] : unknownSentence[language],
    fields: {},
  };
}

/** As `tell`, for something that was only read: nothing could have taken effect, and it can be tried again. */
export function tellRead(error: unknown, language: Language): Told {
  const told = tell(error, language);
  if (told.kind === 'refused') return told;
  return { ...told, sentence: (told.kind === 'no-answer' ? unheardSentence : unreadSentence)[language] };
}
