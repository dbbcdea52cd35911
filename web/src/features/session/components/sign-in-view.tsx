import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import type { MarketClock } from '../../../lib/market-clock.js';
import type { Session } from '../../../lib/session.js';
import { Card } from '../../../ui/card.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import type { Persona } from '../api/session.js';
import { PasswordForm } from './password-form.js';
import { PersonaPicker } from './persona-picker.js';
import styles from './session.module.css';

interface SignInViewProps {
  /** Null in a live market, which has no one-click people. */
  personas: readonly Persona[] | null;
  clock: MarketClock | undefined;
  onSignedIn: (session: Session) => void;
}

/** The sign-in page: a password for everyone, and in a demo market a person per click. */
export function SignInView({ personas, clock, onSignedIn }: SignInViewProps): ReactElement {
  const { t } = useTranslation('session');
  const filling = clock?.filling;
  return (
    <div className={cx(styles['page'], personas === null && styles['alone'])}>
      <div>
        <h1>{t('title')}</h1>
        <p className={styles['lead']}>{t('lead')}</p>
        <Card>
          <PasswordForm onSignedIn={onSignedIn} />
        </Card>
      </div>
      {personas === null ? null : (
        <div>
          <div className={styles['banner']} role="status">
            <p>
              <b>{t('demoTitle')}</b>
            </p>
            <p>{t('demoHint')}</p>
            {filling ? (
              <div className={styles['filling']}>
                <p>{t('filling', { done: filling.done, total: filling.total })}</p>
                <ProgressBar label={t('fillingLabel')} done={filling.done} total={filling.total} />
              </div>
            ) : null}
          </div>
          <Card>
            <PersonaPicker personas={personas} onSignedIn={onSignedIn} />
          </Card>
        </div>
      )}
    </div>
  );
}
