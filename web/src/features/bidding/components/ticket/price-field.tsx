import { type Fen, tryCny } from '@muheng/contracts/common/quantity';
import { type KeyboardEvent, type ReactElement, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../../lib/format/money.js';
import { Figure } from '../../../../ui/figure.js';
import { type Bounds, snap } from '../../model/ticket-machine.js';
import styles from './ticket.module.css';

interface PriceFieldProps {
  id: string;
  price: bigint;
  bounds: Bounds;
  disabled: boolean;
  inputRef: Ref<HTMLInputElement>;
  onPrice: (price: bigint) => void;
  onEnter: () => void;
}

/** Typed 万元 (commas and spaces allowed, up to six decimals) → 分; null while it is no amount. */
export function readWan(text: string): Fen | null {
  const [whole = '', fraction = ''] = text.replace(/[,，\s]/g, '').split('.');
  if (!/^\d{1,9}$/.test(whole) || !/^\d{0,6}$/.test(fraction)) return null;
  const padded = fraction.padEnd(6, '0');
  return tryCny(`${whole}${padded.slice(0, 4)}.${padded.slice(4)}`);
}

/** The price of the ticket: shown as a figure until someone types, snapped to the step when they are done. */
export function PriceField({
  id,
  price,
  bounds,
  disabled,
  inputRef,
  onPrice,
  onEnter,
}: PriceFieldProps): ReactElement {
  const { t } = useTranslation('bidding');
  const [draft, setDraft] = useState<string | null>(null);

  const settle = (): void => {
    if (draft === null) return;
    const typed = readWan(draft);
    setDraft(null);
    if (typed !== null) onPrice(snap(typed, bounds));
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (draft === null) onEnter();
      else settle();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const input = event.currentTarget;
      setDraft(null);
      // What is typed next replaces the figure rather than being added to its end.
      window.requestAnimationFrame(() => input.select());
      onPrice(snap(event.key === 'ArrowUp' ? price + bounds.step : price - bounds.step, bounds));
    } else if (event.key === 'Escape') setDraft(null);
  };

  return (
    <div className={styles['field']}>
      {draft === null ? (
        <span className={styles['shown']} aria-hidden="true">
          <Figure value={wanText(price as Fen)} size="ticket" />
        </span>
      ) : null}
      <input
        id={id}
        ref={inputRef}
        className={draft === null ? styles['hidden'] : styles['typed']}
        value={draft ?? wanText(price as Fen)}
        inputMode="decimal"
        autoComplete="off"
        disabled={disabled}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => event.target.select()}
        onMouseUp={(event) => {
          if (draft === null) event.preventDefault();
        }}
        onBlur={settle}
        onKeyDown={keys}
      />
      <span className={styles['fieldUnit']}>{t('ticket.unit')}</span>
    </div>
  );
}
