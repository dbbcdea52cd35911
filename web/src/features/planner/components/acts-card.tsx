import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRoom, salePage } from '../../../lib/sale-page.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type PlanAct, planActsQuery } from '../api/plans.js';
import { wan } from '../model/figures.js';
import styles from './planner.module.css';

type Step = PlanAct['steps'][number];

const tones = { open: 'primary', lost: 'up', done: 'down' } as const;
const stepTones = {
  asked: 'wait',
  agreed: 'notice',
  'to-seal': 'wait',
  sealed: 'notice',
  buying: 'notice',
  'deposit-due': 'wait',
  ready: 'notice',
  leading: 'primary',
  won: 'down',
  transferred: 'down',
  'written-off': 'neutral',
  lost: 'up',
} as const;

/** Where a step is to be seen: its trade, its room, its notice; for a sealed bid with the price that the plan reckoned. */
function hrefOf({ tradeId, listingId, form, state, expectedCny, quantities }: Step): string | null {
  if (tradeId !== null) return `/trades/${tradeId}`;
  if (listingId === null) return null;
  if (hasRoom(form)) return salePage(listingId, form);
  const prepared = new URLSearchParams({ price: expectedCny, area: quantities.areaHa });
  return `/listings/${listingId}${state === 'to-seal' ? `?${prepared.toString()}` : ''}`;
}

function StepName({ step }: { step: Step }): ReactElement {
  const href = hrefOf(step);
  return href === null ? <span>{step.title}</span> : <a href={href}>{step.title}</a>;
}

function Act({ act, onNext }: { act: PlanAct; onNext: (planSetId: string) => void }): ReactElement {
  const { t } = useTranslation('planner');
  const { nextPlanSetId } = act;
  return (
    <li className={styles['act']}>
      <div className={styles['planHead']}>
        <strong>{t(`aim.${act.aim}`)}</strong>
        <span className={styles['quiet']}>
          {t('acts.deposit', { text: wan(act.depositCny) })}
          {act.deposit === 'wallet' ? ` · ${t('acts.wallet')}` : ''}
        </span>
        <StatusChip tone={tones[act.state]}>{t(`acts.state.${act.state}`)}</StatusChip>
      </div>
      <ul className={styles['actSteps']}>
        {act.steps.map((step) => (
          <li key={step.listingId ?? step.requestId}>
            <StepName step={step} />
            <StatusChip tone={stepTones[step.state]}>{t(`acts.step.${step.state}`)}</StatusChip>
          </li>
        ))}
      </ul>
      {nextPlanSetId === null ? null : (
        <Button size="dense" onClick={() => onNext(nextPlanSetId)}>
          {t('acts.next')}
        </Button>
      )}
    </li>
  );
}

/** What is being carried out, from registration to write-off. */
export function ActsCard({ onNext }: { onNext: (planSetId: string) => void }): ReactElement {
  const { t } = useTranslation('planner');
  const query = useQuery({ ...planActsQuery, refetchInterval: 15_000 });
  return (
    <Card title={t('acts.title')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles['quiet']}>{t('acts.empty')}</p>
          ) : (
            <ul className={styles['acts']}>
              {items.map((act) => (
                <Act key={act.id} act={act} onNext={onNext} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
