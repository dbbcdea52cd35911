import pg from 'pg';

/** Entries of a lot: it is banked, then listed and taken back a dozen times. Two postings each. */
const entriesOfLot = 25;

/**
 * A journal of so many postings over the last twelve months, half of quota with its slices, half of money, as the
 * ledger's functions would have left it: written in sets, for they would take hours. Everything has come to rest.
 */
export async function fillLedger(superuserUrl: string, postings: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(
      `set synchronous_commit = off; set work_mem = '256MB'; set session_replication_role = replica`,
    );
    await client.query(helpers);
    const lots = postings / 4 / entriesOfLot;
    await client.query(lotsSql, [lots]);
    for (const sql of [quotaEntries, slices]) await client.query(sql, [lots, entriesOfLot]);
    await client.query(moneyEntries, [postings / 4]);
    await client.query(postingsSql);
    await client.query(closing);
  } finally {
    await client.end();
  }
  const tidy = new pg.Client({ connectionString: superuserUrl });
  await tidy.connect();
  await tidy.query('vacuum (analyze) entry, posting, slice, lot, origin_project, account');
  await tidy.end();
}

const helpers = `
  select set_config('app.market', 'on', false);
  create function bench_start() returns timestamptz language sql stable as
    $$ select date_trunc('month', clock_timestamp() - interval '11 months', 'UTC') $$;
  -- Ids in order of time, as the market's are.
  create function bench_id(at timestamptz, k bigint) returns uuid language sql immutable as
    $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008' || lpad(to_hex(k), 15, '0'))::uuid $$;
  create function bench_at(n bigint, j bigint) returns timestamptz language sql stable as
    $$ select bench_start() + j * interval '13 days' + n * interval '1 second' $$;
  do $$ declare parent text; begin
    foreach parent in array array['entry', 'posting'] loop
      perform ensure_months(parent, bench_start()::date, (clock_timestamp() + interval '1 month')::date);
    end loop;
  end $$;
  create table bench_county as select row_number() over (order by code) - 1 as i, id, region_code from party where kind = 'county';
  insert into account (party_id, asset, bucket)
    select c.id, asset, bucket from bench_county c cross join (values ('SFQ.AREA', 'origin'), ('SFQ.AREA', 'available'),
      ('SFQ.AREA', 'listed'), ('CNY', 'external'), ('CNY', 'escrow')) as t (asset, bucket)
    on conflict do nothing;
  create table bench_move (entry_id uuid, at timestamptz, party_id uuid, asset text, source text, target text, amount bigint);`;

const lotsSql = `
  with project as (
    insert into origin_project (id, number, quota, name, county_id, region_code, acceptance_no, accepted_on, filing_no,
      area, paddy, capacity, funding_source, banked_at, created_at)
    select bench_id(bench_at(n, 0), n), 'BENCH-' || n, 'SFQ', '测量项目', c.id, c.region_code, 'B', '2025-01-02',
      'BENCH-' || n, 1000, 0, 0, 'county', bench_at(n, 0), bench_at(n, 0)
    from generate_series(1, $1::bigint) n join bench_county c on c.i = n % (select count(*) from bench_county)
    returning id, number, county_id, region_code, created_at)
  insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, saleable, created_at)
  select id, number, id, county_id, region_code, 'SFQ', 1000, 0, 0, true, created_at from project`;

const moves = `from generate_series(1, $2::bigint) j cross join generate_series(1, $1::bigint) n
  join bench_county c on c.i = n % (select count(*) from bench_county)`;

const quotaEntries = `
  with made as (
    select bench_id(bench_at(n, j), n * 32 + j) as id, bench_at(n, j) as at, c.id as party, n, j ${moves}),
  entries as (
    insert into entry (id, at, kind, subject_type, subject_id, postings)
    select id, at, case when j = 1 then 'project-in' when j % 2 = 0 then 'list' else 'unlist' end, 'bench', id, 2 from made)
  insert into bench_move
  select id, at, party, 'SFQ.AREA', case when j = 1 then 'origin' when j % 2 = 0 then 'available' else 'listed' end,
    case when j % 2 = 0 then 'listed' else 'available' end, 1000 from made`;

const slices = `
  insert into slice (id, serials, asset, project_id, lot_id, owner_id, bucket, parent_id, entry_id, retired_by)
  overriding system value
  select (n - 1) * $2 + j, int8range((n - 1) * 1000 + 1, n * 1000 + 1), 'SFQ.AREA', bench_id(bench_at(n, 0), n),
    bench_id(bench_at(n, 0), n), c.id, case when j % 2 = 0 then 'listed' else 'available' end,
    case when j > 1 then (n - 1) * $2 + j - 1 end, bench_id(bench_at(n, j), n * 32 + j),
    case when j < $2 then bench_id(bench_at(n, j + 1), n * 32 + j + 1) end ${moves}`;

/** What one payment brings, the next gives back. */
const moneyEntries = `
  with made as (
    select bench_id(t.at, 1000000000 + n) as id, t.at, c.id as party, n
    from generate_series(1, $1::bigint) n
    cross join lateral (select bench_start() + (n / 2 * 320 / ($1::bigint / 2)) * interval '1 day' + n * interval '1 millisecond' as at) t
    join bench_county c on c.i = n / 2 % (select count(*) from bench_county)
    where n > 1 and n < $1::bigint),
  entries as (
    insert into entry (id, at, kind, subject_type, subject_id, postings)
    select id, at, case when n % 2 = 0 then 'payment' else 'reversal' end, 'bench', id, 2 from made)
  insert into bench_move
  select id, at, party, 'CNY', case when n % 2 = 0 then 'external' else 'escrow' end,
    case when n % 2 = 0 then 'escrow' else 'external' end, 12345 from made`;

const postingsSql = `
  insert into posting (entry_id, at, ordinal, account_id, party_id, asset, bucket, amount)
  select m.entry_id, m.at, s.side, a.id, m.party_id, m.asset, a.bucket, case s.side when 1 then -m.amount else m.amount end
  from bench_move m cross join (values (1), (2)) as s (side)
  join account a on a.party_id = m.party_id and a.asset = m.asset
    and a.bucket = case s.side when 1 then m.source else m.target end`;

const closing = `
  update account a set balance = p.total from (select account_id, sum(amount) as total from posting group by 1) p
    where p.account_id = a.id;
  update serial_counter set next = (select max(upper(serials)) from slice);
  select setval(pg_get_serial_sequence('slice', 'id'), (select max(id) from slice));
  drop table bench_move;`;
