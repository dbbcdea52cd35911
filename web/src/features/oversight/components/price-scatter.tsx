import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { monthDayText } from '../../../lib/format/time.js';
import { groupDigits, scaledText } from '../../../lib/format/digits.js';
import { scaleHalfUp } from '@muheng/contracts/common/quantity';
import { prefectureOf } from '../../../lib/regions.js';
import { useSize } from '../../../lib/use-size.js';
import type { Scatter } from '../model/scatter.js';
import styles from './oversight.module.css';

const margin = { top: 14, right: 16, bottom: 26, left: 34 };
const height = 210;

/** ■ 石嘴山 ● 银川 ○ 吴忠 ▲ 固原 ◆ 中卫 (look.md, Data). */
export const shapeOf: Record<string, string> = {
  '6402': '■',
  '6401': '●',
  '6403': '○',
  '6404': '▲',
  '6405': '◆',
};

function Mark({ x, y, city, out }: { x: number; y: number; city: string; out: boolean }): ReactElement {
  const size = 4;
  const shapes: Record<string, ReactElement> = {
    '6402': <rect x={x - size} y={y - size} width={size * 2} height={size * 2} />,
    '6401': <circle cx={x} cy={y} r={size + 0.5} />,
    '6403': <circle cx={x} cy={y} r={size + 0.5} className={styles['hollow']} />,
    '6404': <path d={`M${x} ${y - size - 1}l${size + 1} ${size * 2}h${-(size + 1) * 2}z`} />,
    '6405': (
      <path
        d={`M${x} ${y - size - 1}l${size + 1} ${size + 1}l${-size - 1} ${size + 1}l${-size - 1} ${-size - 1}z`}
      />
    ),
  };
  return (
    <g className={out ? styles['outlier'] : styles['mark']}>
      {shapes[city] ?? shapes['6401']}
      {out ? <circle cx={x} cy={y} r={9} className={styles['ring']} /> : null}
    </g>
  );
}

/** Unit prices over time, the band of the last 90 days behind them. */
export function PriceScatter({ scatter }: { scatter: Scatter }): ReactElement {
  const { t } = useTranslation('oversight');
  const [ref, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const inner = {
    width: Math.max(0, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  };
  const x = (share: number): number => margin.left + share * inner.width;
  const y = (share: number): number => margin.top + (1 - share) * inner.height;
  const { band, points, ticks, from, to } = scatter;
  return (
    <div ref={ref} className={styles['plot']}>
      {width === 0 ? null : (
        <svg width={width} height={height} role="img" aria-label={t('prices.label')}>
          {band ? (
            <rect
              className={styles['band']}
              x={x(0)}
              width={inner.width}
              y={y(band.high)}
              height={y(band.low) - y(band.high)}
            />
          ) : null}
          {ticks.map((tick) => (
            <g key={tick.y}>
              <line className={styles['gridline']} x1={x(0)} x2={x(1)} y1={y(tick.y)} y2={y(tick.y)} />
              <text className={styles['axis']} x={margin.left - 8} y={y(tick.y) + 4} textAnchor="end">
                {groupDigits(scaledText(scaleHalfUp(tick.fen, 1n, 100_000n), 1))}
              </text>
            </g>
          ))}
          {band ? (
            <line className={styles['mean']} x1={x(0)} x2={x(1)} y1={y(band.mean)} y2={y(band.mean)} />
          ) : null}
          {points.map(({ x: at, y: price, point }) => (
            <Mark
              key={point.tradeId}
              x={x(at)}
              y={y(price)}
              city={prefectureOf(point.sellerCode)}
              out={point.outOfBand}
            />
          ))}
          {[0, 0.5, 1].map((share) => (
            <text
              key={share}
              className={styles['axis']}
              x={x(share)}
              y={height - 6}
              textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
            >
              {monthDayText(from + share * (to - from))}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
