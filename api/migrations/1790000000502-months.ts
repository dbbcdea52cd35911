import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql.js';

/**
 * What a month moved, summed once when it is over: the cockpit reads months instead of millions of postings. A month that
 * is sealed never changes, because neither do postings.
 */
export class Months1790000000502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(functions);
    for (const table of ['month_movement', 'month_seal'])
      await runner.query(`
        grant select, insert on ${table} to muheng_worker, muheng_api;
        grant select on ${table} to muheng_reconciler;
        create trigger ${table}_no_change before update or delete on ${table} for each row execute function refuse_change();`);
    await runner.query(tenantTable('month_movement', 'party_id', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  -- Months of Beijing time, by their first day.
  create table month_seal (
    month date primary key,
    postings bigint not null check (postings >= 0),
    sealed_at timestamptz not null default clock_timestamp()
  );

  -- What came into a bucket of a party in a month, and what went out of it.
  create table month_movement (
    month date not null references month_seal (month),
    party_id uuid not null references party (id),
    region_code char(6) not null,
    asset text not null,
    bucket text not null,
    incoming bigint not null check (incoming >= 0),
    outgoing bigint not null check (outgoing >= 0),
    primary key (month, party_id, asset, bucket)
  );
  create index month_movement_region on month_movement (region_code, month);`;

const functions = `
  -- Sums of the postings of a span of time, for the parties whose region code starts with a prefix that the reader may
  -- watch. Across row-level security, because asking for each of a million postings whose it is takes seconds: the prefix
  -- is checked once instead, here.
  create function movements_between(first timestamptz, last timestamptz, scope text) returns table (
    party_id uuid, region_code char(6), asset text, bucket text, incoming bigint, outgoing bigint, postings bigint
  ) language plpgsql volatile security definer set search_path = public as $$
  declare before text := coalesce(current_setting('app.market', true), '');
  begin
    if not app_market() and (app_scope() = '' or scope not like app_scope() || '%') then return; end if;
    perform set_config('app.market', 'on', true);
    return query
      select a.party_id, y.region_code, a.asset, a.bucket, s.incoming, s.outgoing, s.postings
      from (select p.account_id, coalesce(sum(p.amount) filter (where p.amount > 0), 0)::bigint as incoming,
              coalesce(-sum(p.amount) filter (where p.amount < 0), 0)::bigint as outgoing, count(*) as postings
            from posting p where p.at >= first and p.at < last group by p.account_id) s
      join account a on a.id = s.account_id join party y on y.id = a.party_id
      where y.region_code like scope || '%';
    perform set_config('app.market', before, true);
  end $$;
  revoke execute on function movements_between(timestamptz, timestamptz, text) from public;
  grant execute on function movements_between(timestamptz, timestamptz, text) to muheng_api, muheng_worker;`;
