import type { ReactElement, ReactNode } from 'react';
import styles from './states.module.css';

interface EmptyStateProps {
  title: string;
  hint?: string;
  /** The one thing to do about it. */
  action?: ReactNode;
}

/** Nothing here: a hatched tile, one sentence, one action (look.md, Components). */
export function EmptyState({ title, hint, action }: EmptyStateProps): ReactElement {
  return (
    <div className={styles['empty']}>
      <span className={styles['hatch']} aria-hidden="true" />
      <p className={styles['title']}>{title}</p>
      {hint ? <p className={styles['hint']}>{hint}</p> : null}
      {action}
    </div>
  );
}
