import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFloor, type FloorWorld, startPrice, step } from '../../bench/bids/floor-world.js';
import { KeepAlive } from '../../bench/frame/keep-alive.js';
import { startApiProcess } from '../support/api-process.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const kills = process.env['LONG'] === '1' ? 20 : 1;
const clients = 16;

let database: TestDatabase;
let world: FloorWorld;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muheng-killed-'));
  database = await createTestDatabase();
  world = await buildFloor(database.urls.superuser, { bidders: clients, listings: kills });
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Bids with rising prices from a shared counter until the server is gone. Tells `onAnswer` how many were taken; answers them all. */
async function bidUntilKilled(
  address: string,
  listing: string,
  onAnswer: (count: number) => void,
): Promise<string[]> {
  const answered: string[] = [];
  let n = 0n;
  const one = async ({ cookie, csrf }: FloorWorld['bidders'][number]): Promise<void> => {
    const connection = await KeepAlive.open(address);
    for (;;) {
      const key = uuidv7();
      const fen = startPrice + step * n++;
      const body = `{"priceCny":"${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}"}`;
      const head = `POST /api/v1/listings/${listing}/bids HTTP/1.1\r\nhost: test\r\ncontent-type: application/json\r\n`;
      const { status } = await connection.ask(
        `${head}cookie: ${cookie}\r\nx-csrf-token: ${csrf}\r\nidempotency-key: ${key}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      if (status === 201) onAnswer(answered.push(key));
    }
  };
  await Promise.allSettled(world.bidders.map(one));
  return answered;
}

describe('an api that is killed while bids come in', () => {
  it('has every bid that it answered in the database, each with its key, audit row and event', async () => {
    for (const [turn, listing] of world.listings.entries()) {
      const api = await startApiProcess(database, join(folder, 'api.log'));
      // By answers, not by the clock: on a busy machine a second holds few bids, and on a quiet one hundreds.
      const enough = 25 + turn * 37;
      let killed: Promise<void> | undefined;
      const answered = await bidUntilKilled(api.address, listing, (count) => {
        if (count === enough) killed = api.kill();
      });
      await killed;
      expect(answered.length).toBeGreaterThanOrEqual(enough);
      const kept = await logOf(listing);
      const ids = new Set(kept.map((row) => row.id));
      expect(answered.filter((key) => !ids.has(key))).toEqual([]);
      // Whole or not at all: no bid without what belongs to it, and no gap in the log.
      expect(kept.every((row) => row.keyed && row.told)).toBe(true);
      expect(kept.map((row) => row.seq)).toEqual(kept.map((_, index) => index + 1));
    }
  });
});

async function logOf(listing: string) {
  const client = new pg.Client({ connectionString: database.urls.superuser });
  await client.connect();
  const { rows } = await client.query<{ id: string; seq: number; keyed: boolean; told: boolean }>(
    `select b.id, b.seq::int as seq,
       exists (select from idempotency_key k where k.command = 'bidding.place-bid' and k.key = b.id) as keyed,
       exists (select from listing_event e where e.listing_id = b.listing_id and e.event = 'bid.accepted'
         and (e.payload ->> 'seq')::bigint = b.seq) as told
     from bid b where b.listing_id = $1 order by b.seq`,
    [listing],
  );
  await client.end();
  return rows;
}
