import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The months after the last seal are summed from their postings at each look of the cockpit: only the two buckets that it
 * shows, and for the scope instead of for each county. Names of assets are put together once a call, not once an account.
 */
export class CockpitInOneLook1790000000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functions);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const functions = `
  -- What came into the bank of a scope and what left it for good in a span of time, of one quota. Across row-level
  -- security like movements_between: the prefix is checked once instead of the party of each posting.
  create function banked_between(first timestamptz, last timestamptz, scope text, quota text) returns table (
    asset text, bucket text, incoming bigint, outgoing bigint
  ) language plpgsql volatile security definer set search_path = public as $$
  declare
    before text := coalesce(current_setting('app.market', true), '');
    assets text[] := array[quota || '.AREA', quota || '.PADDY', quota || '.CAPACITY'];
  begin
    if not app_market() and (app_scope() = '' or scope not like app_scope() || '%') then return; end if;
    perform set_config('app.market', 'on', true);
    return query
      select p.asset, p.bucket, coalesce(sum(p.amount) filter (where p.amount > 0), 0)::bigint,
        coalesce(-sum(p.amount) filter (where p.amount < 0), 0)::bigint
      from posting p join party y on y.id = p.party_id
      where p.at >= first and p.at < last and p.asset = any(assets) and p.bucket in ('origin', 'written-off')
        and y.region_code like scope || '%'
      group by p.asset, p.bucket;
    perform set_config('app.market', before, true);
  end $$;
  revoke execute on function banked_between(timestamptz, timestamptz, text, text) from public;
  grant execute on function banked_between(timestamptz, timestamptz, text, text) to muheng_api, muheng_worker;

  create or replace function holdings_within(quota text, scope text) returns table (
    party_id uuid, bucket text, area bigint, paddy bigint, capacity bigint
  ) language plpgsql volatile security definer set search_path = public as $$
  declare
    before text := coalesce(current_setting('app.market', true), '');
    area_of text := quota || '.AREA';
    paddy_of text := quota || '.PADDY';
    capacity_of text := quota || '.CAPACITY';
  begin
    if not app_market() and (app_scope() = '' or scope not like app_scope() || '%') then return; end if;
    perform set_config('app.market', 'on', true);
    return query
      select a.party_id, a.bucket, coalesce(sum(a.balance) filter (where a.asset = area_of), 0)::bigint,
        coalesce(sum(a.balance) filter (where a.asset = paddy_of), 0)::bigint,
        coalesce(sum(a.balance) filter (where a.asset = capacity_of), 0)::bigint
      from account a join party y on y.id = a.party_id
      where y.kind = 'county' and y.region_code like scope || '%' and a.bucket <> 'origin'
        and a.asset in (area_of, paddy_of, capacity_of)
      group by a.party_id, a.bucket;
    perform set_config('app.market', before, true);
  end $$;`;
