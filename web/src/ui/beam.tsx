import type { CSSProperties, ReactElement } from 'react';
import { cx } from '../lib/cx.js';
import { percent } from '../lib/geometry.js';
import styles from './beam.module.css';

export type BeamTone =
  | 'self'
  | 'over'
  | 'deposit'
  | 'surplus'
  | 'surplusDeep'
  | 'need'
  | 'reserve'
  | 'listed'
  | 'used';

export interface BeamSegment {
  key: string;
  tone: BeamTone;
  /** Part of the whole bar, 0 to 1. */
  share: number;
}

interface BeamProps {
  segments: BeamSegment[];
  /** Where the ink tick stands, 0 to 1: the line that must hold. */
  tick?: number;
  /** Says the same in words, for those who do not see it; empty where a neighbour has said it already. */
  label: string;
  size?: 'thin' | 'normal' | 'thick';
  /** Unfilled rest of the bar in muted colour. */
  track?: boolean;
}

const width = (share: number): CSSProperties => ({ width: percent(share) });

/** 衡, the one motif: whatever must balance is a bar with one tick (look.md, Idea 3). */
export function Beam({ segments, tick, label, size = 'normal', track = false }: BeamProps): ReactElement {
  const spoken = label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <div className={cx(styles['beam'], styles[size], track && styles['track'])} {...spoken}>
      <div className={styles['bar']}>
        {segments.map((segment) =>
          segment.share > 0 ? (
            <span
              key={segment.key}
              className={cx(styles['part'], styles[segment.tone])}
              style={width(segment.share)}
            />
          ) : null,
        )}
      </div>
      {tick === undefined ? null : <span className={styles['tick']} style={{ left: percent(tick) }} />}
    </div>
  );
}
