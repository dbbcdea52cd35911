import {
  type CoverProblem,
  holds,
  indices,
  linearOf,
  shortageCharge,
  totalOf,
  type Triple,
} from './cover.js';
import type { SolveLinear } from './linear-program.js';

/** Shares within this of a whole part are that part: the solver's tolerance, no more. */
const nearly = 1e-6;

/**
 * The cheapest shares of the finely divisible lots that bring `sum` up to the need, in whole parts; null where none
 * do. A basic solution has at most one open share a component: those are tried rounded up and down, the rest stand.
 */
export function fillWithShares(
  problem: CoverProblem,
  fine: readonly number[],
  sum: Triple,
  solve: SolveLinear,
): Map<number, number> | null {
  const lots = fine.flatMap((index) => problem.candidates[index] ?? []);
  const need = indices.map((k) => Math.max(0, problem.need[k] - sum[k])) as unknown as Triple;
  const cap = indices.map((k) => problem.cap[k] - sum[k]) as unknown as Triple;
  const part: CoverProblem = { ...problem, candidates: lots, need, cap };
  const answer = solve(linearOf(part));
  if (answer.status !== 'optimal') return null;
  const whole = new Map<number, number>();
  const open: { lot: number; down: number }[] = [];
  for (const [lot, { parts }] of lots.entries()) {
    const exact = (answer.shares[lot] ?? 0) * parts;
    const near = Math.round(exact);
    if (Math.abs(exact - near) <= nearly * Math.max(1, near)) {
      if (near > 0) whole.set(lot, near);
    } else open.push({ lot, down: Math.floor(exact) });
  }
  const best = cheapestRounding(part, whole, open);
  return best && new Map([...best].map(([lot, parts]) => [fine[lot] as number, parts]));
}

function cheapestRounding(
  problem: CoverProblem,
  whole: ReadonlyMap<number, number>,
  open: readonly { lot: number; down: number }[],
): Map<number, number> | null {
  let best: { taken: Map<number, number>; cost: number } | null = null;
  const few = open.slice(0, 6);
  // A few parts up or down around the relaxation, for rounding one lot can leave another a unit short.
  for (let code = 0; code < 3 ** few.length; code += 1) {
    const taken = new Map(whole);
    let rest = code;
    for (const { lot, down } of few) {
      const parts = Math.min(down + (rest % 3), problem.candidates[lot]?.parts ?? 0);
      rest = Math.floor(rest / 3);
      if (parts > 0) taken.set(lot, parts);
    }
    const total = totalOf(problem, taken);
    const cost = total.cost + shortageCharge(problem, total.amounts);
    if (holds(problem, total.amounts) && (!best || cost < best.cost)) best = { taken, cost };
  }
  return best?.taken ?? null;
}
