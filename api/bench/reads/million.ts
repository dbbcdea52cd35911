import pg from 'pg';

/**
 * A million noticed listings of five years, the newest few thousand still running, written straight into the table. Every
 * county sells; what has ended was not sold, so that no settlement is due.
 */
export async function fillListings(superuserUrl: string, rows: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`set synchronous_commit = off`);
  await client.query(`set work_mem = '128MB'`);
  await client.query(`set maintenance_work_mem = '256MB'`);
  // No news of a million notices: the trigger that publishes each takes longer than all the rest.
  await client.query('set session_replication_role = replica');
  // Indexes are built once over everything: kept up row by row they take ten times as long.
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(indexesSql);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(fillSql, [rows]);
  await client.query(searchSql);
  for (const { definition } of indexes) await client.query(definition);
  await client.query('vacuum (analyze) listing, listing_search');
  await client.end();
}

/** All but those that a constraint stands on. */
const indexesSql = `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
  where i.indrelid in ('listing'::regclass, 'listing_search'::regclass) and not i.indisprimary
    and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;

/** What the trigger would have kept of each. */
const searchSql = `
  insert into listing_search select id, notice_at, listing_search_text(number, title),
    listing_search_terms(listing_search_text(number, title), region_code, quota, notice_at)
  from listing l where not exists (select from listing_search s where s.listing_id = l.id)`;

const fillSql = `
  with seller as (
    select id, region_code, row_number() over (order by code) - 1 as n, count(*) over () as total
    from party where kind = 'county'
  ), pack as (select id from policy_version where pack = 'ningxia' order by version desc limit 1)
  insert into listing (id, number, title, seller_id, region_code, quota, form, status, area, start_price, step, deposit,
    policy_version_id, policy, created_by, created_at, notice_at, opens_at, deposit_close_at, listing_bid_stop_at,
    listing_ends_at, timed_starts_at, closes_at, closed_at, bid_count)
  select gen_random_uuid(), 'NX-SFQ-BENCH-' || t.n, '水田指标 ' || t.n, s.id, s.region_code,
    case when t.n % 3 = 0 then 'LSQ' else 'SFQ' end, 'timed-bidding',
    case when t.at > app_now() - interval '9 days' then 'notice'
         when t.at > app_now() - interval '14 days' then 'listing-open'
         when t.n % 7 = 0 then 'withdrawn' else 'closed-failed' end,
    10000 + t.n % 900000, 1000000 + (t.n * 7919::bigint) % 900000000, 100, 1, p.id,
    '{"timedBiddingEntry":"any-registered","timedWindowMin":4}', '00000000-0000-7000-8000-000000000000', t.at, t.at,
    t.at + interval '10 days', t.at + interval '14 days', t.at + interval '15 days', t.at + interval '15 days',
    t.at + interval '15 days', t.at + interval '15 days',
    case when t.at <= app_now() - interval '14 days' then t.at + interval '15 days' end, 0
  from (select n, app_now() - n * (interval '5 years' / $1::int) as at from generate_series(1, $1::int) as n) t
  join seller s on s.n = t.n % s.total
  cross join pack p`;
