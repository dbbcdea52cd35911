import { noticeText } from '@muheng/contracts/common/notices/text';
import type { DueMail, MailedNotice } from '../persistence/mail.repository.js';

export interface MailText {
  subject: string;
  text: string;
}

const words = {
  'zh-CN': {
    market: '亩衡',
    many: (count: number) => `${count} 条通知`,
    code: '确认您的邮箱',
    codeText: (code: string) =>
      `确认码：${code}\n\n请在一小时内于“个人设置”中填写。如非本人操作，请忽略此邮件。`,
    choose: '可在此选择接收哪些邮件：',
  },
  en: {
    market: 'Muheng',
    many: (count: number) => `${count} notices`,
    code: 'Confirm your address',
    codeText: (code: string) =>
      `Your code: ${code}\n\nType it in your personal settings within an hour. If this was not you, ignore this mail.`,
    choose: 'Choose which mails you get: ',
  },
} as const;

/** The words of one mail, in the person's language. @param home where people reach the market */
export function mailText(mail: DueMail, notices: readonly MailedNotice[], home: string): MailText {
  const { market, many, code, codeText, choose } = words[mail.language];
  const subject = (about: string): string =>
    mail.language === 'en' ? `${market}: ${about}` : `【${market}】${about}`;
  if (mail.purpose === 'confirmation')
    return { subject: subject(code), text: `${codeText(mail.code ?? '')}\n` };
  const told = notices.map(
    ({ kind, facts, page }) => `${noticeText(kind, facts, mail.language)}\n${home}${page}`,
  );
  const [only] = notices;
  const about =
    notices.length === 1 && only ? noticeText(only.kind, only.facts, mail.language) : many(notices.length);
  return { subject: subject(about), text: `${told.join('\n\n')}\n\n-- \n${choose}${home}/settings\n` };
}
