import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Report } from '../../src/modules/oversight/domain/check.js';
import { allChecks } from '../../src/modules/oversight/persistence/all-checks.js';
import { freshChecks } from '../../src/modules/oversight/persistence/checks/fresh.checks.js';
import { readMark, seeLedger } from '../../src/modules/oversight/persistence/ledger-mark.repository.js';
import { runChecks, snapshotSql } from '../../src/modules/oversight/persistence/run-checks.js';
import type { Query } from '../../src/modules/oversight/persistence/screens.js';
import { type Bench, type DatabaseUrls, take } from '../frame/bench.js';
import { median, repeat, round } from '../frame/statistics.js';
import { fillLedger } from './ledger-world.js';

const runs = 3;
/** Postings since the mark: what a busy minute writes. */
const freshPostings = 10_000;
const million = 1_000_000;
const tenMillion = 10 * million;

const noFull = { postings: null, seconds: null };
const noFresh = { postings: null, since: null, seconds: null };
export const figures = { full: noFull, fullOfTenMillion: noFull, incremental: noFresh };

/** A whole reconciliation of one and of ten million postings, and the minute's run since the last that agreed. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const full = await take(noFull, async () => measureFull(bench, await filled(bench, million), million));
  // Filling ten million takes minutes, so it is asked for by name.
  if (process.env['BENCH_TEN_MILLION'] !== '1') {
    const why = 'set BENCH_TEN_MILLION=1 to fill ten million postings';
    const incremental = await take(noFresh, async () => measureFresh(await filled(bench, million), million));
    return { full, fullOfTenMillion: { ...noFull, why }, incremental };
  }
  const large = await filled(bench, tenMillion);
  const fullOfTenMillion = await take(noFull, () => measureFull(bench, large, tenMillion));
  const incremental = await take(noFresh, () => measureFresh(large, tenMillion));
  return { full, fullOfTenMillion, incremental };
}

async function filled(bench: Bench, postings: number): Promise<DatabaseUrls> {
  const urls = await bench.database();
  bench.say(`writing ${postings} postings`);
  await fillLedger(urls.superuser, postings);
  return urls;
}

async function measureFull(bench: Bench, urls: DatabaseUrls, postings: number) {
  const reports = await repeat(runs, () =>
    onSnapshot(urls.reconciler, (query) => runChecks(query, { depth: 'full', about: 'data' })),
  );
  bench.say(`${postings} postings: ${reports.map((each) => each.seconds).join(', ')} s`);
  return {
    postings: expectAgreed(reports[0], 'postings') ?? postings,
    seconds: median(reports.map((each) => each.seconds)),
  };
}

async function measureFresh(urls: DatabaseUrls, since: number) {
  await markNow(urls);
  const client = new pg.Client({ connectionString: urls.superuser });
  await client.connect();
  await client.query(`select set_config('app.market', 'on', false)`);
  await client.query(freshSql, [freshPostings / 2]);
  await client.end();
  const reports = await repeat(runs, () =>
    onSnapshot(urls.reconciler, async (query) => {
      const mark = await readMark(query);
      if (!mark) throw new Error('the mark is missing');
      const checks = [...allChecks, ...freshChecks(mark)];
      return runChecks(query, { depth: 'short', about: 'data', checks });
    }),
  );
  expectAgreed(reports[0], 'checks');
  return { postings: freshPostings, since, seconds: round(median(reports.map((each) => each.seconds)), 3) };
}

/** A run that finds anything has measured something else. */
function expectAgreed(report: Report | undefined, counted: string): number | undefined {
  if (!report?.ok) throw new Error(`the books differ: ${JSON.stringify(report?.findings.slice(0, 3))}`);
  return report.checked[counted];
}

async function onSnapshot<R>(url: string, work: (query: Query) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    for (const sql of snapshotSql) await client.query(sql);
    return await work(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows);
  } finally {
    await client.end();
  }
}

/** As a full run that agreed leaves it. */
async function markNow(urls: DatabaseUrls): Promise<void> {
  const seen = await onSnapshot(urls.reconciler, seeLedger);
  const client = new pg.Client({ connectionString: urls.superuser });
  await client.connect();
  await client.query(
    'insert into ledger_mark (snapshot, reconciliation_id, taken_at) values ($1::pg_snapshot, $2, now())',
    [seen.snapshot, randomUUID()],
  );
  await client.query('insert into ledger_mark_balance select * from unnest($1::bigint[], $2::bigint[])', [
    seen.accounts,
    seen.balances,
  ]);
  await client.end();
}

/** Payments into escrow and back, through the ledger's own function. */
const freshSql = `
  select ledger_post(array_agg(entry order by n, side), array_agg('payment'::text), array_agg('bench'::text),
    array_agg(entry order by n, side), array_agg(party order by n, side), array_agg('CNY'::text),
    array_agg(case when side = n % 2 then 'external' else 'escrow' end order by n, side),
    array_agg(case when side = 0 then -100 else 100 end order by n, side), app_now())
  from (select gen_random_uuid() as entry, n, (select id from bench_county where i = n / 2 % 22) as party
        from generate_series(2, $1::int + 1) n) e cross join (values (0), (1)) as s (side)`;
