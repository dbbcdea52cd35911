import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql.js';

/** Case files of alerts, what two people have decided together, and patches that satellites report. */
export class Surveillance1790000000353 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const table of ['alert_note', 'satellite_patch'])
      await runner.query(`grant select, insert on ${table} to muheng_api, muheng_worker;
        grant select on ${table} to muheng_reconciler;
        create trigger ${table}_no_change before update or delete on ${table} for each row execute function refuse_change();`);
    await runner.query(tenantTable('alert_note', 'null::uuid', 'region_code'));
    await runner.query(tenantTable('satellite_patch', 'null::uuid', 'region_code'));
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  -- Who has the case, and the alert it is about: kept with the alert; the notes beside it are only added to.
  alter table alert add column owner_person_id uuid;
  create table alert_note (
    id uuid primary key,
    alert_id uuid not null references alert (id),
    region_code char(6) not null,
    by_person_id uuid not null,
    body text not null check (length(body) > 0),
    at timestamptz not null
  );
  create index alert_note_alert on alert_note (alert_id, at);

  create table satellite_patch (
    id uuid primary key,
    project_id uuid not null references origin_project (id),
    region_code char(6) not null,
    observed_on date not null,
    source text not null check (length(source) > 0),
    area bigint not null check (area > 0),
    reported_at timestamptz not null,
    by_person_id uuid not null
  );
  create index satellite_patch_project on satellite_patch (project_id, observed_on desc);`;
