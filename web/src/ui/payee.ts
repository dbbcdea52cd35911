import { useTranslation } from 'react-i18next';

/** Names whom a part of the proceeds goes to; a policy may know more of them than we have words for. */
export function usePayee(): (code: string) => string {
  const { i18n } = useTranslation('ui');
  return (code) => (i18n.exists(`ui:payee.${code}`) ? i18n.t(`ui:payee.${code}`) : code);
}
