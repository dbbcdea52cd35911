import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** A balance that is paid in parts, where the policy allows it (domain §16 installments). The quota waits for the last. */
export class Instalments1790000000472 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(tenantTable('instalment', 'party_id', 'region_code'));
    await runner.query(writable('instalment'));
    await runner.query('grant select on instalment to muheng_reconciler');
    await runner.query(dueWork);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  -- 0 is a debt that is paid at once; the parts of one that is not count from 1.
  alter table payment add part smallint not null default 0 check (part >= 0);
  drop index payment_one_live;
  create unique index payment_one_live on payment (subject_type, subject_id, kind, part)
    where state in ('requested', 'submitted', 'unknown', 'succeeded');

  create table instalment (
    trade_id uuid not null references trade (id),
    part smallint not null check (part > 0),
    -- The buyer, who owes it.
    party_id uuid not null references party (id),
    region_code char(6) not null,
    amount bigint not null check (amount > 0),
    due_at timestamptz not null,
    primary key (trade_id, part)
  );`;

const dueWork = `
  -- A price is settled when no part of it is still asked for, and what paying late costs has come as well.
  create or replace function trade_late_settled(t trade) returns boolean language sql stable as $$
    select (t.late_charge = 0 or exists (select from payment p where p.subject_type = 'trade' and p.subject_id = t.id
        and p.kind = 'late-charge' and p.state = 'succeeded'))
      and not exists (select from payment p where p.subject_type = 'trade' and p.subject_id = t.id
        and p.kind = 'balance' and p.state in ('requested', 'submitted', 'unknown')) $$;

  -- A part that never comes is a default as much as a whole balance is; payment_due_at is that of the next part.
  create view due_work_instalments with (security_invoker = true) as
    select 'trade.lapse' as job, t.id as subject_id,
      t.payment_due_at + make_interval(hours => 24 * (t.policy ->> 'lateDefaultDays')::int) as due_at
    from trade t where t.status = 'payment-due'
      and exists (select from instalment i where i.trade_id = t.id and not exists (select from payment p
        where p.subject_type = 'trade' and p.subject_id = t.id and p.kind = 'balance' and p.part = i.part
          and p.state in ('unknown', 'succeeded')))
      and exists (select from payment p where p.subject_type = 'trade' and p.subject_id = t.id and p.kind = 'balance'
        and p.state = 'succeeded')
      and not exists (select from payment p where p.subject_type = 'trade' and p.subject_id = t.id and p.kind = 'balance'
        and p.state = 'unknown');
  grant select on due_work_instalments to muheng_api, muheng_worker;
  do $grow$
  begin
    execute 'create or replace view due_work with (security_invoker = true) as '
      || rtrim(pg_get_viewdef('due_work'::regclass), '; ')
      || ' union all select job, subject_id, due_at from due_work_instalments';
  end $grow$;`;
