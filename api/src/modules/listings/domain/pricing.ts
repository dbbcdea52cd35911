import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import { type Policy, type PriceClass, percentRatio } from '@muheng/contracts/common/policy';
import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { type Fen, formatCny, formatMu, parseCny, scaleDown } from '@muheng/contracts/common/quantity';
import type { TradeForm } from '@muheng/contracts/common/statuses';

/** Prices of a listing in 分, for all its items together (replay.md "Prices"). Proposals are rounded down. */
export interface Prices {
  start: Fen;
  /** Null: the form knows no steps. */
  step: Fen | null;
  deposit: Fen;
  /** Null: no ceiling. */
  ceiling: Fen | null;
  /** The lowest price of a reverse purchase; null in every other form. */
  floor: Fen | null;
}

/** m² × 0.0015 = 亩. */
const muNumerator = 15n;
const muDenominator = 10_000n;

/** m² of each land class: what is paddy is priced as paddy, and paddy may be sold without its area (domain §5). */
function landOf(quota: QuotaKind, { area, paddy }: Quantities): [PriceClass, bigint][] {
  if (quota === 'LSQ') return [['lsq', area > paddy ? area : paddy]];
  return [
    ['dry', area > paddy ? area - paddy : 0n],
    ['paddy', paddy],
  ];
}

type PerMu = Readonly<Record<PriceClass, string | null>>;

/** The price of some land at so much for a 亩, rounded down once; null where a class has no price. */
function landPrice(quota: QuotaKind, each: Quantities, perMu: PerMu): Fen | null {
  let product = 0n;
  for (const [landClass, squareMetres] of landOf(quota, each)) {
    const price = perMu[landClass];
    if (squareMetres > 0n && price === null) return null;
    product += squareMetres * parseCny(price ?? '0');
  }
  return scaleDown(product, muNumerator, muDenominator) as Fen;
}

/**
 * The start price that the policy proposes (domain §16): land by its class; capacity has a price of its own only where
 * it is sold without land, else it goes with the land.
 */
export function proposedStart(
  quota: QuotaKind,
  each: Quantities,
  policy: Pick<Policy, 'startPriceCnyPerMu' | 'startPriceCnyPerKg'>,
): Fen {
  if (each.area > 0n || each.paddy > 0n)
    return landPrice(quota, each, policy.startPriceCnyPerMu) ?? (0n as Fen);
  return scaleDown(each.capacity, parseCny(policy.startPriceCnyPerKg), 10_000n) as Fen;
}

const share = (value: Fen, pct: number): Fen => {
  const { numerator, denominator } = percentRatio(pct);
  return scaleDown(value, numerator, denominator) as Fen;
};

/** A step that rounds down to nothing would let bids stand still. */
const atLeastOne = (step: Fen): Fen => (step > 0n ? step : (1n as Fen));

/** What somebody typed; absent follows the policy, `ceiling: null` is no ceiling (replay.md). */
export interface TypedPrices {
  start?: Fen;
  step?: Fen;
  deposit?: Fen;
  ceiling?: Fen | null;
  floor?: Fen;
}

/** Fills in what was not typed: percentages of the start price, rounded down; step and ceiling for timed bidding only. */
export function completePrices(
  form: TradeForm,
  typed: TypedPrices,
  proposal: Fen,
  policy: Pick<Policy, 'depositPct' | 'stepPct' | 'ceilingPct'>,
): Prices {
  const start = typed.start ?? proposal;
  const timed = form === 'timed-bidding';
  const isNamed = form === 'negotiated' || form === 'allocation';
  const step = typed.step ?? (timed ? atLeastOne(share(start, policy.stepPct)) : null);
  const ceiling = timed && policy.ceilingPct !== null ? share(start, policy.ceilingPct) : null;
  return {
    start,
    step,
    // A deal with one named buyer has no bidders, so nobody has to vouch for a bid.
    deposit: isNamed ? (0n as Fen) : (typed.deposit ?? share(start, policy.depositPct)),
    ceiling: typed.ceiling === undefined ? ceiling : typed.ceiling,
    // Without a lowest price nobody can stand level at it: 0.01 is below every offer that makes sense.
    floor: form === 'reverse-purchase' ? (typed.floor ?? (1n as Fen)) : null,
  };
}

/** Prices that make no sense, whatever the policy: a fault in the form of the input. */
export function refuseSenseless({ start, step, deposit, ceiling, floor }: Prices): Refused | null {
  const invalid = (field: string, value: bigint, expected: string): Refused =>
    refuse('listing.price-invalid', { field, valueCny: formatCny(value), expected }, `/${field}`);
  if (start <= 0n) return invalid('startPriceCny', start, '> 0.00');
  if (step !== null && step <= 0n) return invalid('stepCny', step, '> 0.00');
  if (deposit < 0n || deposit > start) return invalid('depositCny', deposit, `0.00 – ${formatCny(start)}`);
  if (ceiling !== null && ceiling < start) return invalid('ceilingCny', ceiling, `≥ ${formatCny(start)}`);
  if (floor !== null && (floor <= 0n || floor > start)) {
    return invalid('floorCny', floor, `0.01 – ${formatCny(start)}`);
  }
  return null;
}

