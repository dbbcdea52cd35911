import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BrokenState } from '../../ui/states/broken-state.js';
import styles from './public-page.module.css';

/** A page whose own code failed or did not come: says so in the reader's language, with a way on. Typed work is kept. */
export function FailedPage(): ReactElement {
  const { t } = useTranslation('ui');
  return (
    <main id="main" tabIndex={-1} className={styles['failed']}>
      <BrokenState sentence={t('states.pageFailed')} onRetry={() => window.location.reload()} />
      <a href="/">{t('states.home')}</a>
    </main>
  );
}
