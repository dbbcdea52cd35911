import { type Candidate, type Cover, type CoverProblem, indices, linearOf } from './cover.js';
import { type LeastCost, leastCost, type SearchLimits } from './least-cost.js';
import type { SolveLinear } from './linear-program.js';

export const aims = ['least-cost', 'fewest-counterparties', 'soonest'] as const;
export type Aim = (typeof aims)[number];

export type Solve = (aim: Aim, problem: CoverProblem, solve: SolveLinear, limits: SearchLimits) => LeastCost;

/** Each aim's own order first, the cost second. */
export const planFor: Solve = (aim, problem, solve, limits) => {
  if (aim === 'fewest-counterparties') return fewestSellers(problem, solve, limits);
  if (aim === 'soonest') return soonest(problem, solve, limits);
  return leastCost(problem, solve, limits);
};

/** The problem on some of its candidates, and how to read a cover of it as one of the whole. */
function only(problem: CoverProblem, keep: (candidate: Candidate) => boolean) {
  const kept = [...problem.candidates.entries()].filter(([, each]) => keep(each));
  const part = { ...problem, candidates: kept.map(([, each]) => each) };
  const lift = (cover: Cover | null): Cover | null =>
    cover && {
      cost: cover.cost,
      taken: new Map([...cover.taken].map(([at, parts]) => [kept[at]?.[0] as number, parts])),
    };
  return { part, lift };
}

/** Whether these candidates could bring the need if each could be cut at will. */
const couldCover = (problem: CoverProblem): boolean =>
  indices.every((k) => problem.candidates.reduce((sum, each) => sum + each.amounts[k], 0) >= problem.need[k]);

const mostSubsets = 4_000;

/** The fewest sellers, and of those the cheapest: groups of one, of two, and so on, cheapest relaxation first. */
function fewestSellers(problem: CoverProblem, solve: SolveLinear, limits: SearchLimits): LeastCost {
  if (problem.need.every((each) => each <= 0)) return leastCost(problem, solve, limits);
  const free = problem.freeSellers ?? new Set<number>();
  const sellers = [...new Set(problem.candidates.map((each) => each.seller))].filter(
    (each) => !free.has(each),
  );
  let tried = 0;
  let sure = true;
  for (let size = free.size > 0 ? 0 : 1; size <= sellers.length; size += 1) {
    const groups: { bound: number; sellers: ReadonlySet<number> }[] = [];
    for (const group of subsets(sellers, size)) {
      tried += 1;
      if (tried > mostSubsets || limits.stop()) return { best: null, bound: 0, proven: false };
      const { part } = only(problem, (each) => group.has(each.seller) || free.has(each.seller));
      if (!couldCover(part)) continue;
      const answer = solve(linearOf(part));
      if (answer.status !== 'optimal') continue;
      const bound = part.candidates.reduce((sum, each, at) => sum + each.price * (answer.shares[at] ?? 0), 0);
      groups.push({ bound, sellers: group });
    }
    groups.sort((a, b) => a.bound - b.bound);
    let best: Cover | null = null;
    for (const group of groups) {
      if (best && group.bound > best.cost) break;
      const { part, lift } = only(problem, (each) => group.sellers.has(each.seller) || free.has(each.seller));
      const found = leastCost(part, solve, { ...limits, ...(best && { cutoff: best.cost }) });
      sure &&= found.proven;
      best = lift(found.best) ?? best;
    }
    if (best) return { best, bound: sure ? best.cost : (groups[0]?.bound ?? 0), proven: sure };
  }
  return { best: null, bound: Infinity, proven: sure };
}

function* subsets(all: readonly number[], size: number, from = 0): Generator<ReadonlySet<number>> {
  if (size === 0) {
    yield new Set();
    return;
  }
  for (let i = from; i <= all.length - size; i += 1)
    for (const rest of subsets(all, size - 1, i + 1)) yield new Set([all[i] as number, ...rest]);
}

/** The earliest day by which all of it can be here, and by then the cheapest. */
function soonest(problem: CoverProblem, solve: SolveLinear, limits: SearchLimits): LeastCost {
  const least = problem.readyAtLeast ?? 0;
  const days = [...new Set(problem.candidates.map((each) => Math.max(least, each.ready)))].sort(
    (a, b) => a - b,
  );
  const until = (day: number | undefined) => only(problem, (each) => each.ready <= (day ?? 0));
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { part } = until(days[middle]);
    if (couldCover(part) && solve(linearOf(part)).status !== 'infeasible') high = middle;
    else low = middle + 1;
  }
  let sure = true;
  for (let at = low; at < days.length && !limits.stop(); at += 1) {
    const { part, lift } = until(days[at]);
    const found = leastCost(part, solve, limits);
    sure &&= found.proven;
    if (found.best) return { best: lift(found.best), bound: found.bound, proven: sure };
  }
  return { best: null, bound: Infinity, proven: sure && low >= days.length ? true : sure && !limits.stop() };
}
