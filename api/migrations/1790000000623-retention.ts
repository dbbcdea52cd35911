import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the retention schedule (contracts/common/retention) needs of the database, and what its sweeps have done. */
export class Retention1790000000623 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table retention_sweep (
        key text primary key,
        at timestamptz not null,
        -- By the last sweep that found any, and by all of them.
        rows bigint not null,
        since_first bigint not null
      );
      grant select on retention_sweep to muheng_api;
      grant select, insert, update on retention_sweep to muheng_worker;

      -- Millions of keys in the order of their making: a summary of blocks finds the old ones and costs a bid nothing.
      create index idempotency_key_age on idempotency_key using brin (created_at);

      -- The worker sees no sessions; of those that are long over it may be rid.
      create function drop_old_sessions(before timestamptz, most integer) returns integer
        language plpgsql security definer set search_path = public as $$
      declare dropped integer;
      begin
        -- A delete tells every process to recognise everybody anew: not when there is nothing to delete.
        if not exists (select from session where least(coalesce(ended_at, expires_at), expires_at) < before) then
          return 0;
        end if;
        delete from session where id_hash in (
          select id_hash from session where least(coalesce(ended_at, expires_at), expires_at) < before limit most);
        get diagnostics dropped = row_count;
        return dropped;
      end $$;
      revoke execute on function drop_old_sessions(timestamptz, integer) from public;
      grant execute on function drop_old_sessions(timestamptz, integer) to muheng_worker;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
