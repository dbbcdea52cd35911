import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { standing } from './market-figures.repository.js';

/** Which part of the market is asked for; rows outside the reader's own scope are hidden by row-level security besides. */
export interface Window {
  quota: QuotaKind;
  /** Region-code prefix. */
  scope: string;
  /** First day of the first month, Beijing time. */
  from: string;
}

interface Amounts {
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

export interface Holding {
  partyId: string;
  /** Units by `bucket/asset`. */
  balances: Readonly<Record<string, string>>;
}

const component = (name: 'AREA' | 'PADDY' | 'CAPACITY', amount: string): string =>
  `coalesce(sum(${amount}) filter (where split_part(asset, '.', 2) = '${name}'), 0)::bigint`;

/** What each county holds now: balances, never sums over postings. */
export const holdings = (tx: ReadTx, { quota, scope }: Window): Promise<Holding[]> =>
  tx.query<Holding>('select party_id as "partyId", balances from balances_within($1, $2)', [quota, scope]);

export interface CountyRow {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  regionCode: string;
  marginArea: bigint;
  marginPaddy: bigint;
  marginCapacity: bigint;
  allowed: bigint | null;
  used: bigint;
}

export const countyRows = (tx: ReadTx, { quota, scope }: Window): Promise<CountyRow[]> =>
  tx.query<CountyRow>(
    `with this_year as (select date_trunc('year', app_now() at time zone 'Asia/Shanghai') as first),
       used as (select w.party_id, sum(w.counted_area)::bigint as area from quota_write_off w, this_year
         where w.at >= this_year.first at time zone 'Asia/Shanghai' group by w.party_id)
     select p.id, p.code, p.name_zh as "nameZh", p.name_en as "nameEn", p.region_code as "regionCode",
       coalesce(m.margin_area, 0) as "marginArea", coalesce(m.margin_paddy, 0) as "marginPaddy",
       coalesce(m.margin_capacity, 0) as "marginCapacity", y.area as allowed, coalesce(u.area, 0) as used
     from party p cross join this_year
     left join county_margin m on m.county_id = p.id and m.quota = $1
     left join yearly_allowance y on y.county_id = p.id and y.year = extract(year from this_year.first)
     left join used u on u.party_id = p.id
     where p.kind = 'county' and p.region_code like $2 || '%' order by p.code`,
    [quota, scope],
  );

export interface Flow extends Amounts {
  sellerCode: string;
  sellerZh: string;
  sellerEn: string;
  buyerCode: string;
  buyerZh: string;
  buyerEn: string;
  trades: number;
  price: bigint;
}

/** Who sold to whom, with either side in the scope. */
export const flows = (tx: ReadTx, { quota, scope, from }: Window, limit: number): Promise<Flow[]> =>
  tx.query<Flow>(
    `with sums as (
       select seller_id, buyer_id, count(*)::int as trades, sum(area)::bigint as area, sum(paddy)::bigint as paddy,
         sum(capacity)::bigint as capacity, sum(price)::bigint as price
       from trade t where quota = $1 and ${standing} and awarded_at >= $3::date::timestamp at time zone 'Asia/Shanghai'
       group by seller_id, buyer_id)
     select s.code as "sellerCode", s.name_zh as "sellerZh", s.name_en as "sellerEn", b.code as "buyerCode",
       b.name_zh as "buyerZh", b.name_en as "buyerEn", f.trades, f.area, f.paddy, f.capacity, f.price
     from sums f join party s on s.id = f.seller_id join party b on b.id = f.buyer_id
     where s.region_code like $2 || '%' or b.region_code like $2 || '%'
     order by f.price desc, s.code, b.code limit $4`,
    [quota, scope, from, limit],
  );

export interface MonthTrades {
  month: string;
  trades: number;
  area: bigint;
  price: bigint;
  pricedArea: bigint;
  paidForArea: bigint;
}

/**
 * Months are told by where they begin: cutting each trade's time to its month costs as much as reading it. `offset 0` keeps
 * the planner from taking there to be as many months as moments, for which it would sort all trades instead of hashing them.
 */
export const tradesByMonth = (tx: ReadTx, { quota, scope, from }: Window): Promise<MonthTrades[]> =>
  tx.query<MonthTrades>(
    `with months as (select array_agg(first at time zone 'Asia/Shanghai') as starts
         from generate_series($3::date::timestamp, app_now() at time zone 'Asia/Shanghai', interval '1 month') as first),
       dated as (
         select width_bucket(t.awarded_at, (select starts from months)) as nth, t.area, t.price
         from trade t where t.quota = $1 and ${standing} and t.region_code like $2 || '%'
           and t.awarded_at >= $3::date::timestamp at time zone 'Asia/Shanghai' offset 0),
       sums as (
         select nth, count(*)::int as trades, sum(area)::bigint as area, sum(price)::bigint as price,
           coalesce(sum(area) filter (where area > 0), 0)::bigint as "pricedArea",
           coalesce(sum(price) filter (where area > 0), 0)::bigint as "paidForArea"
         from dated
         group by nth)
     select to_char($3::date + (nth - 1) * interval '1 month', 'YYYY-MM') as month, trades, area, price, "pricedArea",
       "paidForArea"
     from sums order by nth`,
    [quota, scope, from],
  );

export interface MonthMovement {
  month: string;
  bucket: string;
  incomingArea: bigint;
  incomingPaddy: bigint;
  incomingCapacity: bigint;
  outgoingArea: bigint;
  outgoingPaddy: bigint;
  outgoingCapacity: bigint;
}

const moved = (direction: 'incoming' | 'outgoing'): string =>
  (['AREA', 'PADDY', 'CAPACITY'] as const)
    .map((name) => `${component(name, direction)} as "${direction}${name[0]}${name.slice(1).toLowerCase()}"`)
    .join(', ');

/** Sealed months from their sums, the months after the last seal from their postings. */
export const movementsByMonth = (tx: ReadTx, { quota, scope, from }: Window): Promise<MonthMovement[]> =>
  tx.query<MonthMovement>(
    `with sealed as (select coalesce(max(month) + interval '1 month', '-infinity')::timestamp as until from month_seal),
       open as (select generate_series(greatest((select until from sealed), $3::date::timestamp),
         app_now() at time zone 'Asia/Shanghai', interval '1 month') as first),
       every as (
         select month::timestamp as first, asset, bucket, incoming, outgoing from month_total
         where scope = $2 and month >= $3::date and asset like $1 || '.%' and bucket in ('origin', 'written-off')
         union all
         select o.first, m.asset, m.bucket, m.incoming, m.outgoing from open o
         cross join lateral banked_between(o.first at time zone 'Asia/Shanghai',
           (o.first + interval '1 month') at time zone 'Asia/Shanghai', $2, $1) m)
     select to_char(first, 'YYYY-MM') as month, bucket, ${moved('incoming')}, ${moved('outgoing')}
     from every group by 1, 2 order by 1`,
    [quota, scope, from],
  );

export const sealedTo = async (tx: ReadTx): Promise<string | null> => {
  const [row] = await tx.query<{ month: string | null }>(
    `select to_char(max(month), 'YYYY-MM') as month from month_seal`,
  );
  return row?.month ?? null;
};
