import {
  amountsOf,
  type Candidate,
  type Cover,
  type CoverProblem,
  holds,
  indices,
  linearOf,
  priceOf,
  shortageCharge,
  totalOf,
} from './cover.js';
import { fillWithShares } from './fill.js';
import type { SolveLinear } from './linear-program.js';

export interface LeastCost {
  /** The cheapest cover found; null where there is none, or none was found before `stop`. */
  best: Cover | null;
  /** No cover can cost less than this, in 分. */
  bound: number;
  /** True: `best` is the cheapest of all, or there is none at all. */
  proven: boolean;
}

export interface SearchLimits {
  /** Asked now and then; true ends the search with what it has. */
  stop: () => boolean;
  /** Covers that cost this much or more are of no interest. */
  cutoff?: number;
}

/** Up to so many parts each number of them is tried; of finer lots the share comes from a linear program. */
const triedOneByOne = 64;
/** 分 by which rounding of single lots may move a bound. */
const rounding = 100;

/**
 * The cheapest cover. The duals of the linear relaxation price each component; against those prices every lot has a
 * loss that its use (or, for a bargain, its omission) costs over the bound. All sets of losses below a growing limit
 * are tried in whole numbers, so the answer is exact as soon as limit and best meet; the solver's doubles only order
 * and bound the search, with room for their rounding.
 */
export function leastCost(problem: CoverProblem, solve: SolveLinear, limits: SearchLimits): LeastCost {
  if (problem.need.every((each) => each <= 0)) return { best: none, bound: 0, proven: true };
  const relaxed = solve(linearOf(problem));
  if (relaxed.status === 'infeasible') return { best: null, bound: Infinity, proven: true };
  const prices = relaxed.status === 'optimal' ? relaxed.prices : [0, 0, 0];
  return new Search(problem, prices, solve, limits).run();
}

const none: Cover = { taken: new Map(), cost: 0 };

/** A lot and what leaving its place in the relaxation costs. */
interface Move {
  index: number;
  candidate: Candidate;
  /** Loss for each part. */
  loss: number;
}

class Search {
  private readonly additions: Move[] = [];
  private readonly removals: Move[] = [];
  /** Lots in fine parts: their shares are filled in last. */
  private readonly fine: number[] = [];
  private readonly bound: number;
  private readonly suffix: number[][];
  private readonly chosen = new Map<number, number>();
  private best: Cover | null = null;
  private limit = 0;
  private nodes = 0;
  private stopped = false;
  /** Some set was left out for the limit alone. */
  private cutByLimit = false;
  private readonly mustCoverByWholes: boolean;

  constructor(
    private readonly problem: CoverProblem,
    prices: readonly number[],
    private readonly solve: SolveLinear,
    private readonly limits: SearchLimits,
  ) {
    const { need, cap } = problem;
    let bound = 0;
    const valued = indices.map((k) => {
      const price = prices[k] ?? 0;
      return price < 0 && !Number.isFinite(cap[k]) ? 0 : price;
    });
    for (const k of indices) {
      const price = valued[k] ?? 0;
      bound += price === 0 ? 0 : price * (price > 0 ? need[k] : cap[k]);
    }
    for (const [index, candidate] of problem.candidates.entries()) {
      const worth = indices.reduce<number>((sum, k) => sum + (valued[k] ?? 0) * candidate.amounts[k], 0);
      const gain = candidate.price - worth;
      if (gain < 0) bound += gain;
      if (candidate.parts > triedOneByOne) this.fine.push(index);
      else if (gain < 0) this.removals.push({ index, candidate, loss: -gain / candidate.parts });
      else this.additions.push({ index, candidate, loss: gain / candidate.parts });
    }
    this.bound = Math.max(0, bound);
    this.mustCoverByWholes = this.fine.length === 0 && !problem.shortagePrice;
    this.additions.sort((a, b) => a.loss - b.loss);
    this.removals.sort((a, b) => a.loss - b.loss);
    this.suffix = suffixSums(this.additions);
  }

  run(): LeastCost {
    const cutoff = this.limits.cutoff ?? Infinity;
    let proven = false;
    for (let limit = Math.max(this.bound / 4_000, 1_000); !this.stopped && !proven; limit *= 2.5) {
      this.limit = limit;
      this.cutByLimit = false;
      this.startFromBargains();
      const ceiling = Math.min(this.best?.cost ?? Infinity, cutoff);
      if (!this.stopped) proven = !this.cutByLimit || ceiling - this.bound + rounding <= limit;
    }
    const reached = Math.min(this.best?.cost ?? Infinity, cutoff);
    const bound = proven ? reached : Math.min(this.bound, reached);
    return { best: this.best, bound, proven };
  }

