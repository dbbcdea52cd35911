import { type ReactElement, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './states.module.css';

function watch(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says over every page that this machine has no network: what is shown may be old, and what is typed is kept. */
export function OfflineLine(): ReactElement | null {
  const { t } = useTranslation('ui');
  // Where the first view is drawn (app/first-view) there is nobody to be without a network.
  const isOnline = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );
  if (isOnline) return null;
  return (
    <p className={styles['offline']} role="status">
      <span aria-hidden="true">▲ </span>
      {t('states.offline')}
    </p>
  );
}
