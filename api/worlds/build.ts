import { readFileSync } from 'node:fs';
import pg from 'pg';
import { PracticeClock } from '../replay/practice-clock.js';
import { createAdministrator } from '../src/cli/create-administrator.js';
import { buildNingxia } from './ningxia/build-ningxia.js';

/** Fills a new market with the demo world. The market's own clock stands in the past until the story reaches now. */
const env = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is needed to build the demo world.`);
  return value;
};

if (process.env['NODE_ENV'] === 'production') {
  process.stderr.write('The demo world refuses NODE_ENV=production.\n');
  process.exit(2);
}
const ownerUrl = env('MIGRATION_DATABASE_URL');
const client = new pg.Client({ connectionString: ownerUrl });
await client.connect();

async function mark(state: 'filling' | 'done', done: number, total: number): Promise<void> {
  await client.query(
    `insert into market_setting (key, value) values ('demo-world', $1)
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify({ state, done, total })],
  );
}

const clock = await PracticeClock.open(ownerUrl, {
  url: env('STRIPE_API_BASE'),
  key: env('STRIPE_API_KEY'),
});
const administrator = await createAdministrator(ownerUrl);
await mark('filling', 0, 1);
const now = new Date();
await buildNingxia({
  address: process.env['MARKET_URL'] ?? env('PUBLIC_URL'),
  clock,
  now,
  administrator,
  projects: readFileSync(new URL('../../worlds/ningxia/quota-projects.csv', import.meta.url)),
  progress: async (done, total, what) => {
    await mark('filling', done, total);
    process.stderr.write(`demo world ${done}/${total} ${what}\n`);
  },
});
await mark('done', 1, 1);
await clock.close();
await client.end();
process.stdout.write(`管理员 administrator: ${administrator.login} / ${administrator.password}\n`);
