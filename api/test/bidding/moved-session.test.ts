import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bidder, buildFloor } from '../../bench/bids/floor-world.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let market: TestApp;
let admin: pg.Client;
let listing: string;
let bidders: Bidder[];
let price = 1_000_000n;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await startTestApp(database);
  admin = new pg.Client({ connectionString: database.urls.superuser });
  await admin.connect();
  const world = await buildFloor(database.urls.superuser, { bidders: 3, listings: 1 });
  [listing = ''] = world.listings;
  bidders = world.bidders;
});
afterAll(async () => {
  await market.close();
  await admin.end();
  await database.drop();
});

const bid = (n: number, more: Record<string, string> = {}) => {
  const { cookie = '', csrf = '' } = bidders[n] ?? {};
  const fen = price;
  price += 100n;
  return market.http
    .post(`/api/v1/listings/${listing}/bids`)
    .set({ cookie, 'x-csrf-token': csrf, 'idempotency-key': randomUUID(), ...more })
    .send({ priceCny: `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}` });
};
const personOf = (n: number) =>
  `(select id from person where login like 'bench-%-${n + 1}' order by created_at desc limit 1)`;

describe('a bidder who was recognised from memory', () => {
  it('is signed out with the next bid, without the session having been asked for', async () => {
    expect((await bid(0)).status).toBe(201);
    // Another process ends the session: this one is told by nobody but the epoch under the lock.
    await admin.query(`update session set ended_at = clock_timestamp() where person_id = ${personOf(0)}`);
    expect((await bid(0)).body).toMatchObject({ status: 401, code: 'access.sign-in-required' });
    expect((await bid(1)).status).toBe(201);
  });

  it('loses the right to bid with the role', async () => {
    expect((await bid(1)).status).toBe(201);
    await admin.query(`update person set roles = array['maker'] where id = ${personOf(1)}`);
    expect((await bid(1)).body).toMatchObject({ status: 403, code: 'access.forbidden' });
    expect((await bid(2)).status).toBe(201);
  });

  it('passes the same guards as on any other route, with the same headers', async () => {
    expect((await bid(2, { 'x-csrf-token': 'no' })).body).toMatchObject({ code: 'access.csrf' });
    expect((await bid(2, { 'sec-fetch-site': 'cross-site' })).body).toMatchObject({ code: 'access.csrf' });
    expect((await bid(2, { 'idempotency-key': 'no' })).body).toMatchObject({
      code: 'request.idempotency-key-missing',
    });
    expect((await bid(2, { cookie: '' })).body).toMatchObject({ code: 'access.sign-in-required' });
    const taken = await bid(2);
    expect(taken.get('content-security-policy')).toContain("default-src 'self'");
    expect(taken.get('x-content-type-options')).toBe('nosniff');
    expect(taken.get('x-request-id')).toBeTruthy();
    expect(taken.type).toBe('application/json');
  });
});

describe('a listing that another process has locked', () => {
  it('waits in a lane of its own, and is then judged in order', async () => {
    const other = new pg.Client({ connectionString: database.urls.superuser });
    await other.connect();
    await other.query('begin');
    await other.query('select 1 from listing where id = $1 for update', [listing]);
    const waiting = [bid(2).then((answer) => answer.status), bid(2).then((answer) => answer.status)];
    await new Promise((resolve) => setTimeout(resolve, 150));
    const world = await buildFloor(database.urls.superuser, { bidders: 1, listings: 1 });
    const [free = ''] = world.listings;
    const answer = await market.http
      .post(`/api/v1/listings/${free}/bids`)
      .set({
        cookie: world.bidders[0]?.cookie ?? '',
        'x-csrf-token': world.bidders[0]?.csrf ?? '',
        'idempotency-key': randomUUID(),
      })
      .send({ priceCny: '10000.00' });
    expect(answer.status).toBe(201);
    await other.query('commit');
    await other.end();
    expect(await Promise.all(waiting)).toEqual([201, 201]);
  });
});
