import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { planAct } from '@muheng/contracts/planner';
import type { z } from 'zod';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { actState, stepState } from '../domain/step-state.js';
import { type ActRow, findSteps, type StepRow } from '../persistence/plan-act.repository.js';

export type ActView = z.input<typeof planAct>;

const stepView = (row: StepRow): ActView['steps'][number] => ({
  listingId: row.listingId,
  requestId: row.requestId,
  number: row.number,
  title: row.title,
  form: row.form,
  listingStatus: row.listingStatus,
  registrationId: row.registrationId,
  paymentId: stepState(row) === 'deposit-due' ? row.paymentId : null,
  depositCny: formatCny(row.deposit),
  expectedCny: formatCny(row.expected),
  quantities: formatQuantities(quantities(row.area, row.paddy, row.capacity)),
  state: stepState(row),
  tradeId: row.tradeId,
});

/** Acts with where each step stands now. */
export async function viewActs(tx: Tx | ReadTx, acts: readonly ActRow[]): Promise<ActView[]> {
  const rows = await findSteps(
    tx,
    acts.map((act) => act.id),
  );
  return acts.map((act) => {
    const steps = rows.filter((row) => row.actId === act.id);
    return {
      id: act.id,
      planSetId: act.planSetId,
      needId: act.needId,
      aim: act.aim,
      actedAt: act.actedAt.toISOString(),
      state: actState(act.state, steps.map(stepState)),
      nextPlanSetId: act.nextPlanSetId,
      deposit: act.deposit,
      depositCny: formatCny(steps.reduce((sum, row) => sum + row.deposit, 0n)),
      steps: steps.map(stepView),
    };
  });
}
