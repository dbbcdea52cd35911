import type { Check } from '../../domain/check.js';

/** One bucket of every party's money against what `due` says it should hold; `sign` turns outside money around. */
const differs = (code: string, bucket: string, due: string, sign: '' | '-' = ''): Check => ({
  code,
  depth: 'short',
  about: 'data',
  sql: `with due as (select party_id, sum(amount) as total from (${due}) d group by party_id),
      held as (select party_id, ${sign}balance as total from account where asset = 'CNY' and bucket = '${bucket}')
    select p.code || ' ${bucket}' as subject, coalesce(d.total, 0)::text as expected, coalesce(h.total, 0)::text as actual
    from due d full join held h on h.party_id = d.party_id
    join party p on p.id = coalesce(h.party_id, d.party_id)
    where coalesce(d.total, 0) <> coalesce(h.total, 0)`,
});

/** Each party's money by the ledger and by payments, refunds and payouts: two books that must agree to the 分 (I3, I7). */
export const moneyChecks: readonly Check[] = [
  differs(
    'money.deposits-differ',
    'deposit-held',
    `select party_id, amount - refunded - applied as amount from payment where kind = 'deposit' and state = 'succeeded'`,
  ),
  differs(
    'money.clearing-differs',
    'gateway-clearing',
    `select party_id, amount from refund where state in ('requested', 'submitted', 'unknown')
     union all select holder_id, amount from payout where state in ('released', 'submitted', 'unknown')`,
  ),
  differs(
    'money.outside-differs',
    'external',
    `select party_id, amount from payment where state = 'succeeded'
     union all select party_id, -amount from refund where state = 'succeeded'
     union all select holder_id, -amount from payout where state = 'succeeded'`,
    '-',
  ),
  differs(
    'money.escrow-differs',
    'escrow',
    `select party_id, amount - refunded as amount from payment where kind in ('balance', 'late-charge') and state = 'succeeded'
     -- What a seller in default has paid stands there until it is laid out for the buyer.
     union all select p.party_id, p.amount from payment p where p.kind = 'compensation' and p.state = 'succeeded'
       and not exists (select from trade_step s where s.trade_id = p.subject_id and s.step = 'compensated')
     union all select buyer_id, deposit from trade where status not in ('defaulted', 'annulled')
     union all select buyer_id, -price - late_charge from trade where transferred_at is not null`,
  ),
  {
    code: 'money.payable-differs',
    depth: 'short',
    about: 'data',
    // Region-wide, since before the payouts are laid out only the policy knows whose share is whose.
    sql: `select 'payable' as subject, due.total::text as expected, held.total::text as actual
      from (select coalesce((select sum(case when transferred_at is null then forfeited else price + late_charge end) from trade), 0)
          + coalesce((select sum(p.amount) from payment p join trade_step s on s.trade_id = p.subject_id and s.step = 'compensated'
              where p.kind = 'compensation' and p.state = 'succeeded'), 0)
          - coalesce((select sum(amount) from payout where state in ('released', 'submitted', 'unknown', 'succeeded')), 0) as total) due,
        (select coalesce(sum(balance), 0) as total from account where asset = 'CNY' and bucket = 'payable') held
      where due.total <> held.total`,
  },
  {
    code: 'payment.refunds-differ',
    depth: 'full',
    about: 'data',
    sql: `select p.id::text as subject, coalesce(sum(r.amount), 0)::text as expected, p.refunded::text as actual
      from payment p left join refund r on r.payment_id = p.id and r.state <> 'failed'
      group by p.id having p.refunded <> coalesce(sum(r.amount), 0)`,
  },
  {
    code: 'payment.entry-differs',
    depth: 'full',
    about: 'data',
    // I7: money that the provider says has come stands in the journal once, and no other does.
    sql: `select p.id || ' ' || p.state as subject, case when p.state = 'succeeded' then p.amount else 0 end::text as expected,
        coalesce(sum(g.amount), 0)::text as actual
      from payment p
      left join entry e on e.subject_type = 'payment' and e.subject_id = p.id and e.kind in ('deposit', 'payment', 'late-charge')
      left join posting g on g.entry_id = e.id and g.at = e.at and g.amount > 0
      group by p.id
      having coalesce(sum(g.amount), 0) <> case when p.state = 'succeeded' then p.amount else 0 end`,
  },
  {
    code: 'money.wallet-differs',
    depth: 'full',
    about: 'data',
    // What covers used is what their wallets' money says was used, 分 for 分, and no cover ends two ways.
    sql: `select 'cover ' || c.registration_id as subject, c.used::text as expected, coalesce(sum(d.amount), 0)::text as actual
      from deposit_cover c left join deposit_draw d on d.registration_id = c.registration_id
      group by c.registration_id having c.used <> coalesce(sum(d.amount), 0)
      union all
      select 'payment ' || p.id, p.applied::text, coalesce(sum(d.amount), 0)::text
      from payment p left join deposit_draw d on d.payment_id = p.id where p.subject_type = 'wallet'
      group by p.id having p.applied <> coalesce(sum(d.amount), 0)`,
  },
  {
    code: 'payment.amount-mismatch',
    depth: 'short',
    about: 'data',
    sql: `select id::text as subject, amount::text as expected, 'another amount has come' as actual
      from payment where failure_code = 'amount-mismatch' and state in ('submitted', 'unknown')`,
  },
  {
    code: 'payment.provider-id-missing',
    depth: 'full',
    about: 'data',
    sql: `select what || ' ' || id as subject, 'the provider''s own id' as expected, 'none' as actual
      from (select 'payment' as what, id, provider_id from payment where state = 'succeeded'
            union all select 'refund', id, provider_id from refund where state = 'succeeded'
            union all select 'payout', id, provider_id from payout where state = 'succeeded') s
      where provider_id is null`,
  },
  {
    code: 'money.statement-differs',
    depth: 'full',
    // Of another house's books, which are read when a reconciliation runs.
    about: 'operations',
    sql: `select code || ' ' || subject as subject, expected, actual from statement_breaches()`,
  },
];
