import { isNoticeKind, noticeKinds } from './kinds.js';

export type NoticeLanguage = 'zh-CN' | 'en';
/** What a notice tells besides its words: `…At` is an instant, `…Cny` an amount, anything else stands as it is. */
export type NoticeFacts = Readonly<Record<string, string | number | null>>;

const unknown = '—';
const words: Readonly<Record<string, Readonly<Record<NoticeLanguage, string>>>> = {
  accepted: { 'zh-CN': '同意', en: 'accepted' },
  declined: { 'zh-CN': '不同意', en: 'declined' },
};

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

function told(name: string, facts: NoticeFacts, language: NoticeLanguage): string {
  const value = facts[name];
  if (value === null || value === undefined || value === '') return unknown;
  const text = String(value);
  if (name.endsWith('At')) return clock.format(new Date(text));
  if (name.endsWith('Cny')) return text.replace(/\B(?=(\d{3})+(?!\d)(?=.*\.))/g, ',');
  return words[text]?.[language] ?? text;
}

/** The sentence of a notice. A kind that is no longer in the table is told by its name. */
export function noticeText(kind: string, facts: NoticeFacts, language: NoticeLanguage): string {
  if (!isNoticeKind(kind)) return kind;
  return noticeKinds[kind][language].replace(/\{(\w+)\}/g, (_, name: string) => told(name, facts, language));
}

/** The address of the page that a notice leads to, from its pattern: `/trades/{tradeId}`. */
export const noticePage = (pattern: string, facts: NoticeFacts): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(facts[name] ?? '')));
