import type { CSSProperties, ReactElement } from 'react';
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

interface SkeletonPageProps {
  /** The columns of the page that is coming, as CSS has them; one below the other on a phone. */
  columns: string;
  /** The heights of the sheets in each column, as CSS lengths. */
  sheets: readonly (readonly string[])[];
}

/** A page of several columns to come: its sheets in their places. */
export function SkeletonPage({ columns, sheets }: SkeletonPageProps): ReactElement {
  const { t } = useTranslation('ui');
  return (
    <div className={styles['page']} style={{ '--columns': columns } as CSSProperties} role="status">
      <span className="visually-hidden">{t('states.loading')}</span>
      {sheets.map((heights, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
        <div key={column} className={styles['column']} aria-hidden="true">
          {heights.map((height, sheet) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
            <div key={sheet} className={styles['sheet']} style={{ height }}>
              <Skeleton width={`${34 - ((sheet * 7) % 15)}%`} height="16px" />
              <Skeleton width={`${86 - ((sheet * 11) % 20)}%`} height="12px" />
              <Skeleton width={`${64 - ((sheet * 13) % 20)}%`} height="12px" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
