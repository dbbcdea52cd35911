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
    ), known as (
      select o.*, coalesce(b.amount, 0) as booked from ours o left join booked b on b.subject_id = o.id
    ), readings as (
      select source, since, through from (values ('provider'), ('bank')) as s (source)
      left join statement_reading using (source) where since is not null
        or exists (select from statement_line l where l.source = s.source)
    ), lines as (
      select source, object_id, sum(amount) as amount, min(id) as line, max(occurred_at) as at
      from statement_line group by source, object_id
    ), met as (
      select coalesce(l.source, k.source) as source, l.object_id, l.amount, l.line, l.at as line_at, k.kind, k.id, k.open,
        k.booked, k.at, k.checked_at, k.by_bank, coalesce(k.since, r.since) as since, coalesce(k.through, r.through) as through
      from lines l full join (select * from known cross join readings) k
        on k.provider_id = l.object_id and k.source = l.source
      left join readings r on r.source = l.source
    )
    select source || case when line is null then '.line-missing' when id is null then '.line-unknown'
        else '.amount-differs' end,
      case when id is null then line || ' ' || object_id else kind || ' ' || id end,
      case when id is null then 'something of ours' else booked::text end, coalesce(amount::text, 'no line')
    from met
    where case
      when line is null then not open and booked <> 0 and at >= since and checked_at < through - interval '5 s'
        and (source = 'provider' or by_bank)
      -- What the provider has just done may still be on its way to us; what nets to nothing needs no counterpart.
      when id is null then amount <> 0 and (source = 'bank' or line_at < through - interval '2 min')
      else not open and amount <> booked end $$;`;
