import {
  amountsOf,
  type Cover,
  type CoverProblem,
  holds,
  indices,
  linearOf,
  priceOf,
  shortageCharge,
  totalOf,
  type Triple,
} from './cover.js';
import { FineLots } from './fill.js';
import type { SolveLinear } from './linear-program.js';
import { priceLots, type PricedLot, type PricedLots } from './priced-lots.js';
import { RestTable } from './rest-table.js';

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
  return new Search(problem, priceLots(problem, prices), solve, limits).run();
}

const none: Cover = { taken: new Map(), cost: 0 };

class Search {
  private readonly fine: FineLots | null;
  private readonly tables: RestTable[];
  private readonly chosen = new Map<number, number>();
  private best: Cover | null = null;
  private limit = 0;
  private nodes = 0;
  private stopped = false;
  /** Some set was left out for the limit alone. */
  private cutByLimit = false;
  /** All sets that lose less than this were tried. */
  private tried = 0;

  constructor(
    private readonly problem: CoverProblem,
    private readonly lots: PricedLots,
    solve: SolveLinear,
    private readonly limits: SearchLimits,
  ) {
    const { need, cap } = problem;
    const { additions, fine, prices } = lots;
    this.fine = fine.length > 0 ? new FineLots(problem, fine, solve) : null;
    this.tables = indices
      .filter((k) => need[k] > 0)
      .map((component) => {
        const row = { component, need: need[component], cap: cap[component], prices };
        return new RestTable(additions, { ...row, open: this.openCost(component) });
      });
  }

  /** The least that a unit costs which no whole lot brings: from a fine lot, or left uncovered. */
  private openCost(k: 0 | 1 | 2): number {
    const fromFine = this.lots.fine.reduce((least, { candidate, loss }) => {
      const amount = candidate.amounts[k];
      return amount > 0 ? Math.min(least, (loss * candidate.parts) / amount) : least;
    }, Infinity);
    return Math.min(this.lots.prices[k] + fromFine, this.problem.shortagePrice?.[k] ?? Infinity);
  }

  /** What it loses at least to cover the rest from the lots from `from` on. */
  private restLoss(from: number, sum: Triple): number {
    let most = 0;
    for (const table of this.tables) most = Math.max(most, table.leastLoss(from, sum));
    return most;
  }

  run(): LeastCost {
    const cutoff = this.limits.cutoff ?? Infinity;
    let proven = false;
    for (let limit = Math.max(this.lots.bound / 4_000, 1_000); !this.stopped && !proven; limit *= 2.5) {
      this.limit = limit;
      this.cutByLimit = false;
      this.startFromBargains();
      if (this.stopped) break;
      this.tried = limit;
      const ceiling = Math.min(this.best?.cost ?? Infinity, cutoff);
      proven = !this.cutByLimit || ceiling - this.lots.bound + rounding <= limit;
    }
    const reached = Math.min(this.best?.cost ?? Infinity, cutoff);
    const bound = proven ? reached : Math.max(0, Math.min(this.lots.bound + this.tried, reached));
    return { best: this.best, bound, proven };
  }

  private startFromBargains(): void {
    this.chosen.clear();
    const sum: [number, number, number] = [0, 0, 0];
    let cost = 0;
    for (const { index, candidate } of this.lots.bargains) {
      this.chosen.set(index, candidate.parts);
      for (const k of indices) sum[k] += candidate.amounts[k];
      cost += candidate.price;
    }
    this.remove(0, 0, sum, cost);
  }

  /** Leaves out parts of bargains, cheapest first; then adds others. */
  private remove(from: number, lost: number, sum: Triple, cost: number): void {
    this.add(0, lost, sum, cost);
    for (let i = from; i < this.lots.bargains.length && !this.stopped; i += 1) {
      const move = this.lots.bargains[i] as PricedLot;
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
  private add(from: number, lost: number, sum: Triple, cost: number): void {
    if (this.isSpent()) return;
    const { need, cap } = this.problem;
    if (sum[0] > cap[0] || sum[1] > cap[1] || sum[2] > cap[2]) return;
    if (!this.within(lost + this.restLoss(from, sum))) return;
    const isCovered = sum[0] >= need[0] && sum[1] >= need[1] && sum[2] >= need[2];
    if (this.fine && !isCovered) this.fill(this.fine, sum);
    else this.offer(cost, sum);
    if (isCovered) return;
    for (let i = from; i < this.lots.additions.length && !this.stopped; i += 1) {
      const move = this.lots.additions[i] as PricedLot;
      if (!this.within(lost + move.loss) || !this.within(lost + this.restLoss(i, sum))) return;
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

  /** Whether a set with this loss is to be tried: under the limit, and not dearer than the best already. */
  private within(loss: number): boolean {
    if (
      this.lots.bound + loss >=
      Math.min(this.best?.cost ?? Infinity, this.limits.cutoff ?? Infinity) + rounding
    )
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

  private fill(fine: FineLots, sum: Triple): void {
    this.nodes += 63;
    const filled = fine.fill(sum);
    if (!filled) return;
    const taken = new Map([...this.chosen, ...filled]);
    const total = totalOf(this.problem, taken);
    if (holds(this.problem, total.amounts))
      this.keep(taken, total.cost + shortageCharge(this.problem, total.amounts));
  }

  private offer(cost: number, sum: Triple): void {
    if (holds(this.problem, sum)) this.keep(this.chosen, cost + shortageCharge(this.problem, sum));
  }

  private keep(taken: ReadonlyMap<number, number>, cost: number): void {
    if (cost >= Math.min(this.best?.cost ?? Infinity, this.limits.cutoff ?? Infinity)) return;
    this.best = { taken: new Map(taken), cost };
  }
}
