import type { ReactElement, ReactNode } from 'react';
import styles from './states.module.css';

interface RefusedStateProps {
  /** What was refused and by how much. */
  title: string;
  /** What to do next. */
  sentence?: string;
  /** Arithmetic or evidence. */
  children?: ReactNode;
  action?: ReactNode;
}

/** A judged no: what, by how much, the way out (look.md, Components). */
export function RefusedState({ title, sentence, children, action }: RefusedStateProps): ReactElement {
  return (
    <div className={styles['refused']} role="alert">
      <p className={styles['refusedTitle']}>
        <span aria-hidden="true">✗ </span>
        {title}
      </p>
      {sentence ? <p>{sentence}</p> : null}
      {children}
      {action ? <div className={styles['actions']}>{action}</div> : null}
    </div>
  );
}
