import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Bundle } from '../lib/messages.js';
import { getPreferences, type Language, watchPreferences } from '../lib/preferences.js';
import { zhCnBundle } from './messages-zh-cn.js';

async function load(language: Language): Promise<void> {
  if (language === 'zh-CN' || i18next.hasResourceBundle('en', 'ui')) return;
  const { enBundle } = await import('./messages-en.js');
  addBundle('en', enBundle);
}

function addBundle(language: Language, bundle: Bundle): void {
  for (const [namespace, messages] of Object.entries(bundle))
    i18next.addResourceBundle(language, namespace, messages);
}

async function follow(): Promise<void> {
  const { language } = getPreferences();
  await load(language);
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

/** Starts translation in the person's language and follows their choice from then on. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    defaultNS: 'ui',
    ns: [],
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  addBundle('zh-CN', zhCnBundle);
  await follow();
  watchPreferences(() => void follow());
}
