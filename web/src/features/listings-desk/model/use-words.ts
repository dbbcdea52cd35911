import { useTranslation } from 'react-i18next';
import type { zhCn } from '../locales/zh-cn.js';

type Own = (typeof zhCn)['purchase'];
/** What a purchase calls otherwise than a listing, as `group.word`. */
type OwnWord = { [Group in keyof Own]: `${Group}.${keyof Own[Group] & string}` }[keyof Own];

/** Words of the desk for listings, or for purchases. */
export function useWords(isPurchase: boolean): (word: OwnWord, values?: Record<string, unknown>) => string {
  const { t } = useTranslation('desk');
  // Each word has values of its own; the type of all of them together would want all of them at once.
  const say = t as (key: OwnWord | `purchase.${OwnWord}`, values: Record<string, unknown>) => string;
  return (word, values = {}) => say(isPurchase ? `purchase.${word}` : word, values);
}
