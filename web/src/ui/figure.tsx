import type { ReactElement, ReactNode } from 'react';
import { cx } from '../lib/cx.js';
import styles from './figure.module.css';

export type FigureSize = 'dense' | 'row' | 'price' | 's' | 'sm' | 'm' | 'l' | 'ticket' | 'xl';

interface FigureProps {
  /** Formatted text, e.g. `"6,240.0000"`; whatever follows the point is set smaller and grey, never dropped. */
  value: string;
  unit?: ReactNode;
  size?: FigureSize;
  tone?: 'ink' | 'up' | 'down' | 'wait';
}

/** A number as hero: integer large and bold, decimals small and grey (look.md, Idea 2). */
export function Figure({ value, unit, size = 'l', tone = 'ink' }: FigureProps): ReactElement {
  const [whole, fraction] = value.split('.');
  return (
    <span className={cx(styles['figure'], styles[size], styles[tone])}>
      <span className={styles['whole']}>{whole}</span>
      {fraction === undefined ? null : <span className={styles['fraction']}>.{fraction}</span>}
      {unit === undefined ? null : <span className={styles['unit']}>{unit}</span>}
    </span>
  );
}
