import type { ReactElement } from 'react';
import { cx } from '../lib/cx.js';
import { scaledText } from '../lib/format/digits.js';
import styles from './delta.module.css';

interface DeltaProps {
  /** Tenths of a percent; null when there is nothing to compare with. */
  permille: bigint | null;
  strong?: boolean;
}

/** Rise red ▲, fall green ▼, always with the value (look.md, Colour). */
export function Delta({ permille, strong = false }: DeltaProps): ReactElement | null {
  if (permille === null) return null;
  const rising = permille > 0n;
  const magnitude = scaledText(permille < 0n ? -permille : permille, 1);
  if (permille === 0n) return <span className={styles['flat']}>{magnitude}%</span>;
  return (
    <span className={cx(rising ? styles['up'] : styles['down'], strong && styles['strong'])}>
      {rising ? '▲' : '▼'} {magnitude}%
    </span>
  );
}
