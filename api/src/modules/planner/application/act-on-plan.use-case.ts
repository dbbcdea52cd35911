import { Injectable } from '@nestjs/common';
import {
  parseQuantities,
  type QuantitiesWire,
  quantities,
  formatQuantities,
} from '@muheng/contracts/common/component';
import { formatCny, parseCny } from '@muheng/contracts/common/quantity';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { RegisterBidder } from '../../bidding/application/register-bidder.use-case.js';
import { findOnOffer } from '../../listings/application/on-offer.js';
import type { Aim } from '../domain/aims.js';
import { priceRange } from '../domain/offer.js';
import { type Change, changesOf, type PlannedLot } from '../domain/overtaken.js';
import { findOpenAct, insertAct, type NewStep } from '../persistence/plan-act.repository.js';
import { findOwnPlanSet, type PlanSetWire } from '../persistence/plan-set.repository.js';
import { type ActView, viewActs } from './act-view.js';
import { offerOf } from './market-offers.js';
import type { PlanItemView } from './plan-view.js';

/** One act: everything that a chosen plan needs is registered for, or nothing is (domain §9). */
@Injectable()
export class ActOnPlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registerBidder: RegisterBidder,
  ) {}

  /**
   * One transaction: if a single registration is refused, or we die, there is none. Throws `planner.plan-not-found`,
   * `planner.not-declared`, `planner.aim-not-found`, `planner.already-acted`, `planner.overtaken` with what changed,
   * and whatever a registration is refused with.
   */
  async execute(context: CommandContext, planSetId: string, aim: Aim): Promise<ActView> {
    const { partyId, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'planner.act', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { planSetId, aim }, async (tx) => {
      const set = await findOwnPlanSet(tx, planSetId, partyId);
      if (!set) throw new Refusal('planner.plan-not-found');
      const { needId } = set;
      if (needId === null) throw new Refusal('planner.not-declared');
      const plan = set.plans.find((each) => each.aim === aim);
      if (!plan || plan.items.length === 0) throw new Refusal('planner.aim-not-found', { params: { aim } });
      if (await findOpenAct(tx, needId))
        throw new Refusal('planner.already-acted', { params: { need: set.needTitle ?? '' } });
      await refuseOvertaken(tx, set, plan.items);
      const steps = await this.register(tx, context, needId, plan.items);
      const id = uuidv7();
      await insertAct(tx, { id, planSetId, partyId, needId, aim, byPersonId: personId }, steps);
      tx.audit('plan-act', id, { planSetId, aim, lots: steps.length });
      const act = await findOpenAct(tx, needId);
      const [view] = act ? await viewActs(tx, [act]) : [];
      if (!view) throw new Error(`plan act ${id} vanished`);
      return view;
    });
  }

  /** In the order of ids, so that two acts that want the same listings never wait for each other in a circle. */
  private async register(
    tx: Tx,
    { actor }: CommandContext,
    needId: string,
    items: readonly PlanItemView[],
  ): Promise<NewStep[]> {
    const steps: NewStep[] = [];
    for (const item of [...items].sort((a, b) => (a.listingId < b.listingId ? -1 : 1))) {
      const made = await this.registerBidder.ensure(tx, actor, item.listingId, { needId });
      const { area, paddy, capacity } = parseQuantities(item.quantities);
      const expected = parseCny(item.expectedCny);
      steps.push({ listingId: item.listingId, registrationId: made.id, area, paddy, capacity, expected });
    }
    return steps;
  }
}

const signature = (offered: QuantitiesWire): string =>
  [offered.areaHa, offered.paddyHa, offered.capacityKg].join('/');

/** Compares each lot with the market as it is. Throws `planner.overtaken`. */
async function refuseOvertaken(tx: Tx, set: PlanSetWire, items: readonly PlanItemView[]): Promise<void> {
  const rows = new Map((await findOnOffer(tx, set.quota)).map((row) => [row.id, row]));
  const lots = items.map((item): PlannedLot => {
    const row = rows.get(item.listingId);
    const offered = signature(item.offered);
    const share = { number: item.number ?? item.title, offered };
    if (!row || row.status === 'suspended') return { ...share, expected: 0n, now: null };
    const whole = priceRange(offerOf(row)).expected;
    const nowOffered = signature(formatQuantities(quantities(row.area, row.paddy, row.capacity)));
    const planned = item.divisible ? parseCny(item.wholeCny) : parseCny(item.expectedCny);
    return { ...share, expected: planned, now: { expected: whole, offered: nowOffered } };
  });
  const changes = changesOf(lots);
  if (changes.length === 0) return;
  throw new Refusal('planner.overtaken', {
    params: { changes: changes.map(sentence).join('; '), lots: changes.map(wire) },
  });
}

/** Codes and figures that read the same in each language. */
const sentence = ({ number, what, by }: Change): string => {
  const sign = { gone: '✗', reduced: '▼', dearer: '▲' }[what];
  return `${number} ${sign}${by === undefined ? '' : ` +${formatCny(by)} CNY`}`;
};
const wire = ({ number, what, by }: Change) => ({
  number,
  what,
  ...(by === undefined ? {} : { byCny: formatCny(by) }),
});
