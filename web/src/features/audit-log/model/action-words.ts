import { useTranslation } from 'react-i18next';
import { actionsZhCn } from '../locales/actions-zh-cn.js';

/** The names of commands that the log can hold, as it writes them. */
export const actionCodes: readonly string[] = Object.entries(actionsZhCn).flatMap(([module, verbs]) =>
  Object.keys(verbs).map((verb) => `${module}.${verb}`),
);

/** What a command or a kind of thing is called in the reader's language; one that is newer than the page, by its own name. */
export function useAuditWords(): {
  ofAction: (action: string) => string;
  ofSubject: (type: string) => string;
} {
  const { i18n } = useTranslation('auditLog');
  const wordOf =
    (table: 'actions' | 'subjects') =>
    (name: string): string => {
      const key = `auditLog:${table}.${name}`;
      return i18n.exists(key) ? String(i18n.t(key as never)) : name;
    };
  return { ofAction: wordOf('actions'), ofSubject: wordOf('subjects') };
}
