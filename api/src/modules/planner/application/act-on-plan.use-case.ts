import { Inject, Injectable } from '@nestjs/common';
import {
  parseQuantities,
  type QuantitiesWire,
  quantities,
  formatQuantities,
} from '@muheng/contracts/common/component';
import { formatCny, parseCny } from '@muheng/contracts/common/quantity';
import type { actInput } from '@muheng/contracts/planner';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { RegisterBidder } from '../../bidding/application/register-bidder.use-case.js';
import { currentPolicy } from '../../listings/application/current-policy.js';
import { priceRange } from '../domain/offer.js';
import { type Change, changesOf, type PlannedLot } from '../domain/overtaken.js';
import { findOpenAct, insertAct, type NewStep } from '../persistence/plan-act.repository.js';
import { findOwnPlanSet } from '../persistence/plan-set.repository.js';
import { insertRequest } from '../persistence/quota-request.repository.js';
import { type ActView, viewActs } from './act-view.js';
import { findOffers, offerOf, type OfferRow } from './market-offers.js';
import type { PlanItemView } from './plan-view.js';

/** Sold to the buyer whom the notice names, without a registration (domain §11 F3, F4). */
const namedForms: ReadonlySet<string> = new Set(['negotiated', 'allocation']);

/** One act: everything that a chosen plan needs is registered or asked for, or nothing is (domain §9). */
@Injectable()
export class ActOnPlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registerBidder: RegisterBidder,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * One transaction: if a single registration is refused, or we die, there is none. Purchases at a fixed price follow
   * by a job from the same transaction. Throws `planner.plan-not-found`, `planner.not-declared`,
   * `planner.aim-not-found`, `planner.already-acted`, `planner.overtaken` with what changed, `planner.asked-already`,
   * and whatever a registration is refused with (`payment.wallet-limit` where one deposit does not reach).
   */
  async execute(
    context: CommandContext,
    planSetId: string,
    { aim, deposit }: z.output<typeof actInput>,
  ): Promise<ActView> {
    const { partyId, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'planner.act', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { planSetId, aim, deposit }, async (tx) => {
      const set = await findOwnPlanSet(tx, planSetId, partyId);
      if (!set) throw new Refusal('planner.plan-not-found');
      const { needId } = set;
      if (needId === null) throw new Refusal('planner.not-declared');
      const plan = set.plans.find((each) => each.aim === aim);
      if (!plan || plan.items.length === 0) throw new Refusal('planner.aim-not-found', { params: { aim } });
      if (await findOpenAct(tx, needId))
        throw new Refusal('planner.already-acted', { params: { need: set.needTitle ?? '' } });
      const policy = (await currentPolicy(tx, this.config.POLICY_PACK)).values;
      refuseOvertaken(await findOffers(tx, set.quota, policy), plan.items);
      const steps = await this.begin(tx, context, { needId, fromWallet: deposit === 'wallet' }, plan.items);
      const id = uuidv7();
      await insertAct(tx, { id, planSetId, partyId, needId, aim, deposit, byPersonId: personId }, steps);
      tx.audit('plan-act', id, { planSetId, aim, lots: steps.length });
      tx.publish('plan.advance', { subjectId: id });
      const act = await findOpenAct(tx, needId);
      const [view] = act ? await viewActs(tx, [act]) : [];
      if (!view) throw new Error(`plan act ${id} vanished`);
      return view;
    });
  }

  /** In the order of ids, so that two acts that want the same listings never wait for each other in a circle. */
  private async begin(
    tx: Tx,
    context: CommandContext,
    terms: { needId: string; fromWallet: boolean },
    items: readonly PlanItemView[],
  ): Promise<NewStep[]> {
    const steps: NewStep[] = [];
    for (const item of [...items].sort((a, b) => (a.offerId < b.offerId ? -1 : 1)))
      steps.push(await this.beginStep(tx, context, terms, item));
    return steps;
  }

  private async beginStep(
    tx: Tx,
    { actor }: CommandContext,
    { needId, fromWallet }: { needId: string; fromWallet: boolean },
    item: PlanItemView,
  ): Promise<NewStep> {
    const { area, paddy, capacity } = parseQuantities(item.quantities);
    const expected = parseCny(item.expectedCny);
    const nothing = { listingId: item.listingId, registrationId: null, requestId: null };
    const step = { ...nothing, area, paddy, capacity, expected };
    if (item.listingId === null) {
      const requestId = uuidv7();
      const kind = item.source === 'reserve' ? 'allocation' : 'negotiation';
      const asked = {
        id: requestId,
        kind,
        partyId: actor.partyId ?? '',
        lotId: item.offerId,
        needId,
      } as const;
      const row = { ...asked, area, paddy, capacity, price: expected, byPersonId: actor.personId };
      if (!(await insertRequest(tx, row)))
        throw new Refusal('planner.asked-already', { params: { lot: item.title } });
      return { ...step, requestId };
    }
    if (namedForms.has(item.form)) return step;
    const made = await this.registerBidder.ensure(tx, actor, item.listingId, { needId, fromWallet });
    return { ...step, registrationId: made.id };
  }
}

const signature = (offered: QuantitiesWire): string =>
  [offered.areaHa, offered.paddyHa, offered.capacityKg].join('/');

/** Compares each lot with the market as it is. Throws `planner.overtaken`. */
function refuseOvertaken(offers: readonly OfferRow[], items: readonly PlanItemView[]): void {
  const rows = new Map(offers.map((row) => [row.id, row]));
  const lots = items.map((item): PlannedLot => {
    const row = rows.get(item.offerId);
    const offered = signature(item.offered);
    const share = { number: item.number ?? item.title, offered };
    // A holding that was listed meanwhile is on other terms.
    if (!row || row.status === 'suspended' || row.source !== item.source)
      return { ...share, expected: 0n, now: null };
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
