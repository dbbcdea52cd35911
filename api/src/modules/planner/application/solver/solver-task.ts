import { type Aim, aims, planFor } from '../../domain/aims.js';
import { type CoverProblem, indices, shortOf, totalOf, type Triple } from '../../domain/cover.js';
import { leastCost } from '../../domain/least-cost.js';
import type { SolveLinear } from '../../domain/linear-program.js';

/** What a thread is asked: a need, ways in which it could be relaxed, and how long all aims may take. */
export interface SolverTask {
  problem: CoverProblem;
  relaxed: { kind: string; problem: CoverProblem }[];
  millis: number;
}

export interface SolvedAim {
  aim: Aim;
  taken: [number, number][];
  proven: boolean;
  /** 分; null where nothing is known. */
  bound: number | null;
}

export interface SolverAnswer {
  plans: SolvedAim[];
  /** Units that stay uncovered by the best partial plan; null: all is covered. */
  short: Triple | null;
  /** False: nothing that covers all was found in the time given, yet there might be. */
  certain: boolean;
  relaxations: { kind: string; cost: number | null; taken: [number, number][] }[];
  cancelled: boolean;
}

export interface SolverSigns {
  cancelled: () => boolean;
  /** Milliseconds of a clock that only grows. */
  clock: () => number;
  progress: (done: number, total: number) => void;
}

/** By when each aim is to be done, of the time for all: what one leaves over, the next may use. */
const shares = [0.55, 0.8, 1];
/** What every aim may use, however long the others took. */
const least = 0.25;
/** For what falls short, and for each relaxation, of the same time. */
const extra = 0.35;

/** Solves each aim; where none can be met, finds the plan that falls short least and what each relaxation costs. */
export function solveTask(task: SolverTask, solve: SolveLinear, signs: SolverSigns): SolverAnswer {
  const total = aims.length + task.relaxed.length;
  const plans: SolvedAim[] = [];
  let certain = false;
  const begun = signs.clock();
  for (const [at, aim] of aims.entries()) {
    const until = Math.max(begun + task.millis * (shares[at] ?? 1), signs.clock() + task.millis * least);
    const found = planFor(aim, task.problem, solve, limitsOf(until, signs));
    if (found.best) plans.push(solved(aim, found));
    signs.progress(at + 1, total);
    // Where nothing covers the need at all, no aim can.
    certain = !found.best && found.proven;
    if (certain) break;
  }
  if (plans.length > 0 || signs.cancelled())
    return { plans, short: null, certain: true, relaxations: [], cancelled: signs.cancelled() };
  const elastic = { ...task.problem, shortagePrice: shortagePrices(task.problem) };
  const partial = leastCost(elastic, solve, limitsOf(signs.clock() + task.millis * extra, signs));
  const taken = partial.best?.taken ?? new Map<number, number>();
  const relaxations = task.relaxed.map(({ kind, problem }, at) => {
    const found = leastCost(problem, solve, limitsOf(signs.clock() + task.millis * extra, signs));
    signs.progress(aims.length + at + 1, total);
    return { kind, cost: found.best?.cost ?? null, taken: [...(found.best?.taken ?? [])] };
  });
  return {
    plans: taken.size > 0 ? [{ ...solved('least-cost', partial), bound: null }] : [],
    short: shortOf(task.problem, totalOf(task.problem, taken).amounts),
    certain,
    relaxations,
    cancelled: signs.cancelled(),
  };
}

const solved = (aim: Aim, found: ReturnType<typeof leastCost>): SolvedAim => ({
  aim,
  taken: [...(found.best?.taken ?? [])],
  proven: found.proven,
  bound: Number.isFinite(found.bound) ? found.bound : null,
});

function limitsOf(until: number, { clock, cancelled }: SolverSigns) {
  return { stop: () => clock() > until || cancelled() };
}

/** Of all of a component left uncovered, the charge is several times the price of everything on offer. */
function shortagePrices({ need, candidates }: CoverProblem): Triple {
  const dearest = candidates.reduce((most, each) => Math.max(most, each.price), 1);
  const price = (k: 0 | 1 | 2): number => (need[k] > 0 ? Math.max(1, (dearest * 20) / need[k]) : 0);
  return indices.map(price) as unknown as Triple;
}
