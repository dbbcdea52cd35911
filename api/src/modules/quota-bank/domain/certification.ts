import { shanghaiYear } from '@muheng/contracts/common/calendar';
import {
  addQuantities,
  components,
  type Quantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { formatHa } from '@muheng/contracts/common/quantity';
import { isNothing, readable } from './amounts.js';
import { type ComponentArithmetic, type CountyFirstPosition, testSurplus } from './county-first.js';
import { type Declaration, type DeclarationStanding, declarationStanding } from './declaration.js';
import { type LotRecord, saleObstacles } from './saleability.js';
import { activeSuspension, type Suspension, suspensionParams } from './suspension.js';

export interface CertificationItem {
  lot: LotRecord;
  /** What of the lot stands in the seller's `available` bucket. */
  available: Quantities;
  asked: Quantities;
}

export interface CertificationRequest {
  county: { code: string; name: string };
  items: readonly CertificationItem[];
  position: CountyFirstPosition;
  /** Latest survey, in m²; a county without one passes the gate (replay.md). */
  survey: { farmland: bigint; target: bigint } | null;
  declarations: readonly Declaration[];
  suspensions: readonly Suspension[];
  /** Quota borrowed from the region pool and not yet returned (domain §8, condition 5). */
  hasOpenLoan: boolean;
  /** Set after a breach by a confirmed trade: nothing is listed until no margin is negative (domain §8). */
  isBlocked: boolean;
  policy: Pick<Policy, 'declarationMaxAgeDays' | 'retentionGate'>;
  now: Date;
}

/** What the certificate states: quantities asked, the arithmetic, and the declaration that it rests on. */
export interface Certified {
  asked: Quantities;
  arithmetic: ComponentArithmetic[];
  declaration: DeclarationStanding;
}

/** A refusal for want of surplus carries the whole arithmetic beside the sentence. */
export type CertificationRefused = Refused & { arithmetic?: ComponentArithmetic[] };

/**
 * The county-first gate of domain §8: a listing is certifiable iff the seller is in good standing, every lot is clean
 * and holds enough, the year's declaration stands, farmland retention is met, and every component is within surplus.
 * Refusals come in the order of replay.md "Which refusal comes first".
 */
export function certify(request: CertificationRequest): Certified | CertificationRefused {
  const asked = request.items.reduce((sum, item) => addQuantities(sum, item.asked), zeroQuantities);
  const arithmetic = testSurplus(request.position, asked);
  const declaration = declarationStanding(
    request.declarations,
    request.now,
    request.policy.declarationMaxAgeDays,
  );
  return (
    refuseEmpty(request) ??
    refuseSeller(request) ??
    refuseLots(request) ??
    refuseUndeclared(request, declaration) ??
    refuseRetention(request) ??
    refuseSurplus(request, arithmetic) ??
    refuseLoan(request) ?? { asked, arithmetic, declaration }
  );
}

function refuseEmpty({ items }: CertificationRequest): Refused | null {
  if (items.length === 0) return refuse('listing.no-items', undefined, '/items');
  const empty = items.findIndex((item) => isNothing(item.asked));
  return empty < 0 ? null : refuse('quota.nothing-asked', undefined, `/items/${empty}`);
}

function refuseSeller({ county, suspensions, now }: CertificationRequest): Refused | null {
  const suspension = activeSuspension(suspensions, now);
  return suspension && refuse('party.suspended', suspensionParams(county.name, suspension));
}

function refuseLots({ county, items, now }: CertificationRequest): Refused | null {
  for (const [index, { lot }] of items.entries()) {
    const [cause] = saleObstacles(lot, now);
    if (cause) return refuse('quota.not-saleable', { lot: lot.number, cause }, `/items/${index}/lotId`);
  }
  for (const [index, { available, asked }] of items.entries()) {
    const component = components.find((each) => asked[each] > available[each]);
    if (component) {
      const amounts = {
        party: county.name,
        component,
        available: readable(component, available[component]),
        asked: readable(component, asked[component]),
        missing: readable(component, asked[component] - available[component]),
      };
      return refuse('quota.insufficient', amounts, `/items/${index}`);
    }
  }
  return null;
}

function refuseUndeclared(
  { county, policy, now }: CertificationRequest,
  declaration: DeclarationStanding,
): Refused | null {
  if (declaration.valid) return null;
  return refuse('county-first.declaration-missing', {
    county: county.name,
    year: String(shanghaiYear(now)),
    maxAgeDays: String(policy.declarationMaxAgeDays),
    signedOn: declaration.lastSignedOn ?? 'never',
  });
}

function refuseRetention({ county, survey, policy }: CertificationRequest): Refused | null {
  if (policy.retentionGate === 'off' || survey === null || survey.farmland >= survey.target) return null;
  return refuse('county-first.retention-below-target', {
    county: county.name,
    farmlandHa: formatHa(survey.farmland),
    targetHa: formatHa(survey.target),
    shortHa: formatHa(survey.target - survey.farmland),
  });
}

function refuseSurplus(
  { county, isBlocked }: CertificationRequest,
  arithmetic: ComponentArithmetic[],
): CertificationRefused | null {
  const over =
    arithmetic.find((line) => !line.holds) ?? (isBlocked && arithmetic.find((line) => line.margin < 0n));
  if (!over) return null;
  const { component } = over;
  const sentence = refuse('county-first.surplus-exceeded', {
    county: county.name,
    component,
    surplus: readable(component, over.surplus),
    asked: readable(component, over.asked),
    excess: readable(component, over.excess),
    largest: readable(component, isBlocked && over.margin < 0n ? 0n : over.largest),
  });
  return { ...sentence, arithmetic };
}

const refuseLoan = ({ county, hasOpenLoan }: CertificationRequest): Refused | null =>
  hasOpenLoan ? refuse('county-first.loan-open', { county: county.name }) : null;