  private startFromBargains(): void {
    this.chosen.clear();
    const sum: [number, number, number] = [0, 0, 0];
    let cost = 0;
    for (const { index, candidate } of this.removals) {
      this.chosen.set(index, candidate.parts);
      for (const k of indices) sum[k] += candidate.amounts[k];
      cost += candidate.price;
    }
    this.remove(0, 0, sum, cost);
  }

  /** Leaves out parts of bargains, cheapest first; then adds others. */
  private remove(from: number, lost: number, sum: readonly [number, number, number], cost: number): void {
    this.add(0, lost, sum, cost);
    for (let i = from; i < this.removals.length && !this.stopped; i += 1) {
      const move = this.removals[i] as Move;
      if (!this.within(lost + move.loss)) break;
      const { index, candidate } = move;
      for (let kept = candidate.parts - 1; kept >= 0; kept -= 1) {
        const loss = lost + move.loss * (candidate.parts - kept);
        if (!this.within(loss)) break;
        if (kept === 0) this.chosen.delete(index);
        else this.chosen.set(index, kept);
        const now = amountsOf(candidate, kept);
        const less = indices.map((k) => sum[k] - candidate.amounts[k] + now[k]);
        this.remove(i + 1, loss, less as never, cost - candidate.price + priceOf(candidate, kept));
      }
      this.chosen.set(index, candidate.parts);
    }
  }

  /** Adds lots, cheapest loss first. From here on sums only grow, so a cap that is passed ends the branch. */
  private add(from: number, lost: number, sum: readonly [number, number, number], cost: number): void {
    if (this.isSpent()) return;
    const { need, cap } = this.problem;
    if (sum[0] > cap[0] || sum[1] > cap[1] || sum[2] > cap[2]) return;
    const isCovered = sum[0] >= need[0] && sum[1] >= need[1] && sum[2] >= need[2];
    if (this.fine.length > 0 && !isCovered) this.fill(sum);
    else this.offer(cost, sum);
    if (isCovered) return;
    for (let i = from; i < this.additions.length && !this.stopped; i += 1) {
      const move = this.additions[i] as Move;
      if (!this.within(lost + move.loss)) return;
      if (this.mustCoverByWholes && !this.canStillCover(i, sum)) return;
      const { index, candidate } = move;
      for (let taken = 1; taken <= candidate.parts; taken += 1) {
        const loss = lost + move.loss * taken;
        if (!this.within(loss)) break;
        this.chosen.set(index, taken);
        const more = amountsOf(candidate, taken);
        const next = [sum[0] + more[0], sum[1] + more[1], sum[2] + more[2]] as const;
        this.add(i + 1, loss, next, cost + priceOf(candidate, taken));
      }
      this.chosen.delete(index);
    }
  }

  private canStillCover(from: number, sum: readonly number[]): boolean {
    const rest = this.suffix[from];
    return indices.every((k) => (sum[k] ?? 0) + (rest?.[k] ?? 0) >= this.problem.need[k]);
  }

  /** Whether a set with this loss is to be tried: under the limit, and not dearer than the best already. */
  private within(loss: number): boolean {
    if (this.bound + loss >= Math.min(this.best?.cost ?? Infinity, this.limits.cutoff ?? Infinity) + rounding)
      return false;
    if (loss <= this.limit + rounding) return true;
    this.cutByLimit = true;
    return false;
  }

  private isSpent(): boolean {
    this.nodes += 1;
    if (this.nodes % 1_024 === 0 && this.limits.stop()) this.stopped = true;
    return this.stopped;
  }

  private fill(sum: readonly [number, number, number]): void {
    this.nodes += 63;
    const filled = fillWithShares(this.problem, this.fine, sum, this.solve);
    if (!filled) return;
    const taken = new Map([...this.chosen, ...filled]);
    const total = totalOf(this.problem, taken);
    if (holds(this.problem, total.amounts))
      this.keep(taken, total.cost + shortageCharge(this.problem, total.amounts));
  }

  private offer(cost: number, sum: readonly [number, number, number]): void {
    if (holds(this.problem, sum)) this.keep(this.chosen, cost + shortageCharge(this.problem, sum));
  }

  private keep(taken: ReadonlyMap<number, number>, cost: number): void {
    if (cost >= Math.min(this.best?.cost ?? Infinity, this.limits.cutoff ?? Infinity)) return;
    this.best = { taken: new Map(taken), cost };
  }
}

/** What all lots from a place on bring together. */
function suffixSums(moves: readonly Move[]): number[][] {
  const sums: number[][] = [];
  let sum = [0, 0, 0];
  for (let i = moves.length - 1; i >= 0; i -= 1) {
    const amounts = moves[i]?.candidate.amounts;
    sum = indices.map((k) => (sum[k] ?? 0) + (amounts?.[k] ?? 0));
    sums[i] = sum;
  }
  return sums;
}
