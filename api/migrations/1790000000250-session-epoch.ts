import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number that grows whenever a session ends or a person's rights change. Who was recognised under the number of now is
 * still who they were: the hot path compares it under its lock, instead of asking for each session (decision 025).
 */
export class SessionEpoch1790000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session_epoch (
        only_row boolean primary key default true check (only_row),
        epoch bigint not null
      );
      insert into session_epoch (epoch) values (1);
      grant select on session_epoch to muheng_api, muheng_worker;

      create function advance_session_epoch() returns trigger language plpgsql security definer set search_path = public as
        $$ begin update session_epoch set epoch = epoch + 1; return null; end $$;
      revoke execute on function advance_session_epoch() from public;

      create trigger session_ended after update of ended_at, expires_at or delete on session
        for each statement execute function advance_session_epoch();
      create trigger person_rights_changed after update of roles, party_id, region_code, disabled_at or delete on person
        for each statement execute function advance_session_epoch();
      create trigger party_kind_changed after update of code, kind, region_code on party
        for each statement execute function advance_session_epoch();`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
