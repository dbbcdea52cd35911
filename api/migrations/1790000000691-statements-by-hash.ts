import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The statement of a whole year against the journal in one pass: what is ours and what is booked of it are joined once,
 * and lines meet it by hash. Sorting a million object ids three times took most of the time.
 */
export class StatementsByHash1790000000691 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(breaches);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const breaches = `
  -- As before. Each side of money that crossed the border: lines of the statement against postings to the world outside.
  -- What is still on its way is no difference; a bank sees only what came by transfer and what went out.
  create or replace function statement_breaches() returns table (code text, subject text, expected text, actual text)
  language sql stable set work_mem = '192MB' set enable_mergejoin = off as $$
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
    ), known as materialized (
      select o.*, coalesce(b.amount, 0) as booked from ours o left join booked b on b.subject_id = o.id
    ), lines as materialized (
      select source, object_id, sum(amount) as amount, min(id) as line, max(occurred_at) as at
      from statement_line group by source, object_id
    )
    select l.source || case when k.id is null then '.line-unknown' else '.amount-differs' end,
      case when k.id is null then l.line || ' ' || l.object_id else k.kind || ' ' || k.id end,
      case when k.id is null then 'something of ours' else k.booked::text end, l.amount::text
    from lines l left join known k on k.provider_id = l.object_id left join statement_reading r on r.source = l.source
    -- What the provider has just done may still be on its way to us; what nets to nothing needs no counterpart.
    where case when k.id is null then l.amount <> 0 and (l.source = 'bank' or l.at < r.through - interval '2 min')
      else not k.open and l.amount <> k.booked end
    union all
    select r.source || '.line-missing', k.kind || ' ' || k.id, k.booked::text, 'no line'
    from statement_reading r join known k on not k.open and k.booked <> 0 and k.at >= r.since
      and k.checked_at < r.through - interval '5 s' and (r.source = 'provider' or k.by_bank)
    where not exists (select from lines l where l.source = r.source and l.object_id = k.provider_id) $$;`;
