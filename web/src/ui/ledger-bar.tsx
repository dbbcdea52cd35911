import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.js';
import { percent, shareOf } from '../lib/geometry.js';
import { useSize } from '../lib/use-size.js';
import styles from './ledger-bar.module.css';

export interface LedgerPart {
  key: 'requested' | 'listed' | 'need' | 'surplus';
  amount: bigint;
  text: string;
}

/** A segment narrower than this cannot hold its own words. */
const narrowPx = 92;

/** What an account holds, by what claims it: numbers inside the parts, below when they are narrow. */
export function LedgerBar({ parts, label }: { parts: LedgerPart[]; label: string }): ReactElement {
  const { t } = useTranslation('ui');
  const [ref, size] = useSize<HTMLDivElement>();
  const total = parts.reduce((sum, part) => sum + part.amount, 0n);
  const shown = parts.filter((part) => part.amount > 0n);
  const tooNarrow = shown.some((part) => shareOf(part.amount, total) * (size?.width ?? 0) < narrowPx);
  return (
    <div ref={ref}>
      <div className={styles['bar']} role="img" aria-label={label}>
        {shown.map((part) => (
          <span
            key={part.key}
            className={cx(styles['part'], styles[part.key])}
            style={{ width: percent(shareOf(part.amount, total)) }}
          >
            {tooNarrow ? null : `${t(`ledgerBar.${part.key}`)} ${part.text}`}
          </span>
        ))}
      </div>
      {tooNarrow ? (
        <p className={styles['below']}>
          {shown.map((part) => (
            <span key={part.key}>
              <i className={styles[part.key]} aria-hidden="true" /> {t(`ledgerBar.${part.key}`)} {part.text}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}
