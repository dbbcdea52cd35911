import type { Check } from '../../domain/check.js';

const length = (slice: string): string => `(upper(${slice}.serials) - lower(${slice}.serials))`;
const componentsOf = (row: string, prefix = ''): string =>
  `(values ('AREA', ${row}.${prefix}area), ('PADDY', ${row}.${prefix}paddy), ('CAPACITY', ${row}.${prefix}capacity))
     as q (component, amount)`;

/** Uses, write-offs and freezes say the same as the buckets of the lots that they hold (domain §5, §7). */
export const useChecks: readonly Check[] = [
  {
    code: 'use.totals-differ',
    depth: 'full',
    about: 'data',
    sql: `select u.number || ' ' || q.component as subject, q.amount::text as expected, coalesce(l.total, 0)::text as actual
      from quota_use u cross join lateral ${componentsOf('u')}
      left join lateral (select sum(case q.component when 'AREA' then x.area when 'PADDY' then x.paddy else x.capacity end)
        as total from quota_use_lot x where x.use_id = u.id) l on true
      where q.amount <> coalesce(l.total, 0)
      union all
      select u.number || ' written off ' || q.component, q.amount::text, coalesce(w.total, 0)::text
      from quota_use u cross join lateral ${componentsOf('u', 'written_off_')}
      left join lateral (select sum(case q.component when 'AREA' then x.area when 'PADDY' then x.paddy else x.capacity end)
        as total from quota_write_off x where x.use_id = u.id) w on true
      where q.amount <> coalesce(w.total, 0)`,
  },
  {
    code: 'use.lot-differs',
    depth: 'full',
    about: 'data',
    // Whatever stands earmarked, written off or frozen in a lot that the books of uses or freezes know stands there too.
    sql: `with books as (
        select x.lot_id, 'earmarked' as bucket, q.component, sum(q.amount) as due
          from quota_use_lot x cross join lateral ${componentsOf('x')} group by 1, 3
        union all
        select x.lot_id, 'written-off', q.component, sum(q.amount)
          from quota_write_off_lot x cross join lateral ${componentsOf('x')} group by 1, 3
        union all
        select x.lot_id, 'frozen', q.component, sum(q.amount)
          from frozen_lot x cross join lateral ${componentsOf('x')} group by 1, 3),
      held as (
        select s.lot_id, s.bucket, split_part(s.asset, '.', 2) as component, sum(${length('s')}) as total
        from slice s where s.retired_by is null and s.bucket in ('earmarked', 'written-off', 'frozen')
          and exists (select from books b where b.lot_id = s.lot_id and b.bucket = s.bucket) group by 1, 2, 3)
      select l.number || ' ' || b.bucket || ' ' || b.component as subject, b.due::text as expected,
        coalesce(h.total, 0)::text as actual
      from books b join lot l on l.id = b.lot_id
      left join held h on (h.lot_id, h.bucket, h.component) = (b.lot_id, b.bucket, b.component)
      where b.due <> coalesce(h.total, 0)`,
  },
];
