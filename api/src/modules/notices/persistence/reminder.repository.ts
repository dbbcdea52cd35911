import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/**
 * What time alone brings about. Each select answers key, subject_id, region_code, who, facts, listing_id, trade_id; `$2` is
 * the end of the third working day from now (domain §14: people are told before they are late). A key is told once.
 */
const sources = {
  'approval.soon': `
    select a.id::text as key, a.id as subject_id, l.region_code, jsonb_build_object('party', a.party_id) as who,
      jsonb_build_object('dueAt', a.due_at) as facts, a.listing_id, null::uuid as trade_id
    from approval a join listing l on l.id = a.listing_id
    where a.decision is null and a.due_at > app_now() and a.due_at <= app_now() + interval '1 day'`,
  'complaint.soon': `
    select c.id || ':' || c.level as key, c.id as subject_id, c.region_code,
      jsonb_build_object('party', c.owner_party_id) as who, jsonb_build_object('dueAt', c.due_at) as facts,
      null::uuid as listing_id, null::uuid as trade_id
    from complaint c where c.decided_at is null and c.due_at > app_now() and c.due_at <= app_now() + interval '2 days'`,
  'trade.contract-soon': `
    select t.id::text as key, t.id as subject_id, t.region_code,
      jsonb_strip_nulls(jsonb_build_object('seller', case when t.seller_signed_at is null then t.seller_id end,
        'buyer', case when t.buyer_signed_at is null then t.buyer_id end)) as who,
      jsonb_build_object('dueAt', t.contract_due_at) as facts, t.listing_id, t.id as trade_id
    from trade t where t.status = 'confirmed' and t.contract_due_at > app_now() and t.contract_due_at <= $2`,
  'trade.balance-soon': `
    select t.id || ':' || d.due as key, t.id as subject_id, t.region_code,
      jsonb_build_object('buyer', t.buyer_id) as who, jsonb_build_object('dueAt', d.due) as facts, t.listing_id,
      t.id as trade_id
    from trade t cross join lateral (select coalesce(min(i.due_at) filter (where i.due_at > app_now()), t.payment_due_at)
      as due from instalment i where i.trade_id = t.id) d
    where t.status = 'payment-due' and d.due > app_now() and d.due <= $2`,
  'trade.balance-late': `
    select t.id::text as key, t.id as subject_id, t.region_code,
      jsonb_build_object('buyer', t.buyer_id, 'seller', t.seller_id) as who,
      jsonb_build_object('dueAt', t.payment_due_at) as facts, t.listing_id, t.id as trade_id
    from trade t where t.status = 'payment-due' and t.payment_due_at <= app_now()`,
  // Ninety days before, and once more thirty days before; not of what is used up (domain §13 QUOTA_EXPIRING).
  'quota.expiring': `
    select l.id || case when l.valid_until <= app_now() + interval '30 days' then ':30' else ':90' end as key,
      l.id as subject_id, l.region_code, jsonb_build_object('party', l.owner_id) as who,
      jsonb_build_object('lot', l.number, 'untilAt', l.valid_until) as facts, null::uuid as listing_id,
      null::uuid as trade_id
    from lot l where l.valid_until > app_now() and l.valid_until <= app_now() + interval '90 days'
      and exists (select from slice s where s.lot_id = l.id and s.retired_by is null and s.bucket = 'available')`,
  // The year's check is looked for from October on, in each year of the care (domain §14).
  'care.due': `
    select o.id || ':' || y.year as key, o.id as subject_id, o.region_code,
      jsonb_build_object('party', o.county_id) as who, jsonb_build_object('project', o.number) as facts,
      null::uuid as listing_id, null::uuid as trade_id
    from project_care c join origin_project o on o.id = c.project_id
    cross join (select extract(year from app_now() at time zone 'Asia/Shanghai')::int as year,
      extract(month from app_now() at time zone 'Asia/Shanghai') as month) y
    where y.month >= 10 and y.year >= extract(year from c.from_day)
      and y.year < extract(year from c.from_day) + c.years
      and not exists (select from care_check k where k.project_id = c.project_id and k.year = y.year)`,
} as const;

export type ReminderKind = keyof typeof sources;
export const reminderKinds = Object.keys(sources) as ReminderKind[];

/**
 * Makes occasions of what has come near and was not told yet. Answers how many.
 * @param soon end of the third working day from now
 */
export async function noteReminders(tx: Tx, kind: ReminderKind, soon: Date): Promise<number> {
  const rows = await tx.query(
    `with near as materialized (
       select n.* from (${sources[kind]}) n, (select $2::timestamptz) as unused
       where not exists (select from reminder_given g where g.kind = $1 and g.key = n.key) limit 1000
     ), fresh as (
       insert into reminder_given (kind, key) select $1, key from near on conflict do nothing returning key
     )
     insert into occasion (kind, subject_id, region_code, who, facts, listing_id, trade_id, told_once)
     select $1, n.subject_id, n.region_code, n.who, n.facts, n.listing_id, n.trade_id, n.key
     from near n join fresh f on f.key = n.key returning 1`,
    [kind, soon],
  );
  return rows.length;
}
