import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One round trip from a session id to the person behind it, across row-level security, and nothing else. */
export class Sessions1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function session_of(hash bytea) returns table (
        person_id uuid, display_name text, roles text[], party_id uuid, party_code text, party_kind text,
        region_code char(6), csrf_hash bytea, last_seen_at timestamptz, expires_at timestamptz
      ) language plpgsql volatile security definer set search_path = public as $$
      -- "set app.market" on the function itself would need a superuser, which the migrator is not.
      declare before text := coalesce(current_setting('app.market', true), '');
      begin
        perform set_config('app.market', 'on', true);
        return query
          select p.id, p.display_name, p.roles, y.id, y.code, y.kind, y.region_code, s.csrf_hash, s.last_seen_at, s.expires_at
          from session s join person p on p.id = s.person_id join party y on y.id = p.party_id
          where s.id_hash = hash and s.ended_at is null and s.expires_at > clock_timestamp() and p.disabled_at is null;
        perform set_config('app.market', before, true);
      end $$;
      revoke execute on function session_of(bytea) from public;
      grant execute on function session_of(bytea) to muheng_api;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
