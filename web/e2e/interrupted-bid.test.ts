import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House, pictured } from './support/house.js';
import { type Market, openMarket } from './support/market.js';
import { hears, pressBid, showsLadder } from './support/room.js';
import { buyers, openListing } from './support/story.js';

let market: Market;
let house: House;
let room: Page;
let me = '';

beforeAll(async () => {
  market = await openMarket(openListing);
  house = await House.open(market);
  room = await house.sit(buyers[0], 'desk', `/auctions/${market.listing('A')}`);
  const client = await market.stage.cast.as(buyers[0], 'desk');
  const { items } = await client.get<{ items: { bidderNo: number }[] }>('/api/v1/my/registrations');
  me = String(items[0]?.bidderNo).padStart(2, '0');
});
afterAll(async () => {
  await house?.close();
  await market?.close();
});

/** What the market itself has on record. */
async function bidCount(): Promise<number> {
  const { bidCount: count } = await market.stage.cast.administrator.get<{ bidCount: number }>(
    `/api/v1/listings/${market.listing('A')}`,
  );
  return count;
}

/** Holds the listing's row, so that a bid on it is received and cannot be decided. */
async function holdListing(): Promise<{ waitForBid: () => Promise<void>; release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: market.stack.urls.owner });
  await client.connect();
  await client.query(`select set_config('app.market', 'on', false)`);
  await client.query('begin');
  const held = await client.query('select id from listing where id = $1 for update', [market.listing('A')]);
  expect(held.rowCount).toBe(1);
  const watcher = new pg.Client({ connectionString: market.stack.urls.owner });
  await watcher.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const blocked = async (): Promise<number> => {
    const found = await watcher.query<{ n: number }>(
      'select count(*)::int as n from pg_locks where not granted and $1 = any (pg_blocking_pids(pid))',
      [rows[0]?.pid],
    );
    return found.rows[0]?.n ?? 0;
  };
  return {
    waitForBid: () => expect.poll(blocked, { timeout: 20_000 }).toBeGreaterThan(0),
    release: async () => {
      await client.query('rollback');
      await Promise.all([client.end(), watcher.end()]);
    },
  };
}

describe('a bid whose answer never comes', () => {
  test('the api is killed while it decides: the ticket says so, asks again, and the bid is taken once', () =>
    pictured(house, async () => {
      const held = await holdListing();
      await pressBid(room, '4564.08');
      await held.waitForBid();
      await market.stack.kill('api');
      await hears(room, '结果未知');
      await held.release();
      await hears(room, '已受理');
      await showsLadder(room, [`${me} 4564.08`]);
      expect(await bidCount()).toBe(1);
    }));

  test('the api is killed after it decided, before it could say so: the bid that was taken is found, not sent again', () =>
    pictured(house, async () => {
      await market.stage.cast
        .as(buyers[1], 'desk')
        .then((other) =>
          other.post(`/api/v1/listings/${market.listing('A')}/bids`, { priceCny: '47922840.00' }),
        );
      await hears(room, '你已被超出');
      const sent: string[] = [];
      await room.route('**/bids', async (route) => {
        sent.push(route.request().headers()['idempotency-key'] ?? '');
        await route.fetch();
        await market.stack.kill('api');
        await route.abort('connectionreset');
      });
      await pressBid(room, '5020.488');
      await hears(room, '结果未知');
      await hears(room, '已受理');
      expect(sent).toHaveLength(1);
      expect(await bidCount()).toBe(3);
    }));

  test('no page broke over it', () => {
    expect(house.faults).toEqual([]);
  });
});
