import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The papers of a trade (domain §7): what each says is hashed, and the hash can be asked after by anyone. */
export class Papers1790000000304 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- SHA-256 over what the paper says, as it is printed on it; a certificate keeps its own.
      alter table document add content_digest bytea;
      create unique index document_one_paper on document (kind, subject_id)
        where subject_type = 'trade' and kind in ('confirmation', 'contract', 'receipt');
      create index document_content on document (content_digest) where content_digest is not null;

      -- A trade under way whose papers a lost wake-up left unmade.
      create view due_work_papers with (security_invoker = true) as
        select 'trade.papers' as job, t.id as subject_id, t.confirmed_at as due_at from trade t
        where t.confirmed_at is not null and t.status not in ('completed', 'defaulted', 'annulled')
          and (select count(*) from document d where d.subject_type = 'trade' and d.subject_id = t.id
            and d.kind in ('confirmation', 'contract', 'receipt'))
            < 1 + (t.seller_signed_at is not null and t.buyer_signed_at is not null)::int + (t.paid_at is not null)::int;
      grant select on due_work_papers to muheng_api, muheng_worker;
      do $change$
      begin
        execute 'create or replace view due_work with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('due_work'::regclass), '; ')
          || ' union all select job, subject_id, due_at from due_work_papers';
      end $change$;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
