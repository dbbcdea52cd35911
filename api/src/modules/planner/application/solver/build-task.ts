import type { Quantities } from '@muheng/contracts/common/component';
import type { Candidate, CoverProblem, Triple } from '../../domain/cover.js';
import { exact, exactTriple, shareOf } from '../../domain/exact.js';
import type { Judged } from '../market-offers.js';
import type { SolverTask } from './solver-task.js';

/** Milliseconds for all aims: five hundred lots within 300 ms with reading and writing, ten thousand within 3 s. */
export const quickMillis = (offers: number): number => (offers <= 1_000 ? 220 : 2_300);
const thoroughMillis = 30_000;
/** Lots left out for these rules alone could be let in by relaxing them. */
const relaxable = ['after-deadline', 'outside-region', 'exceeds-need'] as const;

export interface TaskInput {
  judged: readonly Judged[];
  toBuy: Quantities;
  allowed: Quantities | null;
  patience: 'quick' | 'thorough';
}

export interface BuiltTask {
  task: SolverTask;
  /** What the indices of the task's candidates stand for. */
  offers: readonly Judged[];
  /** Part of every plan. */
  locked: readonly Judged[];
  /** The same for each relaxation. */
  relaxedOffers: ReadonlyMap<string, readonly Judged[]>;
}

/** The problem with the lots that may be bought, and with each rule that could be relaxed left out in turn. */
export function buildTask({ judged, toBuy, allowed, patience }: TaskInput): BuiltTask {
  const offers = judged.filter((each) => each.exclusion === null);
  const need = exactTriple(toBuy);
  const cap: Triple = allowed ? exactTriple(allowed) : [Infinity, Infinity, Infinity];
  const kinds = {
    'after-deadline': 'later-deadline',
    'outside-region': 'wider-region',
    'exceeds-need': 'larger-deficit',
  } as const;
  const relaxedOffers = new Map<string, readonly Judged[]>();
  const relaxed: SolverTask['relaxed'] = [];
  for (const rule of relaxable) {
    const more = judged.filter((each) => each.exclusion === null || each.exclusion.rule === rule);
    if (more.length === offers.length && rule !== 'exceeds-need') continue;
    const kind = kinds[rule];
    relaxedOffers.set(kind, inSearch(more));
    const room: Triple = rule === 'exceeds-need' ? [Infinity, Infinity, Infinity] : cap;
    relaxed.push({ kind, problem: problemOf(more, need, room) });
  }
  const millis = patience === 'quick' ? quickMillis(offers.length) : thoroughMillis;
  const task = { problem: problemOf(offers, need, cap), relaxed, millis };
  return {
    task,
    offers: inSearch(offers),
    locked: offers.filter((each) => each.locked !== null),
    relaxedOffers,
  };
}

const inSearch = (offers: readonly Judged[]): Judged[] => offers.filter((each) => each.locked === null);

/** What the buyer has locked is bought whatever the search finds: it covers its part of the need and of the cap. */
function problemOf(all: readonly Judged[], whole: Triple, most: Triple): CoverProblem {
  const offers = all.filter((each) => each.locked === null);
  const locked = all.filter((each) => each.locked !== null);
  const sum = locked.reduce<Triple>(
    (total, { offer, locked: taken, parts }) => {
      const each = exactTriple(shareOf(offer.offered, taken ?? 0n, parts));
      return [total[0] + each[0], total[1] + each[1], total[2] + each[2]];
    },
    [0, 0, 0],
  );
  const need = whole.map((each, k) => Math.max(0, each - (sum[k] ?? 0))) as unknown as Triple;
  const cap = most.map((each, k) => each - (sum[k] ?? 0)) as unknown as Triple;
  const sellers = new Map(locked.map((each, at) => [each.offer.sellerCode, at]));
  const free = new Set(sellers.values());
  const readyAtLeast = Math.max(0, ...locked.map((each) => each.dates.readyAt.getTime()));
  const candidates = offers.map(({ offer, price, parts, dates }): Candidate => {
    const seller = sellers.get(offer.sellerCode) ?? locked.length + sellers.size;
    sellers.set(offer.sellerCode, seller);
    return {
      amounts: exactTriple(offer.offered),
      price: exact(price.expected),
      parts: exact(parts),
      seller,
      ready: dates.readyAt.getTime(),
    };
  });
  return { candidates, need, cap, ...(locked.length > 0 && { freeSellers: free, readyAtLeast }) };
}
