import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { type Aim, type Plan, type PlanAct, planActsQuery, type PlanSet } from '../api/plans.js';
import { fenOf } from '../model/figures.js';
import { PlanCard } from './plan-card.js';
import styles from './planner.module.css';

/** What becomes of the lots that a registration alone does not settle. */
function Words({ plan }: { plan: Plan }): ReactElement {
  const { t } = useTranslation('planner');
  const count = (test: (item: Plan['items'][number]) => boolean): number => plan.items.filter(test).length;
  const words = [
    ['asks', count((item) => item.listingId === null)],
    ['seals', count((item) => item.form === 'sealed-uniform' || item.form === 'sealed-first-price')],
    ['buys', count((item) => item.form === 'fixed-price')],
  ] as const;
  return (
    <>
      {words.map(([key, many]) =>
        many === 0 ? null : (
          <p key={key} className={styles['quiet']}>
            {t(`plan.${key}`, { count: many })}
          </p>
        ),
      )}
    </>
  );
}

interface PlanChoiceProps {
  set: PlanSet;
  chosen: Aim;
  onChoose: (aim: Aim) => void;
  mayAct: boolean;
}

/** Up to three plans side by side; the current one can be carried out. */
export function PlanChoice({ set, chosen, onChoose, mayAct }: PlanChoiceProps): ReactElement {
  const { t } = useTranslation('planner');
  const act = useCommand<PlanAct>([planActsQuery.queryKey]);
  const scale = set.plans.reduce((most, plan) => {
    const top = fenOf(plan.highCny ?? plan.costCny) as bigint;
    return top > most ? top : most;
  }, 1n);
  const begin = (aim: Aim, deposit: 'each' | 'wallet'): void =>
    void act.send(post('/plans/{id}/acts', { params: { id: set.id }, body: { aim, deposit } }));
  return (
    <>
      <ToldBox told={act.told} />
      <div className={styles['plans']}>
        {set.plans.map((plan) => {
          const current = plan.aim === chosen;
          const canBegin = mayAct && plan.items.length > 0 && set.needId !== null;
          const carryOut = (
            <>
              <Words plan={plan} />
              <Button look="primary" disabled={act.busy} onClick={() => begin(plan.aim, 'each')}>
                {t(act.busy ? 'plan.acting' : 'plan.act')}
              </Button>
              {(fenOf(plan.depositCny) as bigint) > 0n ? (
                <Button disabled={act.busy} onClick={() => begin(plan.aim, 'wallet')}>
                  {t('plan.actWallet')}
                </Button>
              ) : null}
            </>
          );
          return (
            <PlanCard
              key={plan.aim}
              plan={plan}
              deadline={set.deadline}
              current={current}
              scale={scale}
              partial={set.shortfall !== null}
              action={
                current ? (
                  canBegin && carryOut
                ) : (
                  <Button onClick={() => onChoose(plan.aim)}>{t('plan.choose')}</Button>
                )
              }
            />
          );
        })}
      </div>
    </>
  );
}
