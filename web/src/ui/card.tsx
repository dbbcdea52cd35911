import { type ReactElement, type ReactNode, useId } from 'react';
import { cx } from '../lib/cx.js';
import styles from './card.module.css';

interface CardProps {
  title?: ReactNode;
  /** Right of the title: a count, a link, a period. */
  aside?: ReactNode;
  /** No inner margin: for tables that run to the edge. */
  flush?: boolean;
  raised?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A white sheet with a hairline; shadows only for the ticket and paper. */
export function Card({
  title,
  aside,
  flush = false,
  raised = false,
  className,
  children,
}: CardProps): ReactElement {
  const id = useId();
  return (
    <section
      className={cx(styles['card'], flush && styles['flush'], raised && styles['raised'], className)}
      {...(title === undefined ? {} : { 'aria-labelledby': id })}
    >
      {title === undefined ? null : (
        <header className={styles['head']}>
          <h2 id={id} className={styles['title']}>
            {title}
          </h2>
          {aside === undefined ? null : <div className={styles['aside']}>{aside}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
