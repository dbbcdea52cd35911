import type { ReactElement } from 'react';
import { shareOf } from '../lib/geometry.js';

interface SparklineProps {
  values: bigint[];
  width?: number;
  height?: number;
  label: string;
}

/** The course of a few weeks, last value marked; the number itself stands beside it. */
export function Sparkline({ values, width = 136, height = 30, label }: SparklineProps): ReactElement | null {
  if (values.length < 2) return null;
  const low = values.reduce((least, value) => (value < least ? value : least));
  const high = values.reduce((most, value) => (value > most ? value : most));
  const points = values.map((value, index) => ({
    x: 2 + (index / (values.length - 1)) * (width - 6),
    y: high === low ? height / 2 : height - 3 - shareOf(value - low, high - low) * (height - 6),
  }));
  const last = points[points.length - 1] ?? { x: 0, y: 0 };
  return (
    <svg width={width} height={height} role="img" aria-label={label} focusable="false">
      <polyline
        points={points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--primary)"
        strokeWidth="1.8"
      />
      <circle cx={last.x} cy={last.y} r="3" fill="var(--primary)" />
    </svg>
  );
}
