import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type PlanAct, planActsQuery } from '../api/plans.js';
import { wan } from '../model/figures.js';
import styles from './planner.module.css';

const tones = { open: 'primary', lost: 'up', done: 'down' } as const;
const stepTones = {
  'deposit-due': 'wait',
  ready: 'notice',
  leading: 'primary',
  won: 'down',
  transferred: 'down',
  'written-off': 'neutral',
  lost: 'up',
} as const;

function Act({ act, onNext }: { act: PlanAct; onNext: (planSetId: string) => void }): ReactElement {
  const { t } = useTranslation('planner');
  const { nextPlanSetId } = act;
  return (
    <li className={styles['act']}>
      <div className={styles['planHead']}>
        <strong>{t(`aim.${act.aim}`)}</strong>
        <span className={styles['quiet']}>{t('acts.deposit', { text: wan(act.depositCny) })}</span>
        <StatusChip tone={tones[act.state]}>{t(`acts.state.${act.state}`)}</StatusChip>
      </div>
      <ul className={styles['actSteps']}>
        {act.steps.map((step) => (
          <li key={step.registrationId}>
            <a href={step.tradeId === null ? `/auctions/${step.listingId}` : `/trades/${step.tradeId}`}>
              {step.title}
            </a>
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
