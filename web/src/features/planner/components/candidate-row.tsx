import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { useNameOf } from '../../../lib/names.js';
import { Button } from '../../../ui/button.js';
import { StatusChip } from '../../../ui/status-chip.js';
import type { PlanItem } from '../api/plans.js';
import type { Candidate, ChoiceAct } from '../model/choices.js';
import { textOf, unitsOf, wan } from '../model/figures.js';
import styles from './planner.module.css';

/** What a dragged lot is called while it is dragged. */
export const dragType = 'application/x-muheng-offer';

const amounts = (offered: PlanItem['offered']): string =>
  (['area', 'paddy', 'capacity'] as const).map((each) => textOf(each, unitsOf(each, offered))).join(' · ');

interface CandidateRowProps {
  row: Candidate;
  state: 'used' | 'dearer' | 'out';
  price: string;
  reason?: string;
  locked: boolean;
  left: boolean;
  onAct: (act: ChoiceAct, row: Candidate) => void;
}

/** One lot on offer: dragged into the plan or locked by a button or `A`, left out by a button or `X`. */
export function CandidateRow(props: CandidateRowProps): ReactElement {
  const { row, state, price, reason, locked, left, onAct } = props;
  const { t } = useTranslation('planner');
  const nameOf = useNameOf();
  const acts: ChoiceAct[] = left ? ['back'] : state === 'out' ? [] : [locked ? 'unlock' : 'lock', 'leave'];
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = { a: 'lock', x: 'leave' }[event.key.toLowerCase()] as ChoiceAct | undefined;
    if (wanted && acts.includes(wanted)) onAct(wanted, row);
  };
  const canDrag = acts.includes('lock');
  return (
    <li
      className={cx(styles['candidate'], state === 'used' && styles['used'])}
      draggable={canDrag}
      onDragStart={(event) => event.dataTransfer.setData(dragType, row.offerId)}
    >
      <div className={styles['candidateHead']}>
        {row.listingId === null ? <b>{row.title}</b> : <a href={`/listings/${row.listingId}`}>{row.title}</a>}
        <StatusChip tone={row.form === 'timed-bidding' ? 'wait' : 'notice'}>
          {row.source === 'listing' ? t(`form.${row.form}`) : t(`source.${row.source}`)}
        </StatusChip>
        <span className={state === 'used' ? styles['met'] : styles['quiet']}>
          {state === 'used' ? '✓ ' : ''}
          {t(locked ? 'candidates.locked' : `candidates.${state}`)}
        </span>
      </div>
      <div className={styles['candidateBody']}>
        <span>
          {nameOf(row.seller)} · {amounts(row.offered)}
        </span>
        <span className={styles['amount']}>{wan(price)}</span>
      </div>
      {reason ? <p className={styles['reason']}>✗ {reason}</p> : null}
      {acts.length === 0 ? null : (
        <div className={styles['candidateActs']}>
          {acts.map((act) => (
            <Button
              key={act}
              size="dense"
              look="link"
              aria-label={t('candidates.actsOn', { action: t(`candidates.${act}`), lot: row.title })}
              onKeyDown={onKey}
              onClick={() => onAct(act, row)}
            >
              {t(`candidates.${act}`)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
