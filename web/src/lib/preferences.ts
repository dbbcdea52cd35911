import {
  darkQuery,
  keptPreferences,
  type Preferences,
  preferencesKey,
  resolvedTheme,
  wearLook,
} from './look.js';
import { createStore, useStore } from './store.js';

export type { Language, Preferences } from './look.js';

const store = createStore<Preferences>(keptPreferences());

export function startPreferences(): void {
  wearLook(store.get());
  store.subscribe(() => wearLook(store.get()));
  // Whoever reads the theme in force is told as well.
  darkQuery?.addEventListener('change', () => store.set({ ...store.get() }));
}

export function setPreferences(change: Partial<Preferences>): void {
  store.set({ ...store.get(), ...change });
  try {
    window.localStorage.setItem(preferencesKey, JSON.stringify(store.get()));
  } catch {
    // As in keptPreferences: without storage the choice lasts for the visit.
  }
}

export const getPreferences = (): Preferences => store.get();
export const watchPreferences = (listener: () => void): (() => void) => store.subscribe(listener);
export const usePreferences = (): Preferences => useStore(store);

/** The theme in force now, after the system's own wish. */
export const useTheme = (): 'light' | 'dark' => resolvedTheme(usePreferences().theme);
