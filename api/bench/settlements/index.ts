import pg from 'pg';
import { type Bench, take } from '../frame/bench.js';
import { load } from '../frame/load.js';
import { median, repeat, round } from '../frame/statistics.js';
import type { PostLoad } from './post.load.js';
import type { SettleLoad, SettleLoadResult } from './settle.load.js';
import { buildDueTrades, expectSettled, signInBuyers } from './world.js';

const clients = 48;
const runs = 3;
const tradesAClient = 10;
const warmUpTrades = 4;
const postingParties = 400;
const postingBatch = 500;
const postingSeconds = 4;

const noPosting = { perSecond: null, ratio: null };
const noEndToEnd = { perSecond: null, p50Ms: null, p95Ms: null, clients: null };
export const figures = { posting: noPosting, endToEnd: noEndToEnd };

/** Settlements posted by the ledger's batch path, and whole ones over HTTP, from the payment to the certificate's number. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const { spreadPerSecond } = await bench.calibration();
  const posting = await take(noPosting, () => measurePosting(bench, spreadPerSecond));
  const endToEnd = await take(noEndToEnd, () => measureEndToEnd(bench));
  return { posting, endToEnd };
}

async function measurePosting(bench: Bench, calibration: number) {
  const urls = await bench.database();
  const parties = await openAccounts(urls.superuser);
  const input: PostLoad = {
    databaseUrl: urls.api,
    parties,
    batch: postingBatch,
    seconds: postingSeconds,
  };
  const rates = await repeat(runs, () =>
    load<{ perSecond: number }>(new URL('./post.load.js', import.meta.url), input),
  );
  const perSecond = median(rates.map((each) => each.perSecond));
  bench.say(`posting: ${rates.map((each) => round(each.perSecond)).join(', ')} a second`);
  return { perSecond: round(perSecond), ratio: round(perSecond / calibration, 2) };
}

/** Parties with money in escrow, enough for every posting of the measurement. */
async function openAccounts(superuserUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`select set_config('app.market', 'on', false)`);
  const { rows } = await client.query<{ id: string }>(
    `insert into party (id, code, kind, name_zh, name_en, region_code, created_at)
     select gen_random_uuid(), 'BENCH-' || n, 'project-owner', '测量用户 ' || n, 'Party ' || n, '640106', app_now()
     from generate_series(1, $1) as n returning id`,
    [postingParties],
  );
  const ids = rows.map(({ id }) => id);
  await client.query(
    `select ledger_post(array_agg(entry order by entry, side), array_agg('payment'::text), array_agg('payment'::text),
       array_agg(entry order by entry, side), array_agg(party order by entry, side), array_agg('CNY'::text),
       array_agg(case side when 1 then 'external' else 'escrow' end order by entry, side),
       array_agg(case side when 1 then -1000000000 else 1000000000 end order by entry, side), app_now())
     from (select gen_random_uuid() as entry, party from unnest($1::uuid[]) as party) p cross join (values (1), (2)) as s (side)`,
    [ids],
  );
  await client.query('analyze');
  await client.end();
  return ids;
}

async function measureEndToEnd(bench: Bench) {
  const market = await bench.market();
  const buyers = await signInBuyers(market.urls.superuser, clients);
  const settle = async (each: number): Promise<SettleLoadResult> => {
    const payers = await buildDueTrades(market.urls.superuser, buyers, each);
    const input: SettleLoad = { address: market.address, databaseUrl: market.urls.superuser, payers };
    const result = await load<SettleLoadResult>(new URL('./settle.load.js', import.meta.url), input);
    await expectSettled(
      market.urls.superuser,
      payers.flatMap(({ trades }) => trades),
    );
    bench.say(
      `${result.settled} settled, ${round(result.perSecond, 1)} a second, p50 ${round(result.p50Ms)} ms, p95 ${round(result.p95Ms)} ms`,
    );
    return result;
  };
  await settle(warmUpTrades);
  const results = await repeat(runs, () => settle(tradesAClient));
  const middle = (of: (result: SettleLoadResult) => number): number => median(results.map(of));
  return {
    perSecond: round(
      middle((each) => each.perSecond),
      1,
    ),
    p50Ms: round(middle((each) => each.p50Ms)),
    p95Ms: round(middle((each) => each.p95Ms)),
    clients,
  };
}
