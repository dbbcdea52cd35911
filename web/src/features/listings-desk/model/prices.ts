import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import { type Fen, formatCny, parseCny, scaleDown, tryHa } from '@muheng/contracts/common/quantity';
import type { Policy } from '../api/listings.js';
import type { ListingDraft } from './listing-draft.js';

/** Prices of a draft in 分: what was typed, or what the market will fill in. Null: typed text that is no amount. */
export interface DraftPrices {
  proposal: Fen;
  start: Fen | null;
  step: Fen | null;
  deposit: Fen | null;
  ceiling: Fen | null;
  /** Of a reverse purchase; undefined while nothing is typed. */
  floor: Fen | null | undefined;
}

/** 12.5 → 125000 of 1000000: exact, for percentages with at most 4 decimals. */
function part(value: bigint, pct: number): Fen {
  const [whole = '0', fraction = ''] = String(pct).split('.');
  return scaleDown(value, BigInt(whole + fraction.padEnd(4, '0')), 1_000_000n) as Fen;
}

/** 万元 with at most 6 decimals → 分; null for anything else. */
export function wanToFen(typed: string): Fen | null {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '');
  const parts = /^(\d{1,11})(?:\.(\d{1,6}))?$/.exec(text);
  return parts ? (BigInt(`${parts[1]}${(parts[2] ?? '').padEnd(6, '0')}`) as Fen) : null;
}

/** The price that the policy proposes: land by its class, capacity alone by the kilogram, rounded down once. */
export function proposedStart(quota: QuotaKind, { area, paddy, capacity }: Quantities, policy: Policy): Fen {
  const perMu = policy.startPriceCnyPerMu;
  if (area === 0n && paddy === 0n)
    return scaleDown(capacity, parseCny(policy.startPriceCnyPerKg), 10_000n) as Fen;
  if (quota === 'LSQ')
    return scaleDown((area > paddy ? area : paddy) * parseCny(perMu.lsq), 15n, 10_000n) as Fen;
  const dry = area > paddy ? area - paddy : 0n;
  return scaleDown(dry * parseCny(perMu.dry) + paddy * parseCny(perMu.paddy), 15n, 10_000n) as Fen;
}

/** 万元 a 亩 × area: the price is read with 4 decimals, the total rounded down once. */
function byMu(typed: string, { area, paddy }: Quantities): Fen | null {
  const perMu = tryHa(typed.normalize('NFKC').replace(/[\s,]/g, ''));
  if (perMu === null || perMu < 0n) return null;
  const land = area > paddy ? area : paddy;
  // perMu is 万元 in 10⁻⁴, that is 100 分; land in m² is 15/10000 亩.
  return scaleDown(perMu * 100n * land, 15n, 10_000n) as Fen;
}

const isEmpty = (typed: string | undefined): boolean => (typed ?? '').trim() === '';

/** Reads the prices of a draft, filling in what was left empty as the market does (domain §16). */
export function pricesOf(draft: ListingDraft, total: Quantities, policy: Policy): DraftPrices {
  const proposal = proposedStart(draft.quota, total, policy);
  const perLand = draft.startBy === 'mu' && (total.area > 0n || total.paddy > 0n);
  const start =
    draft.start.trim() === '' ? proposal : perLand ? byMu(draft.start, total) : wanToFen(draft.start);
  const base = start ?? proposal;
  const typedOr = (typed: string, pct: number): Fen | null =>
    typed.trim() === '' ? part(base, pct) : wanToFen(typed);
  return {
    proposal,
    start,
    step: typedOr(draft.step, policy.stepPct),
    deposit: typedOr(draft.deposit, policy.depositPct),
    ceiling: draft.noCeiling
      ? null
      : policy.ceilingPct === null && draft.ceiling.trim() === ''
        ? null
        : typedOr(draft.ceiling, policy.ceilingPct ?? 0),
    floor:
      isEmpty(draft.floor) || draft.form !== 'reverse-purchase' ? undefined : wanToFen(draft.floor ?? ''),
  };
}

/** The price part of a body: what was left empty is left to the market. */
export function priceBody(
  draft: ListingDraft,
  prices: DraftPrices,
): {
  startPriceCny: string;
  stepCny?: string;
  depositCny?: string;
  ceilingCny?: string | null;
  floorCny?: string;
} {
  const typed = (text: string, value: Fen | null): string | undefined =>
    text.trim() === '' || value === null ? undefined : formatCny(value);
  const step = typed(draft.step, prices.step);
  const deposit = typed(draft.deposit, prices.deposit);
  const isPurchase = draft.form === 'reverse-purchase';
  const ceiling = isPurchase ? undefined : draft.noCeiling ? null : typed(draft.ceiling, prices.ceiling);
  return {
    startPriceCny: formatCny(prices.start ?? prices.proposal),
    ...(step === undefined ? {} : { stepCny: step }),
    ...(deposit === undefined ? {} : { depositCny: deposit }),
    ...(ceiling === undefined ? {} : { ceilingCny: ceiling }),
    ...(prices.floor == null ? {} : { floorCny: formatCny(prices.floor) }),
  };
}
