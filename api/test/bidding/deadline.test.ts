import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFloor, type FloorWorld, startPrice, step } from '../../bench/bids/floor-world.js';
import { countLate, expectSameVerdict, setDeadlines } from '../../bench/deadline/verdict.js';
import { fireVolley, type Target } from '../../bench/deadline/volley.js';
import { KeepAlive } from '../../bench/frame/keep-alive.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** 100 bids a deadline: ten thousand in the long run. */
const deadlines = process.env['LONG'] === '1' ? 100 : 3;
const bidders = 100;

let database: TestDatabase;
let market: TestApp;
let world: FloorWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  // No clock of the test: the database's own decides, as it does in the market.
  market = await startTestApp(database);
  world = await buildFloor(database.urls.superuser, { bidders, listings: deadlines });
});
afterAll(async () => {
  await market.close();
  await database.drop();
});

describe('bids within ±50 ms of a deadline', () => {
  it('are never taken late nor refused early, and the log gives the same verdict again', async () => {
    const address = await market.app.getUrl();
    const biddings = await Promise.all(
      world.bidders.map(async (bidder) => ({ bidder, connection: await KeepAlive.open(address) })),
    );
    const first = Date.now() + 1_000;
    const targets = world.listings.map(
      (listing, place): Target => ({ listing, deadline: first + place * 800 }),
    );
    await setDeadlines(database.urls.superuser, targets);
    const seen = { accepted: 0, closed: 0 };
    for (const target of targets) {
      const { tried, accepted, closed, overtaken, early } = await fireVolley(biddings, target, {
        start: startPrice,
        step,
      });
      expect([tried, accepted + closed + overtaken, early]).toEqual([bidders, bidders, 0]);
      seen.accepted += accepted;
      seen.closed += closed;
    }
    for (const { connection } of biddings) connection.close();
    // Both sides of the deadline were tried.
    expect(Math.min(seen.accepted, seen.closed)).toBeGreaterThan(0);
    expect(await countLate(database.urls.superuser, targets)).toBe(0);
    await expectSameVerdict(database.urls.superuser, targets);
  });
});
