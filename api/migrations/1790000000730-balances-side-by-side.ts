import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a county holds comes to the cockpit as one row instead of one a bucket: of 2,844 counties both sides wait for rows. */
export class BalancesSideBySide1790000000730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functions);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const functions = `
  drop function holdings_within(text, text);
  -- The balances of each county of a scope in one quota, as {"bucket/asset": "units"}. Across row-level security like
  -- banked_between: the prefix is checked once instead of the party of each account.
  create function balances_within(quota text, scope text) returns table (party_id uuid, balances json)
  language plpgsql volatile security definer set search_path = public as $$
  declare
    before text := coalesce(current_setting('app.market', true), '');
    assets text[] := array[quota || '.AREA', quota || '.PADDY', quota || '.CAPACITY'];
  begin
    if not app_market() and (app_scope() = '' or scope not like app_scope() || '%') then return; end if;
    perform set_config('app.market', 'on', true);
    return query
      select a.party_id, json_object_agg(a.bucket || '/' || a.asset, a.balance::text)
      from account a join party y on y.id = a.party_id
      where y.kind = 'county' and y.region_code like scope || '%' and a.bucket <> 'origin' and a.asset = any(assets)
      group by a.party_id;
    perform set_config('app.market', before, true);
  end $$;
  revoke execute on function balances_within(text, text) from public;
  grant execute on function balances_within(text, text) to muheng_api, muheng_worker;`;
