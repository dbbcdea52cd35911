import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.urls.owner });
  await owner.connect();
  await owner.query(`select set_config('app.market', 'on', false)`);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const monthsOf = async (parent: string): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass order by 1`,
    [parent],
  );
  return rows.map(({ name }) => name.slice(parent.length + 1));
};
/** An entry at an instant, and the partition in which it came to lie. */
const entryAt = async (at: string): Promise<string> => {
  const { rows } = await owner.query<{ place: string }>(
    `insert into entry (id, at, kind, subject_type, subject_id) values ($1, $2, 'payment', 'test', $1)
     returning tableoid::regclass::text as place`,
    [randomUUID(), at],
  );
  return rows[0]?.place ?? '';
};

it('keeps this month and the next, and makes no more however often it is asked', async () => {
  const now = new Date();
  const month = (plus: number): string =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + plus, 1))
      .toISOString()
      .slice(0, 7)
      .replace('-', '');
  for (let time = 1; time <= 2; time += 1) await owner.query('select ensure_coming_months()');
  for (const parent of ['entry', 'posting', 'bid', 'audit'])
    expect(await monthsOf(parent)).toEqual([month(0), month(1), 'default']);
});

it('takes what falls into no month, leaves it where it is, and makes the months after it', async () => {
  expect(await entryAt('2031-03-31T23:59:59.999999Z')).toBe('entry_default');
  await owner.query(`select ensure_months('entry', '2031-03-01', '2031-04-01')`);
  expect(await entryAt('2031-03-31T23:59:59.999999Z')).toBe('entry_default');
  expect(await entryAt('2031-04-01T00:00:00Z')).toBe('entry_203104');
});

it('turns from one month to the next in the same transaction', async () => {
  await owner.query('select ensure_coming_months()');
  const [first = '', second = ''] = await monthsOf('entry');
  const start = `${second.slice(0, 4)}-${second.slice(4)}-01T00:00:00Z`;
  const before = new Date(Date.parse(start) - 1).toISOString();
  await owner.query('begin');
  expect([await entryAt(before), await entryAt(start)]).toEqual([`entry_${first}`, `entry_${second}`]);
  await owner.query('commit');
});
