import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApiProcess } from '../support/api-process.js';
import { as } from '../support/app.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';
import { findInMemory } from '../support/process-memory.js';
import { SealedDesk } from '../support/sealed-desk.js';

const seller = '640221';
const buyers = ['640106', '640181'] as const;
/** Prices that stand nowhere else. */
const prices = ['739184625.17', '918273645.93'] as const;

let house: AuctionHouse;
let desk: SealedDesk;
let api: ApiProcess;
let listing: ListingBody;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muheng-sealed-'));
  house = await AuctionHouse.open();
  desk = new SealedDesk(house, seller);
  const lotId = await house.lot(seller, { areaHa: '80.0000' });
  await house.declare(seller);
  const draft = await house.draft(seller, {
    form: 'sealed-first-price',
    items: [{ lotId, areaHa: '2.0000' }],
    startPriceCny: '3000.00',
    depositCny: '0.00',
  });
  listing = await desk.notice(draft.id);
  for (const buyer of buyers) {
    await house.need(buyer, { areaHa: '500.0000' });
    expect((await house.register(buyer, listing.id)).status).toBe(201);
  }
  await house.advanceTo(listing.timetable.opensAt);
  api = await startApiProcess(house.database, join(folder, 'api.log'));
});
afterAll(async () => {
  await api.kill();
  await house.close();
  rmSync(folder, { recursive: true });
});

describe('the server of a sealed auction before the opening', () => {
  it('holds no price in its memory and none in its log, while it holds the seals', async () => {
    const envelopes = [];
    for (const [i, buyer] of buyers.entries()) {
      const envelope = await desk.seal(listing, buyer, prices[i] ?? '');
      const answer = await fetch(`${api.address}/api/v1/listings/${listing.id}/sealed-bids`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...as(await house.person(buyer, 'bidder')) },
        body: JSON.stringify(envelope),
      });
      expect(answer.status).toBe(201);
      envelopes.push(envelope);
    }
    await fetch(`${api.address}/api/v1/listings/${listing.id}/sealed-bids`);
    const commitments = envelopes.map((envelope) => envelope.commitment);
    const found = findInMemory(api.pid, [...prices, ...commitments]);
    // The search finds what is there: it is the prices that are not.
    expect(commitments.some((commitment) => found.has(commitment))).toBe(true);
    expect(prices.filter((price) => found.has(price))).toEqual([]);
    const log = readFileSync(join(folder, 'api.log'), 'utf8');
    expect(log.length).toBeGreaterThan(0);
    expect(prices.filter((price) => log.includes(price))).toEqual([]);
  });
});
