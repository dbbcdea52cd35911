import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The provider keeps a 500 under its idempotency key for a day, so sending again under that key brings the 500 again.
 * Each try has a number of its own, which is part of the key; a key that brought a 500 is spent.
 */
export class ProviderAttempts1790000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payment
        add attempt integer not null default 1 check (attempt > 0),
        add key_spent boolean not null default false;
      alter table refund
        add attempt integer not null default 1 check (attempt > 0),
        add key_spent boolean not null default false;
      alter table payout add key_spent boolean not null default false;`);
    await runner.query(pause);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const pause = `
  -- How long an unanswered call rests before it is looked up again. A practice market, whose clock stands still
  -- meanwhile, makes it shorter.
  create function provider_pause() returns interval language sql stable as $$ select interval '20 s' $$;
  do $change$
  declare list regclass := coalesce(to_regclass('due_work_market'), to_regclass('due_work'));
  begin
    execute format('create or replace view %s with (security_invoker = true) as %s', list,
      replace(pg_get_viewdef(list), quote_literal('00:00:20') || '::interval', 'provider_pause()'));
    if pg_get_viewdef(list) not like '%provider_pause()%' then
      raise exception 'due work does not rest where it was expected to';
    end if;
  end $change$;`;
