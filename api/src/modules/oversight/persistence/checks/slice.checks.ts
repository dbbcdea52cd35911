import type { Check } from '../../domain/check.js';

const length = (slice: string): string => `(upper(${slice}.serials) - lower(${slice}.serials))`;
const holding = `('available', 'earmarked', 'listed', 'in-settlement', 'frozen')`;
const quantityOf = (row: string): string =>
  `(values ('AREA', ${row}.area), ('PADDY', ${row}.paddy), ('CAPACITY', ${row}.capacity)) as q (component, amount)`;

/** Identities of quota: every unit has exactly one owner, and the slices say the same as the balances (I5). */
export const sliceChecks: readonly Check[] = [
  {
    code: 'slice.serials-broken',
    depth: 'full',
    about: 'data',
    // Live slices tile the serials from the first to the last: no overlap, no gap.
    sql: `with live as (
        select id, lower(serials) as first, lag(upper(serials), 1, 1::bigint) over (order by lower(serials), upper(serials)) as due
        from slice where retired_by is null)
      select 'slice ' || id as subject, 'starts at ' || due as expected,
        'starts at ' || first || case when first < due then ' (overlap)' else ' (gap)' end as actual
      from live where first <> due
      union all
      select 'serial counter', c.next::text, s.last::text
      from serial_counter c, (select coalesce(max(upper(serials)), 1) as last from slice where retired_by is null) s
      where c.next <> s.last`,
  },
  {
    code: 'slice.balance-differs',
    depth: 'short',
    about: 'data',
    sql: `select (select code from party where id = coalesce(a.party_id, s.owner_id)) || ' ' || coalesce(a.asset, s.asset)
          || ' ' || coalesce(a.bucket, s.bucket) as subject,
        coalesce(a.balance, 0)::text as expected, coalesce(s.total, 0)::text as actual
      from (select * from account where asset <> 'CNY' and bucket <> 'origin') a
      full join (select owner_id, asset, bucket, sum(upper(serials) - lower(serials)) as total
                 from slice where retired_by is null group by owner_id, asset, bucket) s
        on (s.owner_id, s.asset, s.bucket) = (a.party_id, a.asset, a.bucket)
      where coalesce(a.balance, 0) <> coalesce(s.total, 0)`,
  },
  {
    code: 'slice.family-broken',
    depth: 'full',
    about: 'data',
    // A retired slice lives on in its children, whole; a live one has none.
    sql: `select 'slice ' || p.id as subject,
        case when p.retired_by is null then 0 else ${length('p')} end || ' in children of its kind' as expected,
        coalesce(sum(${length('c')}), 0)::text as actual
      from slice p left join slice c on c.parent_id = p.id
      where p.retired_by is not null or c.id is not null
      group by p.id
      having coalesce(sum(${length('c')}), 0) <> case when p.retired_by is null then 0 else ${length('p')} end
        or bool_or(c.asset <> p.asset or c.project_id <> p.project_id or not c.serials <@ p.serials
          or c.entry_id is distinct from p.retired_by or c.from_lot_id is distinct from nullif(p.lot_id, c.lot_id))`,
  },
  {
    code: 'slice.entry-differs',
    depth: 'full',
    about: 'data',
    // What an entry says it moved and what became of the slices under its name are the same, bucket by bucket.
    sql: `with moved as (
        select entry_id, owner_id, asset, bucket, ${length('s')} as amount from slice s
        union all
        select retired_by, owner_id, asset, bucket, -${length('s')} from slice s where retired_by is not null
        union all
        select entry_id, party_id, asset, bucket, -amount from posting where asset <> 'CNY' and bucket <> 'origin')
      select entry_id || ' ' || asset || ' ' || bucket as subject, '0' as expected, sum(amount)::text as actual
      from moved group by entry_id, owner_id, asset, bucket having sum(amount) <> 0`,
  },
  {
    code: 'slice.lot-differs',
    depth: 'full',
    about: 'data',
    sql: `select 'slice ' || s.id as subject, coalesce(l.number, 'a lot') || ' of its owner, project and quota' as expected,
        s.asset as actual
      from slice s left join lot l on l.id = s.lot_id
      where s.retired_by is null and (s.owner_id, s.project_id, split_part(s.asset, '.', 1))
        is distinct from (l.owner_id, l.origin_project_id, l.quota)`,
  },
  {
    code: 'lot.quantity-differs',
    depth: 'full',
    about: 'data',
    // A lot's quantity is what once came into it from outside.
    sql: `select l.number || ' ' || q.component as subject, q.amount::text as expected, coalesce(s.total, 0)::text as actual
      from lot l cross join lateral ${quantityOf('l')}
      left join (select c.lot_id, c.asset, sum(${length('c')}) as total from slice c
                 where c.parent_id is null or c.from_lot_id is not null group by c.lot_id, c.asset) s
        on s.lot_id = l.id and s.asset = l.quota || '.' || q.component
      where q.amount <> coalesce(s.total, 0)`,
  },
  {
    code: 'project.quantity-differs',
    depth: 'full',
    about: 'data',
    sql: `select o.number || ' ' || q.component as subject,
        case when o.status = 'banked' then q.amount else 0 end::text as expected, coalesce(s.total, 0)::text as actual
      from origin_project o cross join lateral ${quantityOf('o')}
      left join (select project_id, asset, sum(${length('r')}) as total from slice r
                 where parent_id is null group by project_id, asset) s
        on s.project_id = o.id and s.asset = o.quota || '.' || q.component
      where case when o.status = 'banked' then q.amount else 0 end <> coalesce(s.total, 0)`,
  },
  {
    code: 'market.quota-identity',
    depth: 'full',
    about: 'data',
    // Domain §13: all that came in, less all that left for good, is what everybody holds.
    sql: `with journal as (
        select asset, -sum(amount) filter (where bucket = 'origin')
          - coalesce(sum(amount) filter (where bucket not in ('origin', 'available', 'earmarked', 'listed',
              'in-settlement', 'frozen')), 0) as due
        from posting where asset <> 'CNY' group by asset),
      held as (
        select asset, sum(upper(serials) - lower(serials)) as total from slice
        where retired_by is null and bucket in ${holding} group by asset)
      select coalesce(j.asset, h.asset) as subject, coalesce(j.due, 0)::text as expected, coalesce(h.total, 0)::text as actual
      from journal j full join held h on h.asset = j.asset
      where coalesce(j.due, 0) <> coalesce(h.total, 0)`,
  },
  {
    code: 'market.transfer-identity',
    depth: 'full',
    about: 'data',
    sql: `select p.asset as subject, (-sum(p.amount) filter (where p.amount < 0))::text as expected,
        (sum(p.amount) filter (where p.amount > 0))::text as actual
      from posting p join entry e on e.id = p.entry_id and e.at = p.at
      where e.kind in ('transfer', 'transfer-in', 'transfer-out') and p.asset <> 'CNY'
      group by p.asset having sum(p.amount) <> 0`,
  },
];
