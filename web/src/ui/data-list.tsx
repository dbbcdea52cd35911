import type { ReactElement, ReactNode } from 'react';
import styles from './data-list.module.css';

export interface DataRow {
  key: string;
  label: ReactNode;
  value: ReactNode;
}

/** Label left, value right: the fact sheet of a card. */
export function DataList({ rows }: { rows: DataRow[] }): ReactElement {
  return (
    <dl className={styles['list']}>
      {rows.map((row) => (
        <div key={row.key} className={styles['row']}>
          <dt className={styles['label']}>{row.label}</dt>
          <dd className={styles['value']}>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
