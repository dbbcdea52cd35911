import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Ageing } from '../domain/month-report/facts.js';
import type { Window } from './cockpit.repository.js';

const between = (from: number | null, to: number | null): string =>
  [
    from === null ? null : `t.awarded_at < app_now() - interval '${from} days'`,
    to === null ? null : `t.awarded_at >= app_now() - interval '${to} days'`,
  ]
    .filter(Boolean)
    .join(' and ');

/** Trades that are not done, by status and age, of the kinds of quota that are asked for. */
export const ageing = (tx: ReadTx, scope: string, quotas: readonly QuotaKind[]): Promise<Ageing[]> =>
  tx.query<Ageing>(
    `select t.quota, t.status, count(*) filter (where ${between(null, 7)})::int as week,
       count(*) filter (where ${between(7, 30)})::int as month,
       count(*) filter (where ${between(30, 90)})::int as quarter,
       count(*) filter (where ${between(90, null)})::int as older, sum(t.price)::bigint as price
     from trade t where t.quota = any($1) and t.region_code like $2 || '%'
       and t.status not in ('completed', 'defaulted', 'annulled')
     group by t.quota, t.status order by t.quota desc, t.status`,
    [quotas, scope],
  );

export interface Care {
  underCare: number;
  checkedThisYear: number;
  faultyLast: number;
}

/** Post-care 管护: projects under care, those looked at this year, those whose last look found a fault. */
export async function care(tx: ReadTx, { scope }: Window): Promise<Care> {
  const [row] = await tx.query<Care>(
    `with looked as (
       select c.project_id, max(k.year) as last, (array_agg(k.passed order by k.year desc))[1] as passed
       from project_care c join origin_project o on o.id = c.project_id
       left join care_check k on k.project_id = c.project_id
       where o.region_code like $1 || '%' group by c.project_id)
     select count(*)::int as "underCare",
       count(*) filter (where last = extract(year from app_now() at time zone 'Asia/Shanghai'))::int as "checkedThisYear",
       count(*) filter (where not passed)::int as "faultyLast" from looked`,
    [scope],
  );
  return row ?? { underCare: 0, checkedThisYear: 0, faultyLast: 0 };
}

interface LotSum {
  lots: number;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

/** What of a lot is in `available` now. */
const free = `cross join lateral (
    select coalesce(sum(size) filter (where s.asset like '%.AREA'), 0) as area,
      coalesce(sum(size) filter (where s.asset like '%.PADDY'), 0) as paddy,
      coalesce(sum(size) filter (where s.asset like '%.CAPACITY'), 0) as capacity
    from (select asset, upper(serials) - lower(serials) as size from slice
      where lot_id = l.id and retired_by is null and bucket = 'available') s) f`;
const summed = `count(*)::int as lots, sum(f.area)::bigint as area, sum(f.paddy)::bigint as paddy,
    sum(f.capacity)::bigint as capacity`;

export const expiring = (tx: ReadTx, { quota, scope }: Window): Promise<(LotSum & { month: string })[]> =>
  tx.query(
    `select to_char(l.valid_until at time zone 'Asia/Shanghai', 'YYYY-MM') as month, ${summed}
     from lot l ${free}
     where l.quota = $1 and l.region_code like $2 || '%' and l.valid_until > app_now()
       and l.valid_until < app_now() + interval '12 months' and f.area + f.paddy + f.capacity > 0
     group by 1 order by 1`,
    [quota, scope],
  );

export interface Hoard extends LotSum {
  code: string;
  nameZh: string;
  nameEn: string;
  since: Date;
}

/** Bought more than `months` ago and still in `available` (domain §13 BUYER_HOARDING). */
export const hoards = (tx: ReadTx, { quota, scope }: Window, months: number): Promise<Hoard[]> =>
  tx.query<Hoard>(
    `select y.code, y.name_zh as "nameZh", y.name_en as "nameEn", min(l.created_at) as since, ${summed}
     from lot l join party y on y.id = l.owner_id ${free}
     where l.trade_id is not null and l.quota = $1 and l.region_code like $2 || '%'
       and l.created_at < app_now() - make_interval(months => $3) and f.area + f.paddy + f.capacity > 0
     group by y.id order by sum(f.area) desc limit 50`,
    [quota, scope, months],
  );
