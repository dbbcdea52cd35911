import { shanghaiDay, type WorkingDayTable } from '@muheng/contracts/common/calendar';
import {
  lesserQuantities,
  parseQuantities,
  type Quantities,
  type QuotaKind,
  subtractQuantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import type { planInput } from '@muheng/contracts/planner';
import type { z } from 'zod';
import { unlessRefused } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import type { PolicyInForce } from '../../listings/application/current-policy.js';
import type { BuyerEligibility } from '../../quota-bank/application/buyer-eligibility.service.js';
import type { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { needOfBuyer, openNeedsOfBuyer } from '../../quota-bank/application/need-of-buyer.js';
import { type Allotment, allotCover, type Arrival } from '../domain/allot-cover.js';
import { completeNeed, endOfDay, refuseDeadline, refuseNeed } from '../domain/need.js';
import { lockOffers } from './lock-offers.js';
import { findOffers, type Judged, judgeOffers } from './market-offers.js';
import type { Wanted } from './plan-view.js';

export type PlanRequest = z.output<typeof planInput>;

/** The market as one buyer's need meets it, at one instant. */
export interface Planning extends Wanted {
  now: Date;
  need: { id: string; title: string } | null;
  quota: QuotaKind;
  deadline: string | null;
  judged: Judged[];
}

export interface PlanningDoors {
  eligibility: BuyerEligibility;
  countyFirst: CountyFirst;
  policyOf: (tx: ReadTx) => Promise<PolicyInForce>;
}

/**
 * Reads need, own bank, cap and offers in one transaction of market scope. Throws `quota.need-not-found`,
 * `planner.*` with the field, `party.suspended` and its like where the buyer may buy nothing at all.
 */
export async function readPlanning(
  tx: ReadTx,
  { eligibility, countyFirst, policyOf }: PlanningDoors,
  buyer: { partyId: string; partyCode: string },
  input: PlanRequest,
): Promise<Planning> {
  const asked = await askedOf(tx, buyer.partyId, input);
  unlessRefused(refuseNeed(asked.required, input.grade ?? null));
  const deadline = input.deadline ?? asked.wantedBy;
  unlessRefused(refuseDeadline(deadline, shanghaiDay(tx.now)));
  const request = { buyerId: buyer.partyId, quota: asked.quota, needId: asked.id, hasCountyConsent: true };
  const outlook = await eligibility.outlook(tx, request);
  const nobody = { code: '', name: '', beneficialGroup: null };
  unlessRefused(outlook.refuse({ seller: nobody, quantities: zeroQuantities }));
  const { holdings } = await countyFirst.assess(tx, buyer.partyId, asked.quota);
  const { own, coming } = await coverOf(tx, buyer.partyId, asked, {
    bank: holdings.get('available') ?? zeroQuantities,
    arrivals: outlook.coming,
  });
  const toBuy = subtractQuantities(subtractQuantities(asked.required, own), coming);
  // Three numbers that nobody has declared are planned for as if they were.
  const allowed = asked.id === null ? outlook.allowed && toBuy : outlook.allowed;
  const calendar: WorkingDayTable = await loadCalendar(tx);
  const view = {
    code: buyer.partyCode,
    regionCode: outlook.regionCode,
    need: toBuy,
    allowed,
    region: input.region ?? null,
    deadlineEnds: deadline === null ? null : endOfDay(deadline),
    without: new Set(input.without ?? []),
  };
  const rows = await findOffers(tx, asked.quota, (await policyOf(tx)).values);
  return {
    now: tx.now,
    need: asked.id === null ? null : { id: asked.id, title: asked.title },
    quota: asked.quota,
    deadline,
    required: asked.required,
    own,
    coming,
    toBuy,
    allowed,
    judged: lockOffers(
      judgeOffers(rows, view, outlook, { now: tx.now, calendar }),
      input.lock ?? [],
      allowed,
    ),
  };
}

/**
 * What covers the need already: its share of the own bank and of what the buyer has won or leads, which is not bought
 * twice and covers no two needs. Three numbers that nobody has declared have the whole bank before them.
 */
async function coverOf(
  tx: ReadTx,
  partyId: string,
  { id, quota, required }: Asked,
  { bank, arrivals }: { bank: Quantities; arrivals: readonly Arrival[] },
): Promise<Allotment> {
  if (id === null) return { own: lesserQuantities(bank, required), coming: zeroQuantities };
  const open = await openNeedsOfBuyer(tx, partyId, quota);
  const needs = open.map(({ uncovered, ...need }) => ({ ...need, lacks: uncovered }));
  return allotCover(needs, bank, arrivals).get(id) ?? { own: zeroQuantities, coming: zeroQuantities };
}

interface Asked {
  id: string | null;
  title: string;
  quota: QuotaKind;
  required: Quantities;
  wantedBy: string | null;
}

async function askedOf(tx: ReadTx, partyId: string, input: PlanRequest): Promise<Asked> {
  if (input.needId === undefined && input.projectCode === undefined) {
    const typed = { quantities: parseQuantities(input), grade: input.grade ?? null };
    const required = completeNeed(typed, input.capacityKg !== undefined);
    return { id: null, title: '', quota: input.quota, required, wantedBy: null };
  }
  const need = await needOfBuyer(tx, partyId, input.quota, input);
  if (need.status !== 'open')
    throw new Refusal('planner.need-covered', {
      params: { need: need.number, status: need.status },
      pointer: '/needId',
    });
  return { ...need, required: need.uncovered };
}
