import { useTranslation } from 'react-i18next';
import { groupDigits } from '../../../lib/format/digits.js';
import { usePayee } from '../../../ui/payee.js';

/** Names a word that a policy uses: a choice, a part or a payee; one that nobody gave a name stands as it is. */
export function usePolicyWord(): (code: string) => string {
  const { i18n } = useTranslation('regulation');
  const payee = usePayee();
  return (code) =>
    i18n.exists(`regulation:policyWord.${code}`) ? i18n.t(`regulation:policyWord.${code}`) : payee(code);
}

/** A value of the policy as people read it: `旱地 50,000.00 元/亩`, `县级财政 5 %、乡镇 5 %`. */
export function usePolicyText(): (value: unknown) => string {
  const { t } = useTranslation('regulation');
  const word = usePolicyWord();
  const unit: Record<string, string> = {
    pct: ' %',
    days: ` ${t('studio.days')}`,
    cnyPerMu: ` ${t('studio.cnyPerMu')}`,
  };
  const text = (value: unknown): string => {
    if (value === null || value === undefined) return t('studio.noBound');
    if (typeof value === 'number') return groupDigits(String(value));
    if (typeof value === 'string') return /^\d/.test(value) ? groupDigits(value) : word(value);
    if (Array.isArray(value)) {
      if (value.length === 0) return t('studio.nobody');
      return value.map(typeof value[0] === 'object' ? row : text).join(t('studio.then'));
    }
    return Object.entries(value)
      .map(([part, each]) => `${word(part)} ${text(each)}`)
      .join(t('studio.and'));
  };
  /** A row of a list: its columns need no names beside their units. */
  const row = (value: object): string =>
    Object.entries(value)
      .map(([column, each]) => `${text(each)}${unit[column] ?? ''}`)
      .join(' ');
  return text;
}
