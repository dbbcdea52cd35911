import pg from 'pg';
import type { Bench } from '../frame/bench.js';
import { median, repeat, round } from '../frame/statistics.js';

const lines = 1_000_000;
const runs = 3;

export const figures = { lines: null, seconds: null };

/**
 * A million lines of the provider's account held against the journal, both ways: each has its payment and its entry,
 * written straight into the tables. One 分 planted among them must be found.
 */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const urls = await bench.database();
  const client = new pg.Client({ connectionString: urls.superuser });
  await client.connect();
  try {
    await client.query(
      `select set_config('app.market', 'on', false), set_config('work_mem', '128MB', false)`,
    );
    bench.say('writing a million payments, entries and lines');
    await client.query(world);
    await client.query('analyze payment, entry, posting, statement_line');
    const seconds = await repeat(runs, async () => {
      const started = performance.now();
      const { rows } = await client.query<{ subject: string }>('select * from statement_breaches()');
      if (rows.length !== 1) throw new Error(`${rows.length} differences, where one was planted`);
      return (performance.now() - started) / 1_000;
    });
    bench.say(`${seconds.map((each) => round(each, 2)).join(', ')} seconds`);
    return { lines, seconds: round(median(seconds), 2) };
  } finally {
    await client.end();
  }
}

const world = `
  set session_replication_role = replica;
  create temporary table made as
    select n, gen_random_uuid() as payment, gen_random_uuid() as entry, (select id from party where code = '640106') as party
    from generate_series(1, ${lines}) as n;
  insert into payment (id, kind, subject_type, subject_id, party_id, region_code, amount, state, provider_id, requested_at,
    resolved_at, checked_at, sent_at)
  select payment, 'balance', 'trade', payment, party, '640106', 100 + n, 'succeeded', 'pi_' || n, clock_timestamp(),
    clock_timestamp(), clock_timestamp() - interval '1 h', clock_timestamp() - interval '1 h' from made;
  insert into account (party_id, asset, bucket, balance)
    select party, 'CNY', bucket, 0 from (select distinct party from made) p cross join (values ('external'), ('escrow')) as b (bucket)
    on conflict do nothing;
  insert into entry (id, at, kind, subject_type, subject_id) select entry, now(), 'payment', 'payment', payment from made;
  insert into posting (entry_id, at, ordinal, account_id, party_id, asset, bucket, amount)
  select entry, now(), s.side, a.id, party, 'CNY', a.bucket, case s.side when 1 then -(100 + n) else 100 + n end
  from made cross join (values (1, 'external'), (2, 'escrow')) as s (side, bucket)
  join account a on a.party_id = made.party and a.asset = 'CNY' and a.bucket = s.bucket;
  insert into statement_line (source, id, kind, amount, object_id, occurred_at)
  select 'provider', 'txn_' || n, 'charge', 100 + n + case when n = ${lines / 2} then 1 else 0 end, 'pi_' || n, clock_timestamp()
  from made;
  insert into statement_reading (source, since, through) values ('provider', 'epoch', clock_timestamp());
  set session_replication_role = default;`;
