import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './notices.module.css';

const pages = [
  { key: 'settings', href: '/settings' },
  { key: 'webhooks', href: '/settings/webhooks' },
  { key: 'retention', href: '/settings/retention' },
] as const;

/** The pages of the settings, side by side. */
export function SettingsNav({ here }: { here: (typeof pages)[number]['key'] }): ReactElement {
  const { t } = useTranslation('notices');
  return (
    <nav className={styles['nav']} aria-label={t('settings.nav')}>
      {pages.map(({ key, href }) => (
        <a key={key} href={href} {...(key === here ? { 'aria-current': 'page' as const } : {})}>
          {t(`${key}.title`)}
        </a>
      ))}
    </nav>
  );
}
