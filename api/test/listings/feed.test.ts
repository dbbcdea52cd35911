import { counties } from '@muheng/contracts/common/regions';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillListings } from '../../bench/reads/million.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

interface Row {
  id: string;
  status: string;
  quota: string;
  county: string;
  noticeAt: Date;
  closesAt: Date;
  price: string;
}

interface Filter {
  status?: string;
  quota?: string;
  county?: string;
}

const ended = new Set(['closed-sold', 'closed-failed', 'terminated', 'withdrawn']);
let database: TestDatabase;
let market: TestApp;
let all: Row[];

beforeAll(async () => {
  database = await createTestDatabase();
  market = await startTestApp(database);
  await fillListings(database.urls.superuser, 1_200);
  const client = new pg.Client(database.urls.superuser);
  await client.connect();
  // The filled ones are years apart: a few hundred of them shall still run.
  await client.query(`update listing set status = case when area % 3 = 0 then 'notice' else 'listing-open' end, closed_at = null
    where area < 10400`);
  const { rows } = await client.query<Row>(
    `select id, status, quota, region_code as county, notice_at as "noticeAt", closes_at as "closesAt",
       start_price::text as price from listing`,
  );
  all = rows;
  await client.end();
});
afterAll(async () => {
  await market.close();
  await database.drop();
});

const orders: Readonly<Record<string, (left: Row, right: Row) => number>> = {
  newest: (left, right) =>
    right.noticeAt.getTime() - left.noticeAt.getTime() || (left.id < right.id ? 1 : -1),
  'closing-soon': (left, right) =>
    left.closesAt.getTime() - right.closesAt.getTime() || (left.id < right.id ? -1 : 1),
  'price-low': (left, right) =>
    Number(BigInt(left.price) - BigInt(right.price)) || (left.id < right.id ? -1 : 1),
  'price-high': (left, right) =>
    Number(BigInt(right.price) - BigInt(left.price)) || (left.id < right.id ? 1 : -1),
};

async function walk(query: string): Promise<string[]> {
  const found: string[] = [];
  let cursor = '';
  for (;;) {
    const { body } = await market.http.get(`/api/v1/listings?limit=50${query}${cursor}`).expect(200);
    const page = body as { items: { id: string }[]; nextCursor: string | null };
    found.push(...page.items.map((item) => item.id));
    if (page.nextCursor === null) return found;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

function expected(sort: string, { status, quota, county }: Filter) {
  const codes = county?.endsWith('00')
    ? counties.map(({ code }) => code).filter((code) => code.startsWith(county.slice(0, 4)))
    : county && [county];
  const order = orders[sort];
  return all
    .filter((row) => sort === 'newest' || !ended.has(row.status))
    .filter((row) => !status || status.split(',').includes(row.status))
    .filter((row) => !quota || row.quota === quota)
    .filter((row) => !codes || codes.includes(row.county))
    .sort(order)
    .map((row) => row.id);
}

describe.each(Object.keys(orders))('the public feed by %s', (sort) => {
  it.each([
    {},
    { status: 'notice' },
    { status: 'notice,listing-open' },
    { status: 'withdrawn,closed-failed' },
    { status: 'suspended' },
    { quota: 'LSQ' },
    { county: '640425' },
    { county: '640400' },
    { status: 'listing-open', quota: 'SFQ', county: '640400' },
    { status: 'notice,listing-open,closed-failed', quota: 'LSQ', county: '640122' },
  ])('is whole, in order and without a row twice: %o', async (filter: Filter) => {
    const query = Object.entries(filter).map(([name, value]) => `&${name}=${String(value)}`);
    expect(await walk(`&sort=${sort}${query.join('')}`)).toEqual(expected(sort, filter));
  });
});
