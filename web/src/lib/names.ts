import { type Language, usePreferences } from './preferences.js';

/** Whatever carries its name in both languages. */
export interface Named {
  nameZh: string;
  nameEn: string;
}

export const nameOf = (named: Named, language: Language): string =>
  language === 'en' ? named.nameEn : named.nameZh;

/** The name of a party in the reader's language. */
export function useNameOf(): (named: Named) => string {
  const { language } = usePreferences();
  return (named) => nameOf(named, language);
}
