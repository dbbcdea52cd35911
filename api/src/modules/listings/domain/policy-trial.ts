import { type Quantities, type QuotaKind, components } from '@muheng/contracts/common/component';
import { percentRatio, type Policy } from '@muheng/contracts/common/policy';
import type { ProblemCode } from '@muheng/contracts/common/problems';
import { type Fen, parseCny, scaleDown, scaleUp } from '@muheng/contracts/common/quantity';
import type { TradeForm } from '@muheng/contracts/common/statuses';
import { boundsOf, type Prices, refuseBelowMinLot, refuseOutOfPolicy } from './pricing.js';

/** A listing of the past that was sold, with the county-first arithmetic that its certificate rested on. */
export interface PastListing {
  id: string;
  form: TradeForm;
  quota: QuotaKind;
  quantities: Quantities;
  prices: Prices;
  /** What it was sold for, 分. */
  sold: Fen;
  /** The rules of its day. */
  policy: Policy;
  /** Null where county-first does not ask (the region's reserve, purchases). */
  arithmetic: { available: Quantities; need: Quantities; reserve: Quantities } | null;
}

export interface Outcome {
  listings: number;
  area: bigint;
  price: bigint;
  county: bigint;
}

export interface Trial {
  was: Outcome;
  would: Outcome;
  refused: { id: string; code: ProblemCode; area: bigint }[];
}

const nothing = (): Outcome => ({ listings: 0, area: 0n, price: 0n, county: 0n });

/** Plays the draft's rules over what was sold: the same refusals as at the certificate, in the same order. */
export function tryPolicy(draft: Policy, past: readonly PastListing[]): Trial {
  const trial: Trial = { was: nothing(), would: nothing(), refused: [] };
  for (const listing of past) {
    add(trial.was, listing, listing.sold, listing.policy);
    const code = refusalOf(draft, listing);
    if (code === null) add(trial.would, listing, soldUnder(draft, listing), draft);
    else trial.refused.push({ id: listing.id, code, area: listing.quantities.area });
  }
  return trial;
}

function add(outcome: Outcome, listing: PastListing, price: bigint, policy: Policy): void {
  outcome.listings += 1;
  outcome.area += listing.quantities.area;
  outcome.price += price;
  outcome.county += countyShare(listing.quota, listing.quantities.area, price, policy);
}

function refusalOf(draft: Policy, listing: PastListing): ProblemCode | null {
  if (exceedsSurplus(draft, listing)) return 'county-first.surplus-exceeded';
  const { form, quota, quantities, prices } = listing;
  const terms =
    refuseBelowMinLot(quantities, draft) ??
    refuseOutOfPolicy(prices, boundsOf(form, quota, quantities, draft));
  return terms?.refused ?? null;
}

/** The reserve grows or shrinks with the percentage that the draft asks for; needs and stock were what they were. */
function exceedsSurplus(draft: Policy, { arithmetic, policy, quantities }: PastListing): boolean {
  if (arithmetic === null) return false;
  const before = percentRatio(policy.reservePct).numerator;
  const after = percentRatio(draft.reservePct).numerator;
  return components.some((component) => {
    const asked = quantities[component];
    if (asked === 0n) return false;
    const reserve = arithmetic.reserve[component];
    const held = before === 0n ? reserve : scaleUp(reserve, after, before);
    return asked > arithmetic.available[component] - arithmetic.need[component] - held;
  });
}

/** A timed auction goes no higher than the ceiling; what was agreed or offered by other forms stays as it was. */
function soldUnder(draft: Policy, { form, prices, sold }: PastListing): bigint {
  if (form !== 'timed-bidding' || draft.ceilingPct === null) return sold;
  const { numerator, denominator } = percentRatio(draft.ceilingPct);
  const ceiling = scaleDown(prices.start, numerator, denominator);
  return sold > ceiling ? ceiling : sold;
}

/** What of a price reaches the county: deductions for each 亩 first, then its share of the rest, rounded down. */
function countyShare(quota: QuotaKind, area: bigint, price: bigint, policy: Policy): bigint {
  const deductions = quota === 'LSQ' ? policy.lsqDeductions : [];
  const off = deductions.reduce(
    (sum, { cnyPerMu }) => sum + scaleDown(area * parseCny(cnyPerMu), 15n, 10_000n),
    0n,
  );
  const net = price > off ? price - off : 0n;
  const shares = quota === 'LSQ' ? policy.lsqShares : policy.sfqShares;
  return shares
    .filter(({ to }) => to === 'county')
    .reduce((sum, { pct }) => {
      const { numerator, denominator } = percentRatio(pct);
      return sum + scaleDown(net, numerator, denominator);
    }, 0n);
}
