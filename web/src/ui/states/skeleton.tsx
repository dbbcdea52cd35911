import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './states.module.css';

/** A grey block of the size of what is coming, so that nothing jumps. Sizes are CSS lengths. */
export function Skeleton({ width = '100%', height }: { width?: string; height: string }): ReactElement {
  return <span className={styles['skeleton']} style={{ width, height }} aria-hidden="true" />;
}

/** Rows of a list or table to come. */
export function SkeletonRows({ rows, height = '3.875rem' }: { rows: number; height?: string }): ReactElement {
  const { t } = useTranslation('ui');
  return (
    <div className={styles['skeletonRows']} role="status">
      <span className="visually-hidden">{t('states.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
        <span key={row} className={styles['skeletonRow']} style={{ height }} aria-hidden="true">
          <Skeleton width="12%" height="14px" />
          <Skeleton width={`${30 - ((row * 7) % 12)}%`} height="14px" />
          <Skeleton width="14%" height="14px" />
        </span>
      ))}
    </div>
  );
}
