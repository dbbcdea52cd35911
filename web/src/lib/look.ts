import type { AreaUnit } from './format/area.js';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
export type ThemeChoice = 'auto' | 'light' | 'dark';

/** What a person chose on this machine: language, theme, large type and the area unit. */
export interface Preferences {
  language: Language;
  theme: ThemeChoice;
  largeType: boolean;
  areaUnit: AreaUnit;
}

/** Where this machine keeps them. */
export const preferencesKey = 'muheng.preferences';
const defaults: Preferences = { language: 'zh-CN', theme: 'auto', largeType: false, areaUnit: 'mu' };

/** What was kept, as far as it can be read. */
export function keptPreferences(): Preferences {
  try {
    const text = window.localStorage.getItem(preferencesKey);
    return text ? { ...defaults, ...(JSON.parse(text) as Partial<Preferences>) } : defaults;
  } catch {
    // Storage can be switched off by policy; the page then simply forgets at the end of the visit.
    return defaults;
  }
}

/** Whether the machine itself wishes for dark; nobody's machine where the first view is drawn. */
export const darkQuery: MediaQueryList | null =
  typeof window === 'undefined' ? null : window.matchMedia('(prefers-color-scheme: dark)');

export const resolvedTheme = (choice: ThemeChoice): 'light' | 'dark' =>
  choice === 'auto' ? (darkQuery?.matches ? 'dark' : 'light') : choice;

/** Writes the choice on <html>, where tokens.css and base.css read it. */
export function wearLook({ language, theme, largeType }: Preferences): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset['theme'] = resolvedTheme(theme);
  root.dataset['type'] = largeType ? 'large' : 'normal';
}
