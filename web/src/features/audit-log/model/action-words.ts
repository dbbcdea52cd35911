import { useTranslation } from 'react-i18next';
import { actionsZhCn } from '../locales/actions-zh-cn.js';

/** The names of commands that the log can hold, as it writes them. */
export const actionCodes: readonly string[] = Object.entries(actionsZhCn).flatMap(([module, verbs]) =>
  Object.keys(verbs).map((verb) => `${module}.${verb}`),
);

/** What a command is called in the reader's language; one that is newer than the page, by its own name. */
export function useActionWord(): (action: string) => string {
  const { i18n } = useTranslation('auditLog');
  return (action) =>
    i18n.exists(`auditLog:actions.${action}`)
      ? String(i18n.t(`auditLog:actions.${action}` as never))
      : action;
}
