import { amountsOf, type Candidate, indices, priceOf, type Triple } from './cover.js';
import type { PricedLot } from './priced-lots.js';

/** Buckets that the most of a component is cut into, and lots that are looked at one by one. */
const buckets = 2_000;
const lotsAtMost = 600;

export interface TableRow {
  component: 0 | 1 | 2;
  need: number;
  cap: number;
  prices: Triple;
  /** Cost of a unit that no lot of the table brings; Infinity: every unit has to come from them. */
  open: number;
}

/**
 * What the rest of the way costs at least. One component is kept in whole lots, in buckets; the two others are paid
 * for at the prices of the relaxation. Buckets are rounded so that whatever is possible stays possible: the answer is
 * never too high. Lots are in order of loss; beyond the last one that is looked at, any loss is at least its own.
 */
export class RestTable {
  private readonly bucket: number;
  /** Of what may be taken still, this much may stay untaken: room between need and cap, and for rounding. */
  private readonly spare: number;
  private readonly width: number;
  private readonly lots: number;
  private readonly costs: Float64Array;
  private readonly isCapped: boolean;
  private readonly top: number;

  constructor(
    lots: readonly PricedLot[],
    private readonly row: TableRow,
  ) {
    const { need, cap, component } = row;
    this.isCapped = Number.isFinite(cap);
    this.top = this.isCapped ? cap : need;
    this.bucket = Math.max(1, this.top / buckets);
    const sizes = lots.map((lot) => lot.candidate.amounts[component] / lot.candidate.parts);
    this.spare = this.isCapped ? Math.ceil((cap - need) / this.bucket) + mostThatFit(sizes, cap) : 0;
    this.width = Math.floor(this.top / this.bucket) + 2;
    this.lots = Math.min(lots.length, lotsAtMost);
    this.costs = new Float64Array((this.lots + 1) * this.width);
    this.fillTail(lots[this.lots]?.loss ?? Infinity);
    for (let at = this.lots - 1; at >= 0; at -= 1) this.fillLot(at, lots[at]?.candidate as Candidate);
  }

  /** Loss of the lots from `from` on that bring a sum up to the need, at least; Infinity when none can. */
  leastLoss(from: number, sums: Triple): number {
    if (from > this.lots) return 0;
    const { need, prices, component } = this.row;
    const sum = sums[component];
    const left = this.isCapped
      ? Math.floor((this.top - sum) / this.bucket)
      : Math.max(0, Math.ceil((need - sum) / this.bucket));
    if (left < 0) return Infinity;
    const price = prices[component];
    return (this.costs[from * this.width + left] ?? 0) - price * ((price >= 0 ? need : this.top) - sum);
  }

  /** After the last lot that is looked at: nothing more, open units, or lots that lose at least `loss`. */
  private fillTail(loss: number): void {
    const price = this.row.prices[this.row.component];
    const start = this.lots * this.width;
    for (let left = 0; left < this.width; left += 1) {
      const missing = Math.max(0, left - this.spare) * this.bucket;
      const open = missing === 0 ? 0 : missing * this.row.open;
      const others = price >= 0 ? price * missing : price * (left + 1) * this.bucket;
      this.costs[start + left] = Math.min(open, loss + others);
    }
  }

  private fillLot(at: number, candidate: Candidate): void {
    const { width, costs, isCapped } = this;
    const { component, prices } = this.row;
    const [here, next] = [at * width, (at + 1) * width];
    costs.copyWithin(here, next, next + width);
    for (let taken = 1; taken <= candidate.parts; taken += 1) {
      const amounts = amountsOf(candidate, taken);
      let cost = priceOf(candidate, taken);
      for (const k of indices) if (k !== component) cost -= prices[k] * amounts[k];
      const share = amounts[component] / this.bucket;
      const step = isCapped ? Math.floor(share) : Math.ceil(share);
      for (let left = isCapped ? step : 0; left < width; left += 1) {
        const rest = cost + (costs[next + Math.max(0, left - step)] as number);
        if (rest < (costs[here + left] as number)) costs[here + left] = rest;
      }
    }
  }
}

/** How many lots fit under a cap together, at most: each may lose a bucket to rounding. */
function mostThatFit(sizes: readonly number[], cap: number): number {
  const rising = [...sizes].sort((a, b) => a - b);
  let sum = 0;
  let count = 0;
  for (const size of rising) {
    sum += size;
    if (sum > cap) break;
    // What brings nothing of the component loses nothing.
    if (size > 0) count += 1;
  }
  return count;
}
