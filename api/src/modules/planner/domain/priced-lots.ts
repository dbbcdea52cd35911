import { type Candidate, type CoverProblem, indices, type Triple } from './cover.js';

/** Up to so many parts each number of them is tried; of finer lots the share comes from a linear program. */
const triedOneByOne = 64;

/** A lot and what leaving its place in the relaxation costs, in 分. */
export interface PricedLot {
  index: number;
  candidate: Candidate;
  /** Loss for each part. */
  loss: number;
}

export interface PricedLots {
  /** Price of one unit of each component: positive where the need binds, negative where the cap does. */
  prices: Triple;
  /** No cover costs less. */
  bound: number;
  /** Cost more than their components are worth: each part that is used loses. Least loss first. */
  additions: PricedLot[];
  /** Cost less: each part that is not used loses. Least loss first. */
  bargains: PricedLot[];
  /** Lots in fine parts, in the order of the problem. */
  fine: PricedLot[];
}

/** Every lot against the prices of a relaxation. Any prices give a true bound; those of the optimum the best. */
export function priceLots(problem: CoverProblem, duals: readonly number[]): PricedLots {
  const { need, cap, candidates } = problem;
  const price = (k: 0 | 1 | 2): number => {
    const dual = duals[k] ?? 0;
    return dual < 0 && !Number.isFinite(cap[k]) ? 0 : dual;
  };
  const prices: Triple = [price(0), price(1), price(2)];
  let bound = 0;
  for (const k of indices) if (prices[k] !== 0) bound += prices[k] * (prices[k] > 0 ? need[k] : cap[k]);
  const [additions, bargains, fine]: PricedLot[][] = [[], [], []];
  for (const [index, candidate] of candidates.entries()) {
    const gain = indices.reduce<number>(
      (left, k) => left - prices[k] * candidate.amounts[k],
      candidate.price,
    );
    if (gain < 0) bound += gain;
    const lot = { index, candidate, loss: Math.abs(gain) / candidate.parts };
    if (candidate.parts > triedOneByOne) fine?.push(gain < 0 ? { ...lot, loss: 0 } : lot);
    else (gain < 0 ? bargains : additions)?.push(lot);
  }
  const byLoss = (a: PricedLot, b: PricedLot): number => a.loss - b.loss;
  return {
    prices,
    bound,
    additions: (additions ?? []).sort(byLoss),
    bargains: (bargains ?? []).sort(byLoss),
    fine: fine ?? [],
  };
}
