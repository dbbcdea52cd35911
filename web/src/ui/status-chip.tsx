import type { ReactElement, ReactNode } from 'react';
import { cx } from '../lib/cx.js';
import styles from './status-chip.module.css';

export type ChipTone = 'neutral' | 'primary' | 'up' | 'down' | 'wait' | 'notice';

interface StatusChipProps {
  tone?: ChipTone;
  /** An outline marks what is live or refused, nothing else (look.md, Components). */
  outlined?: boolean;
  mark?: 'live' | 'refused' | 'done';
  children: ReactNode;
}

const marks = { live: '●', refused: '✗', done: '✓' } as const;

/** A word on a tint. */
export function StatusChip({
  tone = 'neutral',
  outlined = false,
  mark,
  children,
}: StatusChipProps): ReactElement {
  return (
    <span className={cx(styles['chip'], styles[tone], outlined && styles['outlined'])}>
      {mark ? <span aria-hidden="true">{marks[mark]} </span> : null}
      {children}
    </span>
  );
}
