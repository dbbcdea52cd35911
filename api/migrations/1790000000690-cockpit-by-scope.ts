import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './sql.js';

/**
 * The cockpit of a whole country reads what a scope moved, not what each of its counties did; and row-level security asks
 * once a statement who reads, where it asked for every trade and every account.
 */
export class CockpitByScope1790000000690 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(totals);
    await runner.query(functions);
    await runner.query(policies);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const totals = `
  -- The movements of a sealed month by region, city and county: the prefixes by which regulators watch.
  create table month_total (
    scope text not null check (scope ~ '^([0-9]{2}){1,3}$'),
    month date not null references month_seal (month),
    asset text not null,
    bucket text not null,
    incoming bigint not null check (incoming >= 0),
    outgoing bigint not null check (outgoing >= 0),
    primary key (scope, month, asset, bucket)
  );
  alter table month_total enable row level security;
  alter table month_total force row level security;
  create policy month_total_read on month_total for select using ((select app_market())
    or ((select app_scope()) <> '' and scope like (select app_scope()) || '%'));
  create policy month_total_insert on month_total for insert with check (app_market());
  ${appendOnly('month_total')}
  grant select on month_total to muheng_reconciler;
  do $$
  declare before text := coalesce(current_setting('app.market', true), '');
  begin
    perform set_config('app.market', 'on', true);
    insert into month_total (scope, month, asset, bucket, incoming, outgoing)
      select left(region_code, length), month, asset, bucket, sum(incoming), sum(outgoing)
      from month_movement cross join unnest(array[2, 4, 6]) as length group by 1, 2, 3, 4;
    perform set_config('app.market', before, true);
  end $$;`;

const functions = `
  -- What the counties of a scope hold of a quota, by bucket. Across row-level security like movements_between: the prefix
  -- is checked once instead of the party of each account.
  create function holdings_within(quota text, scope text) returns table (
    party_id uuid, bucket text, area bigint, paddy bigint, capacity bigint
  ) language plpgsql volatile security definer set search_path = public as $$
  declare before text := coalesce(current_setting('app.market', true), '');
  begin
    if not app_market() and (app_scope() = '' or scope not like app_scope() || '%') then return; end if;
    perform set_config('app.market', 'on', true);
    return query
      select a.party_id, a.bucket, coalesce(sum(a.balance) filter (where a.asset = quota || '.AREA'), 0)::bigint,
        coalesce(sum(a.balance) filter (where a.asset = quota || '.PADDY'), 0)::bigint,
        coalesce(sum(a.balance) filter (where a.asset = quota || '.CAPACITY'), 0)::bigint
      from account a join party y on y.id = a.party_id
      where y.kind = 'county' and y.region_code like scope || '%' and a.bucket <> 'origin'
        and a.asset in (quota || '.AREA', quota || '.PADDY', quota || '.CAPACITY')
      group by a.party_id, a.bucket;
    perform set_config('app.market', before, true);
  end $$;
  revoke execute on function holdings_within(text, text) from public;
  grant execute on function holdings_within(text, text) to muheng_api, muheng_worker;`;

const policies = `
  alter policy trade_read on trade using (published_at is not null or (select app_market())
    or seller_id = (select app_party()) or ((select app_scope()) <> '' and region_code like (select app_scope()) || '%'));
  alter policy trade_both on trade using (buyer_id = (select app_party()));`;
