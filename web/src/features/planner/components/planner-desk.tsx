import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import {
  type Aim,
  type Need,
  openNeedsQuery,
  type PlanAct,
  planActsQuery,
  planSetQuery,
  type PlanInput,
  type PlanSet,
} from '../api/plans.js';
import { fenOf } from '../model/figures.js';
import { ActsCard } from './acts-card.js';
import { CandidateList } from './candidate-list.js';
import { CostBar } from './cost-bar.js';
import { NeedGauges } from './need-gauges.js';
import { PlanCard } from './plan-card.js';
import styles from './planner.module.css';
import { ShortfallCard } from './shortfall-card.js';

interface AskProps {
  needs: readonly Need[];
  busy: boolean;
  again: boolean;
  errors: Record<string, string>;
  onAsk: (input: PlanInput) => void;
}

function Ask({ needs, busy, again, errors, onAsk }: AskProps): ReactElement {
  const { t } = useTranslation('planner');
  const [needId, setNeedId] = useState(needs[0]?.id ?? '');
  const [deadline, setDeadline] = useState('');
  const need = needs.find((each) => each.id === needId);
  const ask = (): void => {
    if (need) onAsk({ needId, quota: need.quota, ...(deadline === '' ? {} : { deadline }) });
  };
  return (
    <form
      className={styles['ask']}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <SelectField
        label={t('ask.need')}
        value={needId}
        options={needs.map(({ id, title, uncovered }) => ({
          value: id,
          text: t('ask.option', { title, area: uncovered.areaHa }),
        }))}
        onChange={setNeedId}
        error={errors['/needId']}
      />
      <TextField
        label={t('ask.deadline')}
        type="date"
        value={deadline}
        onChange={setDeadline}
        error={errors['/deadline']}
      />
      <Button look="primary" type="submit" disabled={busy || !need}>
        {t(busy ? 'ask.working' : again ? 'ask.again' : 'ask.go')}
      </Button>
    </form>
  );
}

interface PlansProps {
  set: PlanSet;
  chosen: Aim;
  onChoose: (aim: Aim) => void;
  mayAct: boolean;
}

function Plans({ set, chosen, onChoose, mayAct }: PlansProps): ReactElement {
  const { t } = useTranslation('planner');
  const act = useCommand<PlanAct>([planActsQuery.queryKey]);
  const scale = set.plans.reduce((most, plan) => {
    const top = fenOf(plan.highCny ?? plan.costCny) as bigint;
    return top > most ? top : most;
  }, 1n);
  return (
    <>
      <ToldBox told={act.told} />
      <div className={styles['plans']}>
        {set.plans.map((plan) => {
          const current = plan.aim === chosen;
          const choose = <Button onClick={() => onChoose(plan.aim)}>{t('plan.choose')}</Button>;
          const begin =
            mayAct && plan.items.length > 0 && set.needId !== null ? (
              <Button
                look="primary"
                disabled={act.busy}
                onClick={() => void act.send({ path: `/plans/${set.id}/acts`, body: { aim: plan.aim } })}
              >
                {t(act.busy ? 'plan.acting' : 'plan.act')}
              </Button>
            ) : null;
          return (
            <PlanCard
              key={plan.aim}
              plan={plan}
              deadline={set.deadline}
              current={current}
              scale={scale}
              partial={set.shortfall !== null}
              action={current ? begin : choose}
            />
          );
        })}
      </div>
    </>
  );
}

function Result({ set, mayAct }: { set: PlanSet; mayAct: boolean }): ReactElement {
  const [aim, setAim] = useState<Aim>('least-cost');
  const { t } = useTranslation('planner');
  const plan = set.plans.find((each) => each.aim === aim) ?? set.plans[0];
  const isEnough = set.shortfall === null && set.plans.every((each) => each.items.length === 0);
  return (
    <>
      <NeedGauges set={set} plan={plan} />
      <div className={styles['desk']}>
        <CandidateList set={set} items={plan?.items ?? []} />
        <div className={styles['main']}>
          {set.shortfall ? <ShortfallCard shortfall={set.shortfall} /> : null}
          {isEnough ? (
            <EmptyState title={t('plan.nothing')} />
          ) : (
            <>
              <Plans set={set} chosen={plan?.aim ?? aim} onChoose={setAim} mayAct={mayAct} />
              {plan ? <CostBar set={set} plan={plan} /> : null}
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** 占补配单台: choose a need, see up to three ways to cover it, carry one out. */
export function PlannerDesk({ party, mayAct }: { party: string; mayAct: boolean }): ReactElement {
  const { t } = useTranslation('planner');
  const needs = useQuery(openNeedsQuery(party));
  const client = useQueryClient();
  const make = useCommand<PlanSet>();
  const [set, setSet] = useState<PlanSet | null>(null);
  const ask = async (input: PlanInput): Promise<void> => {
    const made = await make.send({ path: '/plans', body: input });
    if (made) setSet(made);
  };
  const show = async (id: string): Promise<void> => setSet(await client.fetchQuery(planSetQuery(id)));
  return (
    <div className={styles['page']}>
      <Loaded query={needs}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('ask.none')} hint={t('ask.noneHint')} />
          ) : (
            <Card>
              <Ask
                needs={items}
                busy={make.busy}
                again={set !== null}
                errors={make.told?.fields ?? {}}
                onAsk={(input) => void ask(input)}
              />
              <ToldBox told={make.told} />
            </Card>
          )
        }
      </Loaded>
      {set ? (
        <Result key={set.id} set={set} mayAct={mayAct} />
      ) : (
        <EmptyState title={t('ask.start')} hint={t('ask.startHint')} />
      )}
      <ActsCard onNext={(id) => void show(id)} />
    </div>
  );
}
