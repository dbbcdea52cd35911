import type { ReactElement, ReactNode } from 'react';
import styles from './states.module.css';

interface EmptyStateProps {
  title: string;
  hint?: string;
  /** The one thing to do about it. */
  action?: ReactNode;
  /** The sentence is the heading of a page that has nothing else. */
  page?: boolean;
}

/** Nothing here: a hatched tile, one sentence, one action (look.md, Components). */
export function EmptyState({ title, hint, action, page = false }: EmptyStateProps): ReactElement {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles['empty']}>
      <span className={styles['hatch']} aria-hidden="true" />
      <Title className={styles['title']}>{title}</Title>
      {hint ? <p className={styles['hint']}>{hint}</p> : null}
      {action}
    </div>
  );
}
