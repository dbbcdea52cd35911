import {
  type CoverProblem,
  holds,
  indices,
  linearOf,
  shortageCharge,
  totalOf,
  type Triple,
} from './cover.js';
import type { LinearAnswer, LinearProgram, SolveLinear } from './linear-program.js';
import type { PricedLot } from './priced-lots.js';

/** Shares within this of a whole part are that part: the solver's tolerance, no more. */
const nearly = 1e-6;
/** So many lots begin in the program; others come in when their price says so. */
const firstLots = 60;

/**
 * The finely divisible lots, which fill up what whole lots leave open. Their linear program is kept from sum to sum
 * with the few lots that any sum has used, cheapest at the relaxation's prices first: all the others are priced after
 * each answer, and those that would improve it come in, so that the answer is that of all.
 */
export class FineLots {
  private readonly lots: readonly PricedLot[];
  /** Three amounts and the price of each lot in a row, for all are priced after every answer. */
  private readonly flat: Float64Array;
  private readonly isActive: boolean[];
  private active: number[] = [];
  /** So dear that nothing stays open which any lot could bring: it calls in the lots that these lack. */
  private readonly shortagePrice: Triple;
  private part: CoverProblem;
  private columns: LinearProgram;

  constructor(
    private readonly problem: CoverProblem,
    lots: readonly PricedLot[],
    private readonly solve: SolveLinear,
  ) {
    this.lots = [...lots].sort((a, b) => a.loss - b.loss);
    this.isActive = this.lots.map((_, at) => at < firstLots);
    this.flat = Float64Array.from(
      this.lots.flatMap(({ candidate }) => [...candidate.amounts, candidate.price * (1 + 1e-9)]),
    );
    const dearest = lots.reduce((most, { candidate }) => Math.max(most, candidate.price), 1);
    const price = (k: 0 | 1 | 2): number => (dearest * 1_000) / Math.max(1, problem.need[k]);
    this.shortagePrice = problem.shortagePrice ?? [price(0), price(1), price(2)];
    this.part = this.columns = null as never;
    this.choose();
  }

  /**
   * The cheapest shares that bring `sum` up to the need, in whole parts by index of the problem; null where none do.
   * A basic solution has at most one open share a component: those are tried rounded up and down, the rest stand.
   */
  fill(sum: Triple): Map<number, number> | null {
    const need = indices.map((k) => Math.max(0, this.problem.need[k] - sum[k])) as unknown as Triple;
    const cap = indices.map((k) => this.problem.cap[k] - sum[k]) as unknown as Triple;
    const answer = this.optimum(need, cap);
    if (answer.status !== 'optimal') return null;
    const part: CoverProblem = { ...this.part, need, cap };
    const whole = new Map<number, number>();
    const open: { lot: number; down: number }[] = [];
    for (const [lot, { parts }] of part.candidates.entries()) {
      const exact = (answer.shares[lot] ?? 0) * parts;
      if (exact <= nearly) continue;
      const near = Math.round(exact);
      if (Math.abs(exact - near) <= nearly * Math.max(1, near)) whole.set(lot, near);
      else open.push({ lot, down: Math.floor(exact) });
    }
    const best = cheapestRounding(part, whole, open);
    return best && new Map([...best].map(([lot, parts]) => [this.indexOf(lot), parts]));
  }

  private indexOf(lot: number): number {
    return this.lots[this.active[lot] as number]?.index as number;
  }

  private optimum(need: Triple, cap: Triple): LinearAnswer {
    for (;;) {
      const { costs, rows } = this.columns;
      const bounded = rows.map((row, k) => ({ ...row, least: need[k] as number, most: cap[k] as number }));
      const answer = this.solve({ costs, rows: bounded });
      if (answer.status !== 'optimal' || !this.admit(answer.prices)) return answer;
    }
  }

  /** Lets in every lot that these prices make worth its price. True: some came. */
  private admit([area = 0, paddy = 0, capacity = 0]: readonly number[]): boolean {
    let came = false;
    const { flat } = this;
    for (let at = 0; at < this.lots.length; at += 1) {
      const from = at * 4;
      const worth =
        area * (flat[from] as number) +
        paddy * (flat[from + 1] as number) +
        capacity * (flat[from + 2] as number);
      if (this.isActive[at] || worth <= (flat[from + 3] as number)) continue;
      this.isActive[at] = true;
      came = true;
    }
    if (came) this.choose();
    return came;
  }

  private choose(): void {
    this.active = [...this.lots.keys()].filter((at) => this.isActive[at]);
    const candidates = this.active.flatMap((at) => this.lots[at]?.candidate ?? []);
    this.part = { ...this.problem, candidates };
    this.columns = linearOf({ ...this.part, shortagePrice: this.shortagePrice });
  }
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
