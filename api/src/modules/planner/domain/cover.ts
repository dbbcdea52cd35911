import type { LinearProgram } from './linear-program.js';

/**
 * Covering a need with lots, in whole numbers that a double holds exactly (checked where they come in): m², m²,
 * 0.0001 kg and 分. Pure: no clock, no randomness; `stop` says when to give up.
 */

export type Triple = readonly [number, number, number];

/** What can be bought of one lot: none, all, or any whole number of equal parts. */
export interface Candidate {
  /** The whole lot. */
  amounts: Triple;
  /** Expected price of the whole lot. */
  price: number;
  /** 1: sold as a whole. */
  parts: number;
  /** The counterparty, as an index. */
  seller: number;
  /** When its quota arrives, in ms since the epoch. */
  ready: number;
}

export interface CoverProblem {
  candidates: readonly Candidate[];
  /** At least this much of each component. */
  need: Triple;
  /** At most this much: the buyer's certified deficit (domain §9); Infinity where there is no cap. */
  cap: Triple;
  /** Price of each unit that stays uncovered, far above any lot's; absent, all has to be covered. */
  shortagePrice?: Triple;
  /** Bought from in any case, so no further counterparties. */
  freeSellers?: ReadonlySet<number>;
  /** Before this nothing is complete in any case; ms since the epoch. */
  readyAtLeast?: number;
}

/** Parts taken of each candidate that is taken at all, by its index. */
export type Taken = ReadonlyMap<number, number>;

export interface Cover {
  taken: Taken;
  cost: number;
}

export const indices = [0, 1, 2] as const;

/**
 * What so many parts of a lot bring: rounded down, so that what is counted is surely delivered. Exact, for a product
 * of two integers may not fit a double.
 */
export function amountsOf({ amounts, parts }: Candidate, taken: number): Triple {
  if (taken === parts) return amounts;
  const part = (whole: number): number => floorShare(whole, taken, parts);
  return [part(amounts[0]), part(amounts[1]), part(amounts[2])];
}

/** The price of so many parts: the share of the whole, rounded half up once (architecture §3). */
export function priceOf({ price, parts }: Candidate, taken: number): number {
  return taken === parts ? price : floorShare(2 * price, taken, 2 * parts, parts);
}

/** ⌊(whole × taken + add) ÷ parts⌋, with big integers only where doubles would not be exact. */
function floorShare(whole: number, taken: number, parts: number, add = 0): number {
  const product = whole * taken + add;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - (product % parts)) / parts;
  return Number((BigInt(whole) * BigInt(taken) + BigInt(add)) / BigInt(parts));
}

/** What stays uncovered. */
export const shortOf = ({ need }: CoverProblem, sum: Triple): Triple => [
  Math.max(0, need[0] - sum[0]),
  Math.max(0, need[1] - sum[1]),
  Math.max(0, need[2] - sum[2]),
];

/** The charge for what stays uncovered; Infinity where all has to be covered. */
export function shortageCharge(problem: CoverProblem, sum: Triple): number {
  const short = shortOf(problem, sum);
  return indices.reduce<number>(
    (charge, k) => (short[k] === 0 ? charge : charge + short[k] * (problem.shortagePrice?.[k] ?? Infinity)),
    0,
  );
}

/** What a choice covers and costs. */
export function totalOf(problem: CoverProblem, taken: Taken): { amounts: Triple; cost: number } {
  const sum: [number, number, number] = [0, 0, 0];
  let cost = 0;
  for (const [index, parts] of taken) {
    const candidate = problem.candidates[index];
    if (!candidate) continue;
    const amounts = amountsOf(candidate, parts);
    for (const k of indices) sum[k] += amounts[k];
    cost += priceOf(candidate, parts);
  }
  return { amounts: sum, cost };
}

/** Whether no component passes its cap, nor falls short where it must not. */
export const holds = (problem: CoverProblem, amounts: Triple): boolean =>
  indices.every((k) => amounts[k] <= problem.cap[k]) && shortageCharge(problem, amounts) < Infinity;

/** The problem as a linear program: one column a lot, and one a component for what stays uncovered. */
export function linearOf(problem: CoverProblem): LinearProgram {
  const { candidates, need, cap, shortagePrice } = problem;
  const short = shortagePrice ? indices : [];
  // A shortage does not count against the cap: its row has room for it.
  return {
    costs: [
      ...candidates.map((each) => each.price),
      ...short.map((k) => need[k] * (shortagePrice?.[k] ?? 0)),
    ],
    rows: indices.map((k) => ({
      least: need[k],
      most: cap[k],
      amounts: [...candidates.map((each) => each.amounts[k]), ...short.map((j) => (j === k ? need[k] : 0))],
    })),
  };
}
