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
  text: string;
}

interface Filter {
  status?: string;
  quota?: string;
  county?: string;
  q?: string;
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
       start_price::text as price, number || E'\\n' || title as text from listing`,
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

function expected(sort: string, { status, quota, county, q }: Filter) {
  const codes = county?.endsWith('00')
    ? counties.map(({ code }) => code).filter((code) => code.startsWith(county.slice(0, 4)))
    : county && [county];
  const order = orders[sort];
  return all
    .filter((row) => sort === 'newest' || !ended.has(row.status))
    .filter((row) => !status || status.split(',').includes(row.status))
    .filter((row) => !quota || row.quota === quota)
    .filter((row) => !codes || codes.includes(row.county))
    .filter((row) => !q || row.text.toLowerCase().includes(q.toLowerCase()))
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
    // Everything, nothing, the oldest, here and there, one; short, and with letters that mean something to a pattern.
    { q: '水田' },
    { q: '旱地' },
    { q: 'bench-11' },
    { q: '37' },
    { q: 'NX-SFQ-BENCH-1107' },
    { q: '7' },
    { q: '田' },
    { q: '%' },
    { q: "'" },
    { q: '指标 9', county: '640400' },
    { q: '12', quota: 'LSQ', status: 'withdrawn,closed-failed' },
    { q: '水田', county: '640425', status: 'withdrawn' },
    { q: '88', status: 'notice' },
  ])('is whole, in order and without a row twice: %o', async (filter: Filter) => {
    const query = Object.entries(filter).map(
      ([name, value]) => `&${name}=${encodeURIComponent(String(value))}`,
    );
    expect(await walk(`&sort=${sort}${query.join('')}`)).toEqual(expected(sort, filter));
  });
});

describe('the index of texts', () => {
  const found = async (q: string) => walk(`&q=${encodeURIComponent(q)}`);
  const change = async (sql: string) => {
    const client = new pg.Client(database.urls.superuser);
    await client.connect();
    await client.query(sql);
    await client.end();
  };

  it('follows a title that is changed, forgets the old one, and knows no draft', async () => {
    const [row] = all.filter(({ text }) => text.startsWith('NX-SFQ-BENCH-800\n'));
    await change(`update listing set title = '隆德高标准农田' where id = '${row?.id}'`);
    expect(await found('高标准')).toEqual([row?.id]);
    expect(await found('隆')).toEqual([row?.id]);
    expect(await found('水田指标 800')).toEqual([]);
    await change(`insert into listing (id, title, seller_id, region_code, quota, form, status, start_price, deposit,
        policy_version_id, policy, created_by, created_at)
      select gen_random_uuid(), '高标准草稿', seller_id, region_code, quota, form, 'draft', 1, 0, policy_version_id, policy,
        created_by, created_at from listing where id = '${row?.id}'`);
    expect(await found('高标准')).toEqual([row?.id]);
  });
});
