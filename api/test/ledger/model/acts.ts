import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Asset, assets, type Bucket, type ModelLot, QuotaModel, type Who } from './quota-model.js';
import type { RealLedger } from './real-ledger.js';

type Act = fc.AsyncCommand<QuotaModel, RealLedger>;

/** Every invariant of reliability §2 that quota has, and model and database side by side, after every step. */
async function compare(model: QuotaModel, real: RealLedger): Promise<void> {
  const { balances, ended, ...wrong } = await real.look();
  expect(wrong).toEqual({ unbalanced: 0n, differing: 0n, negative: 0n, slices: 0n, serials: 0n, holds: 0n });
  const asText = Object.fromEntries([...model.balances()].map(([key, total]) => [key, total.toString()]));
  expect(balances ?? {}).toEqual(asText);
  const counted = Object.entries(model.holds).filter(([, n]) => n > 0);
  expect(ended ?? {}).toEqual(Object.fromEntries(counted));
  expect(await real.margin()).toBe(model.margin());
}

/** An act that first does it in the model, then for real; what one refuses the other refuses too. */
const act = (
  name: string,
  check: (model: QuotaModel) => boolean,
  run: (model: QuotaModel, real: RealLedger) => Promise<void>,
): Act => ({
  check,
  run: async (model, real) => {
    await run(model, real);
    await compare(model, real);
  },
  toString: () => name,
});

const pick = <T>(all: readonly T[], index: number): T => {
  const found = all[index % all.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};
const newLot = (owner: Who, projectId: string = randomUUID()): ModelLot => ({
  id: randomUUID(),
  projectId,
  owner,
  held: new Map(),
});

const bank = (owner: Who, area: bigint, capacity: bigint): Act =>
  act(
    `bank ${owner} ${area}/${capacity}`,
    () => true,
    async (model, real) => {
      const lot = newLot(owner);
      lot.held.set(QuotaModel.key('SFQ.AREA', 'available'), area);
      lot.held.set(QuotaModel.key('SFQ.CAPACITY', 'available'), capacity);
      model.lots.push(lot);
      await real.bank(lot, area, capacity);
    },
  );

const moves: readonly [kind: string, from: Bucket, to: Bucket][] = [
  ['earmark', 'available', 'earmarked'],
  ['earmark-release', 'earmarked', 'available'],
  ['write-off', 'earmarked', 'written-off'],
  ['freeze', 'available', 'frozen'],
  ['unfreeze', 'frozen', 'available'],
  ['deduction', 'available', 'deducted'],
  ['expire', 'available', 'expired'],
  ['used-for-national-pool', 'available', 'national-pool'],
];

const move = (which: number, lotIndex: number, asset: Asset, amount: bigint): Act => {
  const [kind, from, to] = pick(moves, which);
  return act(
    `${kind} ${amount} ${asset} of lot ${lotIndex}`,
    (model) => model.lots.length > 0,
    async (model, real) => {
      const lot = pick(model.lots, lotIndex);
      const done = await real.move(kind, lot.id, [lot, lot], [from, to], asset, amount);
      expect(done).toBe(model.move(lot, asset, from, to, amount));
    },
  );
};

const need = (amount: bigint): Act =>
  act(
    `need ${amount}`,
    () => true,
    async (model, real) => {
      model.need += amount;
      await real.need(amount);
    },
  );

/** County-first decides: both reckon the surplus, and only what is truly over is listed (I9). */
const list = (lotIndex: number, amount: bigint): Act =>
  act(
    `list ${amount} of lot ${lotIndex}`,
    (model) => model.lots.some(({ owner }) => owner === 'seller'),
    async (model, real) => {
      const lot = pick(
        model.lots.filter(({ owner }) => owner === 'seller'),
        lotIndex,
      );
      const isOver = amount <= (await real.margin());
      expect(isOver).toBe(amount <= model.margin());
      if (!isOver) return;
      const listing = { id: randomUUID(), lot, amount, stage: 'open' as const };
      const done = await real.move(
        'list',
        listing.id,
        [lot, lot],
        ['available', 'listed'],
        'SFQ.AREA',
        amount,
      );
      expect(done).toBe(model.move(lot, 'SFQ.AREA', 'available', 'listed', amount));
      if (!done) return;
      await real.hold(listing);
      model.listings.push(listing);
      model.holds.held += 1;
      expect(await real.margin()).toBeGreaterThanOrEqual(0n);
    },
  );

/** An open listing ends: sold, its quota waits in settlement; unsold, it is the seller's again. */
const close = (index: number, sold: boolean): Act =>
  act(
    sold ? `sell listing ${index}` : `withdraw listing ${index}`,
    (model) => model.listings.some(({ stage }) => stage === 'open'),
    async (model, real) => {
      const listing = pick(
        model.listings.filter(({ stage }) => stage === 'open'),
        index,
      );
      const { lot, amount } = listing;
      const to = sold ? 'in-settlement' : 'available';
      const kind = sold ? 'settlement-hold' : 'unlist';
      expect(await real.move(kind, listing.id, [lot, lot], ['listed', to], 'SFQ.AREA', amount)).toBe(true);
      model.move(lot, 'SFQ.AREA', 'listed', to, amount);
      await real.endHold(listing, sold ? 'posted' : 'released');
      model.holds.held -= 1;
      model.holds[sold ? 'posted' : 'released'] += 1;
      if (sold) listing.stage = 'sold';
      else model.listings = model.listings.filter((each) => each !== listing);
    },
  );

/** What was sold becomes a lot of the buyer's own. */
const transfer = (index: number): Act =>
  act(
    `transfer sold listing ${index}`,
    (model) => model.listings.some(({ stage }) => stage === 'sold'),
    async (model, real) => {
      const listing = pick(
        model.listings.filter(({ stage }) => stage === 'sold'),
        index,
      );
      const { lot, amount } = listing;
      const bought = newLot('buyer', lot.projectId);
      await real.insertLot(bought, amount, 0n);
      model.lots.push(bought);
      model.move(lot, 'SFQ.AREA', 'in-settlement', 'available', amount, bought);
      const done = await real.move(
        'transfer',
        listing.id,
        [lot, bought],
        ['in-settlement', 'available'],
        'SFQ.AREA',
        amount,
      );
      expect(done).toBe(true);
      model.listings = model.listings.filter((each) => each !== listing);
    },
  );

const amount = fc.bigInt({ min: 1n, max: 1_000n });
const index = fc.nat(50);
const who = fc.constantFrom<Who>('seller', 'seller', 'buyer');

/** All acts, those that lead somewhere more often. */
export const acts: fc.Arbitrary<Act>[] = [
  fc
    .tuple(who, fc.bigInt({ min: 500n, max: 3_000n }), amount)
    .map(([owner, area, capacity]) => bank(owner, area, capacity)),
  fc
    .tuple(index, index, fc.constantFrom(...assets), amount)
    .map(([which, lot, asset, much]) => move(which, lot, asset, much)),
  fc
    .tuple(index, index, fc.constantFrom(...assets), amount)
    .map(([which, lot, asset, much]) => move(which, lot, asset, much)),
  fc.bigInt({ min: 1n, max: 300n }).map(need),
  fc.tuple(index, amount).map(([lot, much]) => list(lot, much)),
  fc.tuple(index, amount).map(([lot, much]) => list(lot, much)),
  fc.tuple(index, fc.constantFrom(true, true, false)).map(([which, sold]) => close(which, sold)),
  index.map(transfer),
];

/** Each run begins with one banked lot, so that few acts find nothing to act on. */
export const opening = bank('seller', 2_000n, 800n);
