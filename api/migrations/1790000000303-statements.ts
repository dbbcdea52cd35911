import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, writable } from './sql.js';

/** What the provider and the bank say of the money, line by line, to be held against the journal (domain §13). */
export class Statements1790000000303 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(appendOnly('statement_line'));
    await runner.query(writable('statement_reading'));
    await runner.query(`grant select on statement_line, statement_reading to muheng_reconciler;
      grant execute on function statement_breaches() to muheng_reconciler, muheng_api, muheng_worker;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table statement_line (
    source text not null check (source in ('provider', 'bank')),
    -- The provider's balance transaction, or the bank's reference.
    id text not null,
    kind text not null,
    -- 分; what comes in is above zero.
    amount bigint not null check (amount <> 0),
    -- The provider's id of the payment, refund or payout that the line is about; a bank's line that we know nothing of
    -- has its own words.
    object_id text not null,
    occurred_at timestamptz not null,
    read_at timestamptz not null default clock_timestamp(),
    primary key (source, id)
  );
  create index statement_line_object on statement_line (source, object_id);

  -- From when and up to when a statement has been read in whole: what is ours and missing before that is a difference.
  create table statement_reading (
    source text primary key check (source in ('provider', 'bank')),
    since timestamptz not null,
    through timestamptz not null,
    read_at timestamptz not null default clock_timestamp()
  );

  -- Each side of money that crossed the border: lines of the statement against postings to the world outside. What is
  -- still on its way is no difference; a bank sees only what came by transfer and what went out.
  create function statement_breaches() returns table (code text, subject text, expected text, actual text)
  language sql stable as $$
    with ours as (
      select 'payment' as kind, id, provider_id, coalesce(sent_at, checked_at) as at, checked_at,
        state in ('requested', 'submitted', 'unknown') as open, method = 'bank-transfer' as by_bank from payment
        where provider_id is not null
      union all
      select 'refund', id, provider_id, checked_at, checked_at, state in ('requested', 'submitted', 'unknown'), true from refund
        where provider_id is not null
      union all
      select 'payout', id, provider_id, sent_at, checked_at, state not in ('succeeded', 'failed'), true from payout
        where provider_id is not null
    ), booked as (
      select e.subject_id, -sum(g.amount) as amount
      from posting g join entry e on e.id = g.entry_id and e.at = g.at
      where g.asset = 'CNY' and g.bucket = 'external' and e.subject_type in ('payment', 'refund', 'payout')
      group by e.subject_id
    ), lines as (
      select source, object_id, sum(amount) as amount, min(id) as line, max(occurred_at) as at
      from statement_line group by source, object_id
    )
    select l.source || '.line-unknown', l.line || ' ' || l.object_id, 'something of ours', l.amount::text
    from lines l left join ours o on o.provider_id = l.object_id left join statement_reading r on r.source = l.source
    -- What the provider has just done may still be on its way to us; what nets to nothing needs no counterpart.
    where o.id is null and l.amount <> 0 and (l.source = 'bank' or l.at < r.through - interval '2 min')
    union all
    select l.source || '.amount-differs', o.kind || ' ' || o.id, coalesce(b.amount, 0)::text, l.amount::text
    from lines l join ours o on o.provider_id = l.object_id left join booked b on b.subject_id = o.id
    where not o.open and l.amount <> coalesce(b.amount, 0)
    union all
    select r.source || '.line-missing', o.kind || ' ' || o.id, b.amount::text, 'no line'
    from statement_reading r join ours o on not o.open and o.at >= r.since and o.checked_at < r.through - interval '5 s'
      and (r.source = 'provider' or o.by_bank)
    join booked b on b.subject_id = o.id and b.amount <> 0
    where not exists (select from lines l where l.source = r.source and l.object_id = o.provider_id) $$;`;
