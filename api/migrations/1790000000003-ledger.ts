import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, monthly, tenantTable } from './sql.js';

/** The ledger (architecture §4): journal, balances, slices, holds. Everything moves through its two functions. */
export class Ledger1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(appendOnly('entry', 'posting'));
    await runner.query(monthly('entry'));
    await runner.query(monthly('posting'));
    await runner.query(balanced);
    await runner.query(post);
    await runner.query(credit);
    await runner.query(move);
    await runner.query(`
      grant select, insert, update on account, slice, hold to muheng_api, muheng_worker;
      grant select, update on serial_counter to muheng_api, muheng_worker;`);
    for (const [table, owner] of [
      ['account', 'party_id'],
      ['posting', 'party_id'],
      ['slice', 'owner_id'],
      ['hold', 'party_id'],
    ] as const) {
      await runner.query(
        tenantTable(table, owner, `(select p.region_code from party p where p.id = ${owner})`),
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  -- (party, asset, bucket). Origin and external stand for the world outside and may go below zero; nothing else may.
  create table account (
    id bigint generated always as identity primary key,
    party_id uuid not null references party (id),
    asset text not null check (asset in ('CNY', 'SFQ.AREA', 'SFQ.PADDY', 'SFQ.CAPACITY',
      'LSQ.AREA', 'LSQ.PADDY', 'LSQ.CAPACITY')),
    bucket text not null,
    balance bigint not null default 0,
    unique (party_id, asset, bucket),
    constraint account_bucket check (
      (asset = 'CNY' and bucket in ('deposit-held', 'escrow', 'payable', 'fee', 'gateway-clearing', 'external'))
      or (asset <> 'CNY' and bucket in ('available', 'earmarked', 'listed', 'in-settlement', 'frozen',
        'origin', 'written-off', 'deducted', 'expired', 'national-pool'))),
    constraint account_not_negative check (balance >= 0 or bucket in ('origin', 'external'))
  ) with (fillfactor = 70);

  create table entry (
    id uuid not null,
    at timestamptz not null,
    kind text not null check (kind in (
      'project-in', 'transfer-in', 'earmark-release', 'migration-in', 'opening-base', 'ministry-unlock', 'borrowed',
      'unfreeze', 'earmark', 'transfer-out', 'freeze', 'deduction', 'promise-fulfilled', 'ministry-lock',
      'historic-earmark', 'inspection', 'returned-loan', 'ministry-supervision-deduction', 'used-for-national-pool',
      'write-off', 'list', 'unlist', 'settlement-hold', 'settlement-release', 'expire', 'replacement', 'reserve-in',
      'reserve-out', 'transfer', 'deposit', 'capture', 'refund', 'forfeit', 'payment', 'fee', 'late-charge',
      'distribution', 'payout', 'reversal')),
    subject_type text not null,
    subject_id uuid not null,
    reverses uuid,
    primary key (id, at)
  ) partition by range (at);
  create index entry_subject on entry (subject_type, subject_id);

  create table posting (
    entry_id uuid not null,
    at timestamptz not null,
    ordinal integer not null,
    account_id bigint not null,
    party_id uuid not null,
    asset text not null,
    bucket text not null,
    amount bigint not null check (amount <> 0),
    primary key (entry_id, ordinal, at),
    foreign key (entry_id, at) references entry (id, at)
  ) partition by range (at);
  create index posting_account on posting (account_id, at);

  -- Every unit of quota has a serial: one integer a m², one a 0.0001 kg. A live slice is a range of them.
  create table serial_counter (
    only_row boolean primary key default true check (only_row),
    next bigint not null
  );
  insert into serial_counter (next) values (1);

  create table slice (
    id bigint generated always as identity primary key,
    serials int8range not null check (not isempty(serials) and lower_inc(serials) and not upper_inc(serials)),
    asset text not null check (asset <> 'CNY'),
    project_id uuid not null,
    lot_id uuid not null,
    owner_id uuid not null references party (id),
    bucket text not null,
    parent_id bigint references slice (id),
    entry_id uuid not null,
    retired_by uuid,
    constraint slice_one_owner exclude using gist (serials with &&) where (retired_by is null)
  );
  create index slice_lot on slice (lot_id, asset, bucket) where retired_by is null;
  create index slice_parent on slice (parent_id);
  create index slice_owner on slice (owner_id, asset, bucket) where retired_by is null;
  create index slice_project on slice (project_id);
  create index slice_entry on slice (entry_id);

  -- Two-phase, as in TigerBeetle: reserved, then posted, released or expired, exactly once.
  create table hold (
    id uuid primary key,
    subject_type text not null,
    subject_id uuid not null,
    party_id uuid not null references party (id),
    asset text not null,
    amount bigint not null check (amount > 0),
    state text not null default 'held' check (state in ('held', 'posted', 'released', 'expired', 'forfeited')),
    held_entry_id uuid not null,
    posted_amount bigint not null default 0 check (posted_amount >= 0),
    released_amount bigint not null default 0 check (released_amount >= 0),
    resolved_entry_id uuid,
    constraint hold_resolved_whole check (
      case when state = 'held' then posted_amount = 0 and released_amount = 0 and resolved_entry_id is null
           else posted_amount + released_amount = amount and resolved_entry_id is not null end)
  );
  create unique index hold_one_live on hold (subject_type, subject_id, party_id, asset) where state = 'held';
  create index hold_party on hold (party_id, asset) where state = 'held';`;

const balanced = `
  create function posting_must_balance() returns trigger language plpgsql as $$
  begin
    if exists (select from fresh group by entry_id, asset having sum(amount) <> 0) then
      raise exception 'an entry does not balance' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $$;
  create trigger posting_balanced after insert on posting referencing new table as fresh
    for each statement execute function posting_must_balance();`;

const post = `
  -- Posts balanced entries in one set. Row i of the arrays is one posting; rows with one p_entry form one entry.
  -- Balances change under row locks taken in account order, so two postings can never deadlock.
  create function ledger_post(
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
    insert into entry (id, at, kind, subject_type, subject_id)
      select distinct id, p_at, kind, subject_type, subject
      from unnest(p_entry, p_kind, p_subject_type, p_subject) as t (id, kind, subject_type, subject);
    insert into posting (entry_id, at, ordinal, account_id, party_id, asset, bucket, amount)
      select t.entry, p_at, t.ordinal, a.id, t.party, t.asset, t.bucket, t.amount
      from unnest(p_entry, p_party, p_asset, p_bucket, p_amount) with ordinality
        as t (entry, party, asset, bucket, amount, ordinal)
      join account a on (a.party_id, a.asset, a.bucket) = (t.party, t.asset, t.bucket);
    update account a set balance = a.balance + d.delta
      from (select party, asset, bucket, sum(amount)::bigint as delta
            from unnest(p_party, p_asset, p_bucket, p_amount) as t (party, asset, bucket, amount)
            group by party, asset, bucket) d
      where (a.party_id, a.asset, a.bucket) = (d.party, d.asset, d.bucket);
  end $$;`;

const credit = `
  -- Banks fresh quota: new serials, owned by the lot's party, in available. Row i is one component of one lot.
  create function quota_credit(
    p_entry uuid[], p_kind text, p_lot uuid[], p_project uuid[], p_party uuid[], p_asset text[], p_amount bigint[],
    p_at timestamptz
  ) returns void language plpgsql as $$
  declare first bigint; total bigint;
  begin
    select sum(amount) into total from unnest(p_amount) as t (amount);
    update serial_counter set next = next + total returning next - total into first;
    insert into slice (serials, asset, project_id, lot_id, owner_id, bucket, entry_id)
      select int8range(first + before, first + before + amount), asset, project, lot, party, 'available', entry
      from (select t.*, (sum(amount) over (order by ordinal))::bigint - amount as before
            from unnest(p_entry, p_lot, p_project, p_party, p_asset, p_amount) with ordinality
              as t (entry, lot, project, party, asset, amount, ordinal)) s;
    perform ledger_post(
      array_agg(entry order by ordinal, side), array_agg(p_kind), array_agg('lot'::text),
      array_agg(lot order by ordinal, side), array_agg(party order by ordinal, side),
      array_agg(asset order by ordinal, side), array_agg(case side when 1 then 'origin' else 'available' end order by ordinal, side),
      array_agg(case side when 1 then -amount else amount end order by ordinal, side), p_at)
    from unnest(p_entry, p_lot, p_party, p_asset, p_amount) with ordinality as t (entry, lot, party, asset, amount, ordinal)
    cross join (values (1), (2)) as s (side);
  end $$;`;

const move = `
  -- Moves quota between buckets, owners and lots. Row i moves p_amount of p_asset of lot p_lot from p_from to p_to.
  -- Slices are taken in serial order, so what moves is the same on every replay; a rest keeps its parent.
  -- Raises quota_short (with lot and asset in the hint) when the bucket holds less: the database is the last wall.
  create function quota_move(
    p_entry uuid[], p_kind text[], p_subject_type text[], p_subject uuid[],
    p_lot uuid[], p_asset text[], p_from text[], p_amount bigint[],
    p_to text[], p_to_party uuid[], p_to_lot uuid[], p_at timestamptz
  ) returns void language plpgsql as $$
  declare
    i integer; part record; need bigint; take bigint; start_at bigint; end_at bigint;
    owners uuid[] := array[]::uuid[]; owner uuid;
  begin
    -- Accounts come before slices in the lock order.
    for i in 1 .. cardinality(p_lot) loop
      select l.owner_id into strict owner from lot l where l.id = p_lot[i];
      owners := owners || owner;
    end loop;
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
        insert into slice (serials, asset, project_id, lot_id, owner_id, bucket, parent_id, entry_id)
          values (int8range(start_at, start_at + take), part.asset, part.project_id, p_to_lot[i], p_to_party[i],
            p_to[i], part.id, p_entry[i]);
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
