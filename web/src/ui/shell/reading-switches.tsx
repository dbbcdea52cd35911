import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { setPreferences, usePreferences, useTheme } from '../../lib/preferences.js';
import styles from './shell.module.css';

/** Large type, theme and language: one word each. */
export function ReadingSwitches(): ReactElement {
  const { t } = useTranslation('ui');
  const { largeType, language } = usePreferences();
  const theme = useTheme();
  return (
    <>
      <button
        type="button"
        className={styles['switch']}
        aria-pressed={largeType}
        onClick={() => setPreferences({ largeType: !largeType })}
      >
        {t(largeType ? 'shell.normal' : 'shell.large')}
      </button>
      <button
        type="button"
        className={styles['switch']}
        onClick={() => setPreferences({ theme: theme === 'dark' ? 'light' : 'dark' })}
      >
        {t(theme === 'dark' ? 'shell.themeLight' : 'shell.themeDark')}
      </button>
      <button
        type="button"
        className={styles['switch']}
        lang={language === 'zh-CN' ? 'en' : 'zh-CN'}
        aria-label={t('shell.languageLabel')}
        onClick={() => setPreferences({ language: language === 'zh-CN' ? 'en' : 'zh-CN' })}
      >
        {t('shell.languageSwitch')}
      </button>
    </>
  );
}
