import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../lib/use-online.js';
import styles from './states.module.css';

/** Says over every page that this machine has no network: what is shown may be old, and what is typed is kept. */
export function OfflineLine(): ReactElement | null {
  const { t } = useTranslation('ui');
  if (useOnline()) return null;
  return (
    <p className={styles['offline']} role="status">
      <span aria-hidden="true">▲ </span>
      {t('states.offline')}
    </p>
  );
}
