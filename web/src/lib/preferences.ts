import type { AreaUnit } from './format/area.js';
import { createStore, useStore } from './store.js';

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

const key = 'muheng.preferences';
const defaults: Preferences = { language: 'zh-CN', theme: 'auto', largeType: false, areaUnit: 'mu' };

function stored(): Preferences {
  try {
    const text = window.localStorage.getItem(key);
    return text ? { ...defaults, ...(JSON.parse(text) as Partial<Preferences>) } : defaults;
  } catch {
    // Storage can be switched off by policy; the page then simply forgets at the end of the visit.
    return defaults;
  }
}

const store = createStore<Preferences>(stored());
const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

const resolvedTheme = (choice: ThemeChoice): 'light' | 'dark' =>
  choice === 'auto' ? (darkQuery.matches ? 'dark' : 'light') : choice;

/** Writes the choice on <html>, where tokens.css and base.css read it. */
function apply(): void {
  const { language, theme, largeType } = store.get();
  const root = document.documentElement;
  root.lang = language;
  root.dataset['theme'] = resolvedTheme(theme);
  root.dataset['type'] = largeType ? 'large' : 'normal';
}

export function startPreferences(): void {
  apply();
  store.subscribe(apply);
  // Whoever reads the theme in force is told as well.
  darkQuery.addEventListener('change', () => store.set({ ...store.get() }));
}

export function setPreferences(change: Partial<Preferences>): void {
  store.set({ ...store.get(), ...change });
  try {
    window.localStorage.setItem(key, JSON.stringify(store.get()));
  } catch {
    // As above: without storage the choice lasts for the visit.
  }
}

export const getPreferences = (): Preferences => store.get();
export const watchPreferences = (listener: () => void): (() => void) => store.subscribe(listener);
export const usePreferences = (): Preferences => useStore(store);

/** The theme in force now, after the system's own wish. */
export const useTheme = (): 'light' | 'dark' => resolvedTheme(usePreferences().theme);
