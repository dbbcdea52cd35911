import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { uuidV7 } from '../../../lib/uuid.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { SkeletonPage } from '../../../ui/states/skeleton.js';
import { type Aim, openNeedsQuery, type PlanInput, type PlanSet, planSetQuery } from '../api/plans.js';
import {
  type Candidate,
  candidateOf,
  type ChoiceAct,
  type Choices,
  choicesInput,
  choose,
  noChoices,
} from '../model/choices.js';
import { ActsCard } from './acts-card.js';
import { AskForm } from './ask-form.js';
import { CandidateList } from './candidate-list.js';
import { dragType } from './candidate-row.js';
import { CostBar } from './cost-bar.js';
import { NeedGauges } from './need-gauges.js';
import { PlanChoice } from './plan-choice.js';
import styles from './planner.module.css';
import { RunBar } from './run-bar.js';
import { ShortfallCard } from './shortfall-card.js';

interface ResultProps {
  set: PlanSet;
  mayAct: boolean;
  choices: Choices;
  onAct: (act: ChoiceAct, row: Candidate) => void;
}

function Result({ set, mayAct, choices, onAct }: ResultProps): ReactElement {
  const [aim, setAim] = useState<Aim>('least-cost');
  const { t } = useTranslation('planner');
  const plan = set.plans.find((each) => each.aim === aim) ?? set.plans[0];
  const isEnough = set.shortfall === null && set.plans.every((each) => each.items.length === 0);
  const drop = (offerId: string): void => {
    const row = [...set.plans.flatMap((each) => each.items), ...set.excluded].find(
      (each) => each.offerId === offerId,
    );
    if (row) onAct('lock', candidateOf(row));
  };
  return (
    <>
      <NeedGauges set={set} plan={plan} />
      <div className={styles['desk']}>
        <CandidateList set={set} items={plan?.items ?? []} choices={choices} onAct={onAct} />
        <div
          className={styles['main']}
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
          }}
          onDrop={(event) => drop(event.dataTransfer.getData(dragType))}
        >
          {set.shortfall ? <ShortfallCard shortfall={set.shortfall} /> : null}
          {isEnough ? (
            <EmptyState title={t('plan.nothing')} />
          ) : (
            <>
              <PlanChoice set={set} chosen={plan?.aim ?? aim} onChoose={setAim} mayAct={mayAct} />
              <p className={styles['quiet']}>{t('candidates.drop')}</p>
              {plan ? <CostBar set={set} plan={plan} /> : null}
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** What was asked, what came of it, and what the person changed about it: each change plans again. */
function usePlanning() {
  const client = useQueryClient();
  const make = useCommand<PlanSet>();
  const [set, setSet] = useState<PlanSet | null>(null);
  const [run, setRun] = useState<string | null>(null);
  const [input, setInput] = useState<PlanInput | null>(null);
  const [choices, setChoices] = useState(noChoices);
  const plan = async (asked: PlanInput, changed: Choices): Promise<void> => {
    const key = uuidV7();
    setRun(key);
    setInput(asked);
    const made = await make.send({
      ...post('/plans', { body: { ...asked, ...choicesInput(changed) } }),
      key,
    });
    setRun(null);
    // What was refused is not kept: the screen goes on showing what the plan was made with.
    if (!made) return;
    setSet(made);
    setChoices(changed);
  };
  return {
    set,
    run,
    choices,
    busy: make.busy,
    told: make.told,
    ask: (asked: PlanInput) => void plan(asked, input?.needId === asked.needId ? choices : noChoices),
    change: (changed: Choices) => {
      if (input && !make.busy) void plan(input, changed);
    },
    show: async (id: string): Promise<void> => {
      const found = await client.fetchQuery(planSetQuery(id));
      setSet(found);
      setChoices(noChoices);
      setInput(found.needId === null ? null : { needId: found.needId, quota: found.quota });
    },
  };
}

/** 占补配单台: choose a need, see up to three ways to cover it, change them, carry one out. */
export function PlannerDesk({ party, mayAct }: { party: string; mayAct: boolean }): ReactElement {
  const { t } = useTranslation('planner');
  const needs = useQuery(openNeedsQuery(party));
  const { set, run, choices, busy, told, ask, change, show } = usePlanning();
  const changes = choices.locked.size + choices.without.size;
  return (
    <div className={styles['page']}>
      <Loaded
        query={needs}
        skeleton={<SkeletonPage columns="minmax(0, 1fr)" sheets={[['6.5rem', '11rem', '18rem']]} />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('ask.none')} hint={t('ask.noneHint')} />
          ) : (
            <>
              <Card>
                <AskForm
                  needs={items}
                  busy={busy}
                  again={set !== null}
                  errors={told?.fields ?? {}}
                  onAsk={ask}
                />
                {run ? <RunBar key={run} run={run} /> : null}
                {changes > 0 ? (
                  <p className={styles['changes']}>
                    {t('ask.changed', { locked: choices.locked.size, out: choices.without.size })}
                    <Button size="dense" look="link" disabled={busy} onClick={() => change(noChoices)}>
                      {t('ask.reset')}
                    </Button>
                  </p>
                ) : null}
                <ToldBox told={told} />
              </Card>
              {set ? null : <EmptyState title={t('ask.start')} hint={t('ask.startHint')} />}
            </>
          )
        }
      </Loaded>
      {set ? (
        <Result
          set={set}
          mayAct={mayAct}
          choices={choices}
          onAct={(act, row) => change(choose(choices, act, row))}
        />
      ) : null}
      <ActsCard onNext={(id) => void show(id)} />
    </div>
  );
}
