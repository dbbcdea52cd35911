import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts are what postings wait for: entries and postings, which nobody else touches, are written before the accounts are
 * locked, so that they are held for a third of the time. What is locked is locked in id order as before, and what
 * `quota_move` locks comes after.
 */
export class AccountsLast1790000000721 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(post);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const post = `
  create or replace function ledger_post(
    p_entry uuid[], p_kind text[], p_subject_type text[], p_subject uuid[],
    p_party uuid[], p_asset text[], p_bucket text[], p_amount bigint[], p_at timestamptz
  ) returns void language plpgsql as $$
  begin
    insert into account (party_id, asset, bucket)
      select distinct party, asset, bucket from unnest(p_party, p_asset, p_bucket) as t (party, asset, bucket)
      where not exists (select from account a where (a.party_id, a.asset, a.bucket) = (t.party, t.asset, t.bucket))
      order by 1, 2, 3
      on conflict do nothing;
    insert into entry (id, at, kind, subject_type, subject_id, postings)
      select id, p_at, kind, subject_type, subject, count(*)
      from unnest(p_entry, p_kind, p_subject_type, p_subject) as t (id, kind, subject_type, subject)
      group by id, kind, subject_type, subject;
    insert into posting (entry_id, at, ordinal, account_id, party_id, asset, bucket, amount)
      select t.entry, p_at, row_number() over (partition by t.entry order by t.ordinal), a.id, t.party, t.asset,
        t.bucket, t.amount
      from unnest(p_entry, p_party, p_asset, p_bucket, p_amount) with ordinality
        as t (entry, party, asset, bucket, amount, ordinal)
      join account a on (a.party_id, a.asset, a.bucket) = (t.party, t.asset, t.bucket);
    perform from account
      where (party_id, asset, bucket) in (select * from unnest(p_party, p_asset, p_bucket))
      order by id for no key update;
    update account a set balance = a.balance + d.delta
      from (select party, asset, bucket, sum(amount)::bigint as delta
            from unnest(p_party, p_asset, p_bucket, p_amount) as t (party, asset, bucket, amount)
            group by party, asset, bucket) d
      where (a.party_id, a.asset, a.bucket) = (d.party, d.asset, d.bucket);
  end $$;`;
