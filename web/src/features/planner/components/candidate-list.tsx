import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, fullStamp } from '../../../lib/format/time.js';
import { Card } from '../../../ui/card.js';
import type { Exclusion, PlanItem, PlanSet } from '../api/plans.js';
import { type Candidate, candidateOf, type ChoiceAct, type Choices } from '../model/choices.js';
import { CandidateRow } from './candidate-row.js';
import styles from './planner.module.css';

const shownAtMost = 60;

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

interface CandidateListProps {
  set: PlanSet;
  items: readonly PlanItem[];
  choices: Choices;
  onAct: (act: ChoiceAct, row: Candidate) => void;
}

/** Everything on offer: what the plan uses, what it could have used, and why the rest is out. */
export function CandidateList({ set, items, choices, onAct }: CandidateListProps): ReactElement {
  const { t } = useTranslation('planner');
  const reasonOf = useReason();
  const used = new Set(items.map((item) => item.offerId));
  const others = new Map(set.plans.flatMap((plan) => plan.items).map((item) => [item.offerId, item]));
  for (const id of used) others.delete(id);
  const out = set.excluded.filter((row) => row.rule !== 'dearer');
  const eligible = set.excluded.filter((row) => row.rule === 'dearer');
  const rows = [
    ...items.map((item) => ({ row: item, state: 'used', price: item.wholeCny }) as const),
    ...[...others.values()].map((item) => ({ row: item, state: 'dearer', price: item.wholeCny }) as const),
    ...eligible.slice(0, shownAtMost).map((row) => ({ row, state: 'dearer', price: row.priceCny }) as const),
    ...out
      .slice(0, shownAtMost)
      .map((row) => ({ row, state: 'out', price: row.priceCny, reason: reasonOf(row) }) as const),
  ];
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
        {rows.map(({ row, ...rest }) => (
          <CandidateRow
            key={row.offerId}
            {...rest}
            row={candidateOf(row)}
            locked={choices.locked.has(row.offerId)}
            left={choices.without.has(row.offerId)}
            onAct={onAct}
          />
        ))}
      </ul>
    </Card>
  );
}
