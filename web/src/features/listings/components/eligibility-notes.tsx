import { amountIn } from '@muheng/contracts/common/problems';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../lib/preferences.js';
import { type Eligibility, eligibilityQuery } from '../api/registration.js';
import styles from './notice-page.module.css';

/** What a buyer should know before it applies: why it could not, and what the quota would not cover (domain §9). */
export function EligibilityNotes({ listingId }: { listingId: string }): ReactElement | null {
  const { data } = useQuery(eligibilityQuery(listingId));
  return data ? <EligibilityWords eligibility={data} /> : null;
}

export function EligibilityWords({ eligibility }: { eligibility: Eligibility }): ReactElement | null {
  const { t } = useTranslation('listings');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const { refusal, warnings } = eligibility;
  if (refusal) {
    return (
      <p className={styles['caution']} role="note">
        {language === 'en' ? refusal.messageEn : refusal.message}
      </p>
    );
  }
  if (warnings.length === 0) return null;
  return (
    <div className={styles['caution']} role="note">
      <p>{t('register.quality')}</p>
      <ul>
        {warnings.map(({ component, wanted, offered }) => (
          <li key={component}>
            {t('register.qualityLine', {
              component: ui(`component.${component}`),
              wanted: amountIn(language, wanted),
              offered: amountIn(language, offered),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