export interface PriceBounds {
  /** Null: no bound. */
  lowest: Fen | null;
  highest: Fen | null;
}

/**
 * The bounds that the policy sets: floor and regional cap, and for a negotiated price the band around the guide price.
 * Without a guide price there is no band. Capacity that is sold alone has no bounds: the policy knows none per kg.
 */
export function boundsOf(
  form: TradeForm,
  quota: QuotaKind,
  each: Quantities,
  policy: Pick<
    Policy,
    'floorPriceCnyPerMu' | 'capPriceCnyPerMu' | 'guidePriceCnyPerMu' | 'negotiatedBandPct'
  >,
): PriceBounds {
  if (each.area === 0n && each.paddy === 0n) return { lowest: null, highest: null };
  const total = (perMu: PerMu | null): Fen | null => perMu && landPrice(quota, each, perMu);
  const floor = total(policy.floorPriceCnyPerMu);
  const cap = total(policy.capPriceCnyPerMu);
  const guide = form === 'negotiated' ? total(policy.guidePriceCnyPerMu) : null;
  if (guide === null) return { lowest: floor, highest: cap };
  const band = share(guide, policy.negotiatedBandPct);
  return { lowest: greater(floor, (guide - band) as Fen), highest: lesser(cap, (guide + band) as Fen) };
}

const greater = (left: Fen | null, right: Fen): Fen => (left !== null && left > right ? left : right);
const lesser = (left: Fen | null, right: Fen): Fen => (left !== null && left < right ? left : right);

/** `listing.price-out-of-policy`: a start price (or fixed, or negotiated) or a ceiling beyond the bounds. */
export function refuseOutOfPolicy(
  { start, ceiling }: Prices,
  { lowest, highest }: PriceBounds,
): Refused | null {
  const isOut = (price: Fen): boolean =>
    (lowest !== null && price < lowest) || (highest !== null && price > highest);
  const field = isOut(start) ? 'startPriceCny' : ceiling !== null && isOut(ceiling) ? 'ceilingCny' : null;
  if (field === null) return null;
  return refuse(
    'listing.price-out-of-policy',
    {
      priceCny: formatCny(field === 'startPriceCny' ? start : (ceiling ?? start)),
      lowestCny: lowest === null ? '0.00' : formatCny(lowest),
      highestCny: highest === null ? '∞' : formatCny(highest),
    },
    `/${field}`,
  );
}

/** The ceiling that nobody typed stays within the regional cap. */
export const capCeiling = (prices: Prices, typed: TypedPrices, { highest }: PriceBounds): Prices =>
  typed.ceiling === undefined && prices.ceiling !== null && highest !== null && prices.ceiling > highest
    ? { ...prices, ceiling: highest }
    : prices;

/** `minLotMu` in m², rounded up: the least land worth listing. */
export const smallestLot = ({ minLotMu }: Pick<Policy, 'minLotMu'>): bigint =>
  (BigInt(minLotMu) * muDenominator + muNumerator - 1n) / muNumerator;

/** `listing.below-min-lot`: less land than the policy's smallest lot; capacity alone has no smallest lot. */
export function refuseBelowMinLot(each: Quantities, policy: Pick<Policy, 'minLotMu'>): Refused | null {
  const land = each.area > each.paddy ? each.area : each.paddy;
  const smallest = smallestLot(policy);
  if (land === 0n || land >= smallest) return null;
  return refuse('listing.below-min-lot', {
    areaMu: formatMu(land),
    minLotMu: String(policy.minLotMu),
    missingMu: formatMu(smallest - land),
  });
}

/**
 * Prices of a listing that enforcement made smaller (domain §8): every price in the proportion of the land that is
 * left (of the capacity, where no land is sold), rounded down.
 */
export function reducePrices(prices: Prices, before: Quantities, after: Quantities): Prices {
  const size = (each: Quantities): bigint => {
    if (before.area > 0n) return each.area;
    return before.paddy > 0n ? each.paddy : each.capacity;
  };
  const part = (price: Fen): Fen => scaleDown(price, size(after), size(before)) as Fen;
  return {
    start: part(prices.start),
    step: prices.step === null ? null : atLeastOne(part(prices.step)),
    deposit: part(prices.deposit),
    ceiling: prices.ceiling === null ? null : part(prices.ceiling),
    floor: prices.floor === null ? null : part(prices.floor),
  };
}
