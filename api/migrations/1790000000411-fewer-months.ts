import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two years of empty partitions cost each posting more than the posting itself: whoever writes or looks up opens them
 * all. Kept are this month, the next, and every month that holds something.
 */
export class FewerMonths1790000000411 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(months);
    await runner.query(drop);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const months = `
  -- A month whose rows went to the default partition, since no worker made it in time or a practice clock runs far
  -- from the calendar, stays there: everything works on, and the months after it get partitions of their own.
  create or replace function ensure_months(parent text, first date, last date) returns void language plpgsql as $$
  declare month date := date_trunc('month', first); name text; starts timestamptz; ends timestamptz; is_taken boolean;
  begin
    while month <= last loop
      name := parent || to_char(month, '_YYYYMM');
      if to_regclass(name) is null then
        starts := month::timestamp at time zone 'UTC';
        ends := (month + interval '1 month') at time zone 'UTC';
        execute format('select exists (select from %I where at >= $1 and at < $2)', parent || '_default')
          into is_taken using starts, ends;
        if not is_taken then
          execute format('create table %I partition of %I for values from (%L) to (%L)', name, parent, starts, ends);
          execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
            name || '_no_truncate', name);
        end if;
      end if;
      month := month + interval '1 month';
    end loop;
  end $$;

  -- The month to come is made from the first day of this one, hourly: there is a month of hours to do it in.
  create or replace function ensure_coming_months() returns void
    language plpgsql security definer set search_path = public as $$
  declare parent text; first date := date_trunc('month', clock_timestamp());
  begin
    perform pg_advisory_xact_lock(7240640001);
    perform set_config('app.market', 'on', true);
    foreach parent in array array['entry', 'posting', 'bid', 'audit'] loop
      perform ensure_months(parent, first, (first + interval '1 month')::date);
    end loop;
  end $$;`;

const drop = `
  do $$
  declare each record; has_rows boolean; months text[] := array[
    to_char(clock_timestamp() at time zone 'UTC', 'YYYYMM'),
    to_char((clock_timestamp() at time zone 'UTC') + interval '1 month', 'YYYYMM')];
  begin
    perform set_config('app.market', 'on', true);
    -- Postings refer to entries by their month, so they go first.
    for each in select inhrelid::regclass::text as name from pg_inherits
                where inhparent in ('entry'::regclass, 'posting'::regclass, 'bid'::regclass, 'audit'::regclass)
                order by 1 desc loop
      continue when each.name like '%\\_default' or right(each.name, 6) = any(months);
      execute format('select exists (select from %s)', each.name) into has_rows;
      if not has_rows then execute format('drop table %s', each.name); end if;
    end loop;
  end $$;`;
