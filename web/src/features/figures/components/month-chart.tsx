import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './figures.module.css';

export interface MonthBars {
  month: string;
  banked: bigint;
  sold: bigint;
  writtenOff: bigint;
}

const kinds = ['banked', 'sold', 'writtenOff'] as const;
const height = 100;

/** Heights in per mille of the tallest bar: exact amounts stay in the table below. */
function share(amount: bigint, most: bigint): number {
  return most === 0n ? 0 : Number((amount * 1000n) / most) / 1000;
}

/** Three bars a month; the same figures stand in the table under it. */
export function MonthChart({ rows }: { rows: readonly MonthBars[] }): ReactElement {
  const { t } = useTranslation('figures');
  const most = rows.reduce(
    (top, row) => kinds.reduce((high, kind) => (row[kind] > high ? row[kind] : high), top),
    0n,
  );
  const width = 10 * rows.length;
  return (
    <>
      <ul className={styles['legend']} aria-hidden="true">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={styles[kind]} />
            {t(`months.${kind}`)}
          </li>
        ))}
      </ul>
      <svg
        className={styles['chart']}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('months.caption')}
      >
        {rows.map((row, index) =>
          kinds.map((kind, place) => {
            const tall = share(row[kind], most) * height;
            return (
              <rect
                key={`${row.month}-${kind}`}
                className={styles[kind]}
                x={index * 10 + 1 + place * 2.7}
                y={height - tall}
                width={2.4}
                height={tall}
              >
                <title>{`${row.month} ${t(`months.${kind}`)}`}</title>
              </rect>
            );
          }),
        )}
      </svg>
    </>
  );
}
