import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, tenantTable } from './sql.js';

/** Reports of sealed months: what was asked for is a row, what is made is a document; how far it is is counted. */
export class MonthReports1790000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(appendOnly('month_report'));
    await runner.query('grant select on month_report to muheng_reconciler');
    await runner.query(tenantTable('month_report', 'party_id', 'region_code'));
    await runner.query(due);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const table = `
  -- One of a month and an area: the region, a city or a county. Asked for twice it is still one.
  create table month_report (
    id uuid primary key,
    month date not null references month_seal (month),
    party_id uuid not null references party (id),
    region_code char(6) not null,
    by_person_id uuid not null,
    requested_at timestamptz not null,
    unique (month, party_id)
  );
  -- PDF and xlsx, both or neither: they are kept in one transaction.
  create unique index document_one_report on document (subject_id, media_type) where subject_type = 'month-report';`;

const due = `
  create or replace view due_work_papers with (security_invoker = true) as
    select 'trade.papers' as job, t.id as subject_id, t.confirmed_at as due_at from trade t
    where t.confirmed_at is not null and t.status not in ('completed', 'defaulted', 'annulled')
      and (select count(*) from document d where d.subject_type = 'trade' and d.subject_id = t.id
        and d.kind in ('confirmation', 'contract', 'receipt'))
        < 1 + (t.seller_signed_at is not null and t.buyer_signed_at is not null)::int + (t.paid_at is not null)::int
    union all
    select 'month-report.make', r.id, r.requested_at from month_report r
    where not exists (select from document d where d.subject_type = 'month-report' and d.subject_id = r.id);`;
