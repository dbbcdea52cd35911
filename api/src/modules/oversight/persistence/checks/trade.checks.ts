import type { Check } from '../../domain/check.js';

const parts = (row: string): string =>
  `(values ('AREA', ${row}.area), ('PADDY', ${row}.paddy), ('CAPACITY', ${row}.capacity)) as q (component, amount)`;
const live = `t.status not in ('defaulted', 'annulled')`;

/** One winner, one price, one transfer; money moved exactly where quota moved (I4). */
export const tradeChecks: readonly Check[] = [
  {
    code: 'trade.in-settlement-differs',
    depth: 'short',
    about: 'data',
    sql: `with promised as (
        select i.lot_id, t.quota || '.' || q.component as asset, sum(q.amount) as total
        from trade t join trade_item i on i.trade_id = t.id cross join lateral ${parts('i')}
        where (${live} or exists (select from runner_up_offer o where o.trade_id = t.id and o.state = 'open'))
          and t.transferred_at is null and q.amount > 0 group by 1, 2),
      waiting as (
        select lot_id, asset, sum(upper(serials) - lower(serials)) as total from slice
        where retired_by is null and bucket = 'in-settlement' group by 1, 2)
      select (select number from lot where id = coalesce(p.lot_id, w.lot_id)) || ' ' || coalesce(p.asset, w.asset) as subject,
        coalesce(p.total, 0)::text as expected, coalesce(w.total, 0)::text as actual
      from promised p full join waiting w on (w.lot_id, w.asset) = (p.lot_id, p.asset)
      where coalesce(p.total, 0) <> coalesce(w.total, 0)`,
  },
  {
    code: 'trade.items-differ',
    depth: 'full',
    about: 'data',
    sql: `select t.number as subject, t.area || '/' || t.paddy || '/' || t.capacity as expected,
        coalesce(sum(i.area), 0) || '/' || coalesce(sum(i.paddy), 0) || '/' || coalesce(sum(i.capacity), 0) as actual
      from trade t left join trade_item i on i.trade_id = t.id group by t.id
      having (t.area, t.paddy, t.capacity) is distinct from
        (coalesce(sum(i.area), 0), coalesce(sum(i.paddy), 0), coalesce(sum(i.capacity), 0))`,
  },
  {
    code: 'trade.award-differs',
    depth: 'full',
    about: 'data',
    sql: `select t.number as subject, l.leader_id || ' at ' || l.price as expected, t.buyer_id || ' at ' || t.price as actual
      from trade t join listing l on l.id = t.listing_id
      -- A runner-up buys at its own bid, after the winner's default.
      where l.form = 'timed-bidding' and ${live}
        and not exists (select from runner_up_offer o where o.new_trade_id = t.id)
        and (t.buyer_id, t.price, t.seller_id, l.status) is distinct from (l.leader_id, l.price, l.seller_id, 'closed-sold')`,
  },
  {
    code: 'trade.winners',
    depth: 'full',
    about: 'data',
    sql: `select coalesce(l.number, l.title) as subject, 'one trade' as expected, count(t.id)::text as actual
      from listing l join trade t on t.listing_id = l.id
      where l.form = 'timed-bidding' and ${live} group by l.id having count(t.id) > 1`,
  },
  {
    code: 'trade.transfer-differs',
    depth: 'full',
    about: 'data',
    // Exactly one transfer, of exactly this much, from this seller to this buyer, and only when it is due.
    sql: `with wanted as (
        select t.id, t.number, side.party_id, side.bucket, t.quota || '.' || q.component as asset,
          case when t.transferred_at is null then 0 else side.sign * q.amount end as amount
        from trade t cross join lateral ${parts('t')}
        cross join lateral (values (t.seller_id, 'in-settlement', -1), (t.buyer_id, 'available', 1)) as side (party_id, bucket, sign)),
      moved as (
        select e.subject_id, p.party_id, p.bucket, p.asset, sum(p.amount) as amount
        from entry e join posting p on p.entry_id = e.id and p.at = e.at
        where e.subject_type = 'trade' and e.kind = 'transfer' group by 1, 2, 3, 4)
      select coalesce(w.number, m.subject_id::text) || ' ' || coalesce(w.asset, m.asset) as subject,
        coalesce(w.amount, 0)::text as expected, coalesce(m.amount, 0)::text as actual
      from wanted w full join moved m on (m.subject_id, m.party_id, m.bucket, m.asset) = (w.id, w.party_id, w.bucket, w.asset)
      where coalesce(w.amount, 0) <> coalesce(m.amount, 0)`,
  },
  {
    code: 'trade.money-without-quota',
    depth: 'full',
    about: 'data',
    sql: `select t.number as subject, case when t.transferred_at is null then 0 else t.price + t.late_charge end::text as expected,
        coalesce(-sum(p.amount), 0)::text as actual
      from trade t
      left join entry e on e.subject_type = 'trade' and e.subject_id = t.id and e.kind = 'distribution'
      left join posting p on p.entry_id = e.id and p.at = e.at and p.bucket = 'escrow' and p.party_id = t.buyer_id
      group by t.id
      having coalesce(-sum(p.amount), 0) <> case when t.transferred_at is null then 0 else t.price + t.late_charge end`,
  },
  {
    code: 'trade.paid-differs',
    depth: 'full',
    about: 'data',
    // From `paid` on, deposit and balance together are the price, once.
    sql: `select t.number as subject, t.price::text as expected, (t.deposit + coalesce(sum(p.amount), 0))::text as actual
      from trade t left join payment p on p.subject_type = 'trade' and p.subject_id = t.id and p.kind = 'balance'
        and p.state = 'succeeded'
      where t.paid_at is not null and ${live}
      group by t.id having t.deposit + coalesce(sum(p.amount), 0) <> t.price`,
  },
  {
    code: 'trade.proceeds-differ',
    depth: 'full',
    about: 'data',
    // The price, or what a buyer in default lost, is paid out to the last 分.
    sql: `select t.number as subject, w.wanted::text as expected, sum(o.amount)::text as actual
      from trade t join payout o on o.trade_id = t.id
      cross join lateral (select case when t.status = 'defaulted' then t.forfeited
          + coalesce((select sum(p.amount) from payment p where p.subject_type = 'trade' and p.subject_id = t.id
              and p.kind = 'compensation' and p.state = 'succeeded'), 0)
        else t.price + t.late_charge end as wanted) w
      group by t.id, w.wanted having sum(o.amount) <> w.wanted`,
  },
  {
    code: 'trade.certificate-differs',
    depth: 'full',
    about: 'data',
    sql: `select t.number as subject,
        case when t.status in ('certificate-issued', 'proceeds-distributed', 'completed') then 1 else 0 end || ' certificate' as expected,
        count(c.id)::text as actual
      from trade t left join certificate c on c.trade_id = t.id where ${live} group by t.id
      having count(c.id) <> case when t.status in ('certificate-issued', 'proceeds-distributed', 'completed') then 1 else 0 end`,
  },
  {
    code: 'trade.confirmed-in-breach',
    depth: 'full',
    about: 'data',
    // I9: no trade is confirmed while the region decides a breach of its listing.
    sql: `select t.number as subject, 'a decision first' as expected, 'confirmed at ' || t.confirmed_at as actual
      from trade t join alert a on a.code = 'COUNTY_FIRST_BREACH' and a.subject_type = 'listing' and a.subject_id = t.listing_id
      where t.confirmed_at >= a.raised_at and t.confirmed_at < coalesce(a.decided_at, 'infinity')`,
  },
];
