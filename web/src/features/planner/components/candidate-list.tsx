import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { dateText, fullStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { StatusChip } from '../../../ui/status-chip.js';
import type { Exclusion, PlanItem, PlanSet } from '../api/plans.js';
import { textOf, unitsOf, wan } from '../model/figures.js';
import styles from './planner.module.css';

const shownAtMost = 60;

type Offered = PlanItem['offered'];
const amounts = (offered: Offered): string =>
  (['area', 'paddy', 'capacity'] as const).map((each) => textOf(each, unitsOf(each, offered))).join(' · ');

function useReason(): (row: Exclusion) => string {
  const { t } = useTranslation('planner');
  return ({ rule, detail }) => {
    const component = detail['component'];
    const at = (name: string, text: (value: string) => string): string =>
      detail[name] ? text(detail[name]) : '';
    return t(`rule.${rule}`, {
      offered: detail['offered'] ?? '',
      allowed: detail['allowed'] ?? '',
      deadline: detail['deadline'] ?? '',
      component:
        component === 'paddy' || component === 'capacity' ? t(`component.${component}`) : t('component.area'),
      readyAt: at('readyAt', dateText),
      closedAt: at('closedAt', fullStamp),
    });
  };
}

function Row({
  row,
  state,
  price,
  reason,
}: {
  row: Pick<PlanItem, 'listingId' | 'title' | 'seller' | 'form' | 'offered'>;
  state: 'used' | 'dearer' | 'out';
  price: string;
  reason?: string;
}): ReactElement {
  const { t } = useTranslation('planner');
  const nameOf = useNameOf();
  return (
    <li className={cx(styles['candidate'], state === 'used' && styles['used'])}>
      <div className={styles['candidateHead']}>
        <a href={`/listings/${row.listingId}`}>{row.title}</a>
        <StatusChip tone={row.form === 'timed-bidding' ? 'wait' : 'notice'}>
          {t(`form.${row.form}`)}
        </StatusChip>
        <span className={state === 'used' ? styles['met'] : styles['quiet']}>
          {state === 'used' ? '✓ ' : ''}
          {t(`candidates.${state}`)}
        </span>
      </div>
      <div className={styles['candidateBody']}>
        <span>
          {nameOf(row.seller)} · {amounts(row.offered)}
        </span>
        <span className={styles['amount']}>{wan(price)}</span>
      </div>
      {reason ? <p className={styles['reason']}>✗ {reason}</p> : null}
    </li>
  );
}

/** Everything on offer: what the plan uses, what it could have used, and why the rest is out. */
export function CandidateList({ set, items }: { set: PlanSet; items: readonly PlanItem[] }): ReactElement {
  const { t } = useTranslation('planner');
  const reasonOf = useReason();
  const used = new Set(items.map((item) => item.listingId));
  const others = new Map(set.plans.flatMap((plan) => plan.items).map((item) => [item.listingId, item]));
  for (const id of used) others.delete(id);
  const out = set.excluded.filter((row) => row.rule !== 'dearer');
  const eligible = set.excluded.filter((row) => row.rule === 'dearer');
  return (
    <Card
      flush
      title={t('candidates.title', { count: set.offers })}
      aside={t('candidates.counts', { used: used.size, out: out.length })}
    >
      <p className={styles['candidatesHead']}>
        <span>{t('candidates.head')}</span>
        <span>{t('candidates.price')}</span>
      </p>
      <ul className={styles['candidates']}>
        {items.map((item) => (
          <Row key={item.listingId} row={item} state="used" price={item.wholeCny} />
        ))}
        {[...others.values()].map((item) => (
          <Row key={item.listingId} row={item} state="dearer" price={item.wholeCny} />
        ))}
        {eligible.slice(0, shownAtMost).map((row) => (
          <Row key={row.listingId} row={row} state="dearer" price={row.priceCny} />
        ))}
        {out.slice(0, shownAtMost).map((row) => (
          <Row key={row.listingId} row={row} state="out" price={row.priceCny} reason={reasonOf(row)} />
        ))}
      </ul>
    </Card>
  );
}
