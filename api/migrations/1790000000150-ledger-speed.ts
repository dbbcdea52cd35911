import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What posting and moving cost, cut down: a foreign key that locked every month's partition for each posting becomes
 * one check a statement. And what reconciliation needs so that it can sum instead of join: the postings of each
 * entry counted, the lot that a slice came from, the transaction that wrote an entry.
 */
export class LedgerSpeed1790000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(entryCheck);
    await runner.query(post);
    await runner.query(move);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const columns = `
  -- The lot that a slice left when it came into this one; null for what stayed in its lot or was banked.
  alter table slice add column from_lot_id uuid;
  update slice s set from_lot_id = p.lot_id from slice p where p.id = s.parent_id and p.lot_id <> s.lot_id;

  -- The transaction that wrote an entry, so that "what is new since that snapshot" has an exact answer: times cannot
  -- say it, for a transaction that began early may commit late. Null: from before this column.
  alter table entry add column tx bigint;
  alter table entry alter column tx set default (pg_current_xact_id()::text::bigint);
  create index entry_tx on entry (tx);

  -- How many postings an entry has, numbered from 1. Null: from before this column.
  alter table entry add column postings integer check (postings > 1);`;

const entryCheck = `
  -- As strong as the foreign key was: an entry can be added only, so what was there at the insert stays there.
  -- Pinned to the index, since a plan made on an empty journal would be kept while it grows.
  alter table posting drop constraint posting_entry_id_at_fkey;
  create or replace function posting_must_balance() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  begin
    if exists (select from fresh group by entry_id, at, asset having sum(amount) <> 0) then
      raise exception 'an entry does not balance' using errcode = 'integrity_constraint_violation';
    end if;
    if exists (select from (select distinct entry_id, at from fresh) f
               where not exists (select from entry e where e.id = f.entry_id and e.at = f.at)) then
      raise exception 'a posting has no entry' using errcode = 'foreign_key_violation',
        constraint = 'posting_entry_id_at_fkey';
    end if;
    return null;
  end $$;`;

const post = `
  -- As before, but the postings of each entry are numbered from 1, and the entry says how many they are.
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
    perform from account
      where (party_id, asset, bucket) in (select * from unnest(p_party, p_asset, p_bucket))
      order by id for no key update;
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
    update account a set balance = a.balance + d.delta
      from (select party, asset, bucket, sum(amount)::bigint as delta
            from unnest(p_party, p_asset, p_bucket, p_amount) as t (party, asset, bucket, amount)
            group by party, asset, bucket) d
      where (a.party_id, a.asset, a.bucket) = (d.party, d.asset, d.bucket);
  end $$;`;

const move = `
  -- As before: row i moves p_amount of p_asset of lot p_lot from p_from to p_to, slices in serial order, so that what
  -- moves is the same on every replay. A slice that changes its lot now says which one it left.
  create or replace function quota_move(
    p_entry uuid[], p_kind text[], p_subject_type text[], p_subject uuid[],
    p_lot uuid[], p_asset text[], p_from text[], p_amount bigint[],
    p_to text[], p_to_party uuid[], p_to_lot uuid[], p_at timestamptz
  ) returns void language plpgsql as $$
  declare
    i integer; part record; need bigint; take bigint; start_at bigint; end_at bigint; owners uuid[];
  begin
    -- Accounts come before slices in the lock order.
    select array_agg(l.owner_id order by t.ordinal) into owners
      from unnest(p_lot) with ordinality as t (lot, ordinal) join lot l on l.id = t.lot;
    if cardinality(owners) is distinct from cardinality(p_lot) then
      raise exception 'a lot that moves is not there' using errcode = 'no_data_found';
    end if;
    perform ledger_post(
      array_agg(entry order by ordinal, side), array_agg(kind order by ordinal, side),
      array_agg(subject_type order by ordinal, side), array_agg(subject order by ordinal, side),
      array_agg(case side when 1 then from_party else to_party end order by ordinal, side),
      array_agg(asset order by ordinal, side),
      array_agg(case side when 1 then from_bucket else to_bucket end order by ordinal, side),
      array_agg(case side when 1 then -amount else amount end order by ordinal, side), p_at)
    from unnest(p_entry, p_kind, p_subject_type, p_subject, owners, p_to_party, p_asset, p_from, p_to, p_amount)
      with ordinality as t (entry, kind, subject_type, subject, from_party, to_party, asset, from_bucket, to_bucket, amount, ordinal)
    cross join (values (1), (2)) as s (side);

    for i in 1 .. cardinality(p_lot) loop
      need := p_amount[i];
      for part in
        select * from slice
        where lot_id = p_lot[i] and asset = p_asset[i] and bucket = p_from[i] and retired_by is null
        order by lower(serials) for update
      loop
        exit when need = 0;
        start_at := lower(part.serials); end_at := upper(part.serials);
        take := least(need, end_at - start_at);
        update slice set retired_by = p_entry[i] where id = part.id;
        insert into slice (serials, asset, project_id, lot_id, owner_id, bucket, parent_id, entry_id, from_lot_id)
          values (int8range(start_at, start_at + take), part.asset, part.project_id, p_to_lot[i], p_to_party[i],
            p_to[i], part.id, p_entry[i], nullif(part.lot_id, p_to_lot[i]));
        if start_at + take < end_at then
          insert into slice (serials, asset, project_id, lot_id, owner_id, bucket, parent_id, entry_id)
            values (int8range(start_at + take, end_at), part.asset, part.project_id, part.lot_id, part.owner_id,
              part.bucket, part.id, p_entry[i]);
        end if;
        need := need - take;
      end loop;
      if need > 0 then
        raise exception 'quota_short' using errcode = 'check_violation', constraint = 'quota_short',
          hint = p_lot[i] || ' ' || p_asset[i];
      end if;
    end loop;
  end $$;`;
