import pg from 'pg';

/** Lots of supplementary farmland for each county, banked through the ledger's own function. */
export async function bankLots(
  superuserUrl: string,
  lots: readonly { county: string; count: number }[],
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`set synchronous_commit = off`);
  await client.query(`select set_config('app.market', 'on', false)`);
  for (const { county, count } of lots) await client.query(fillSql, [county, count]);
  await client.query('vacuum (analyze)');
  await client.end();
}

const fillSql = `
  with county as (select id, region_code from party where code = $1),
  project as (
    insert into origin_project (id, number, quota, name, county_id, region_code, acceptance_no, accepted_on, filing_no, area,
      paddy, capacity, grade, funding_source, banked_at, created_at)
    select gen_random_uuid(), $1 || '-' || n, 'SFQ', '测量项目', c.id, c.region_code, 'B', '2025-01-02', $1 || '-' || n,
      10000 + n, 0, (10000 + n) * 6000::bigint, 12, 'county', app_now(), app_now()
    from county c, generate_series(1, $2::int) n
    returning *),
  banked as (
    insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, grade, saleable,
      created_at)
    select gen_random_uuid(), number, id, county_id, region_code, quota, area, 0, capacity, 12, true, created_at from project
    returning *),
  credit as (
    select gen_random_uuid() as entry, b.id as lot, b.origin_project_id as project, b.owner_id as party, b.area, b.capacity
    from banked b)
  select quota_credit(array_agg(entry order by lot, asset), 'project-in', array_agg(lot order by lot, asset),
    array_agg(project order by lot, asset), array_agg(party order by lot, asset), array_agg(asset order by lot, asset),
    array_agg(amount order by lot, asset), app_now())
  from credit cross join lateral (values ('SFQ.AREA', area), ('SFQ.CAPACITY', capacity)) as t (asset, amount)`;
