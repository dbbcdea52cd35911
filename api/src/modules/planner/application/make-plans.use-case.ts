import { Inject, Injectable } from '@nestjs/common';
import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { currentPolicy } from '../../listings/application/current-policy.js';
import { BuyerEligibility } from '../../quota-bank/application/buyer-eligibility.service.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { big } from '../domain/exact.js';
import { insertPlanSet, type PlanSetWire } from '../persistence/plan-set.repository.js';
import { exclusionView } from './exclusion-view.js';
import { planView, type PlanView } from './plan-view.js';
import { type Planning, type PlanRequest, readPlanning } from './read-planning.js';
import { relaxationViews } from './relaxation-view.js';
import { type BuiltTask, buildTask } from './solver/build-task.js';
import { SolverPool } from './solver/solver-pool.js';
import type { SolverAnswer } from './solver/solver-task.js';

export interface PlanningSigns {
  progress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Plans how to cover a need from everything on offer now (domain §8, §9). */
@Injectable()
export class MakePlans {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eligibility: BuyerEligibility,
    private readonly countyFirst: CountyFirst,
    private readonly solver: SolverPool,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Reads the market, solves beside the event loop, and keeps the answer. No lock is held while it solves: whoever
   * acts on a plan is told what the market has changed since. Throws what `readPlanning` throws, `planner.cancelled`.
   */
  async execute(
    context: CommandContext,
    input: PlanRequest,
    signs: PlanningSigns = {},
  ): Promise<PlanSetWire> {
    const { partyId, partyCode, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const result = await this.solve({ partyId, partyCode }, input, signs);
    const command = { name: 'planner.make-plans', scope: 'own' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      await insertPlanSet(tx, { result, partyId, input, byPersonId: personId });
      tx.audit('plan-set', result.id, { need: result.needId, plans: result.plans.length });
      return result;
    });
  }

  /** The same without keeping it. */
  async solve(
    buyer: { partyId: string; partyCode: string },
    input: PlanRequest,
    { progress, signal }: PlanningSigns = {},
  ): Promise<PlanSetWire> {
    const policyOf = (tx: ReadTx) => currentPolicy(tx, this.config.POLICY_PACK);
    const doors = { eligibility: this.eligibility, countyFirst: this.countyFirst, policyOf };
    const planning = await this.unitOfWork.readMarket((tx) => readPlanning(tx, doors, buyer, input));
    const built = buildTask({ ...planning, patience: input.patience });
    const answer = await this.solver.solve(built.task, progress, signal);
    if (answer.cancelled) throw new Refusal('planner.cancelled');
    return resultOf(buyer.partyCode, planning, built, answer);
  }
}

function resultOf(party: string, planning: Planning, built: BuiltTask, answer: SolverAnswer): PlanSetWire {
  const { need, allowed, deadline, judged } = planning;
  const plans = answer.plans
    .map((each) => planView(each, built, planning))
    .filter((each): each is PlanView => each !== null);
  const used = new Set(plans.flatMap((each) => each.items.map((item) => item.offerId)));
  return {
    id: uuidv7(),
    madeAt: planning.now.toISOString(),
    party,
    needId: need?.id ?? null,
    needTitle: need?.title ?? null,
    quota: planning.quota,
    required: formatQuantities(planning.required),
    own: formatQuantities(planning.own),
    coming: formatQuantities(planning.coming),
    toBuy: formatQuantities(planning.toBuy),
    allowed: allowed && formatQuantities(allowed),
    deadline,
    offers: judged.length,
    plans,
    excluded: judged
      .filter((each) => !used.has(each.row.id))
      .map((each) => exclusionView(each, allowed, deadline)),
    shortfall: shortfallOf(planning, built, answer),
  };
}

function shortfallOf(
  { allowed }: Planning,
  built: BuiltTask,
  answer: SolverAnswer,
): PlanSetWire['shortfall'] {
  if (answer.short === null) return null;
  const [area, paddy, capacity] = answer.short;
  const short = quantities(big(area), big(paddy), big(capacity));
  const relaxations = relaxationViews(answer, built.relaxedOffers, { short, allowed });
  return { short: formatQuantities(short), certain: answer.certain, relaxations };
}
