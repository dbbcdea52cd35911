import type { ReactElement } from 'react';
import { shareOf } from '../../../lib/geometry.js';
import { useSize } from '../../../lib/use-size.js';
import type { MonthSum } from '../model/sums.js';
import styles from './atlas.module.css';

interface MonthChartProps {
  months: readonly MonthSum[];
  label: string;
  /** The month that the rest of the page ends with. */
  until: string | undefined;
  yuan: (price: bigint) => string;
}

const height = 240;
const edge = { top: 14, right: 8, bottom: 26, left: 58 };
const gridLines = [0, 1, 2, 3, 4] as const;

/** Prices as a line, areas as bars below it: a month without trades has neither. */
export function MonthChart({ months, label, until, yuan }: MonthChartProps): ReactElement {
  const [ref, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const highest = months.reduce((most, { unit }) => (unit !== null && unit > most ? unit : most), 0n);
  const widest = months.reduce((most, { area }) => (area > most ? area : most), 0n);
  const top = (highest * 11n) / 10n;
  const inner = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };
  const pitch = inner.width / months.length;
  const xOf = (place: number): number => edge.left + pitch * (place + 0.5);
  const yOf = (price: bigint): number => edge.top + inner.height * (1 - shareOf(price, top));
  const points = months.flatMap(({ unit }, place) =>
    unit === null ? [] : [{ place, x: xOf(place), y: yOf(unit) }],
  );
  // Every third name on a phone, where they would run into each other.
  const every = pitch < 30 ? 6 : 3;
  return (
    <div ref={ref} className={styles['chart']}>
      {width > 0 ? (
        <svg width={width} height={height} role="img" aria-label={label} focusable="false">
          {gridLines.map((line) => {
            const price = (top * BigInt(line)) / 4n;
            return (
              <g key={line}>
                <line
                  x1={edge.left}
                  x2={width - edge.right}
                  y1={yOf(price)}
                  y2={yOf(price)}
                  className={styles['grid']}
                />
                <text x={edge.left - 8} y={yOf(price) + 4} textAnchor="end">
                  {yuan(price)}
                </text>
              </g>
            );
          })}
          {months.map(({ month, area }, place) => {
            const tall = (inner.height / 3) * shareOf(area, widest);
            return (
              <g key={month}>
                <rect
                  x={xOf(place) - pitch * 0.3}
                  y={edge.top + inner.height - tall}
                  width={pitch * 0.6}
                  height={tall}
                  className={month === until ? styles['barHere'] : styles['bar']}
                />
                {(months.length - 1 - place) % every === 0 ? (
                  <text x={xOf(place)} y={height - 8} textAnchor="middle">
                    {month.slice(2)}
                  </text>
                ) : null}
              </g>
            );
          })}
          <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} className={styles['line']} />
          {points.map(({ place, x, y }) => (
            <circle key={place} cx={x} cy={y} r="3" className={styles['dot']} />
          ))}
        </svg>
      ) : null}
    </div>
  );
}
