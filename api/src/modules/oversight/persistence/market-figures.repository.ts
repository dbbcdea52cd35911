import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

/** Published trades `t` that stand, as everyone may count them (domain §12). */
export const standing = `t.published_at is not null and t.status not in ('defaulted', 'annulled')`;

export interface CountyPosition {
  code: string;
  nameZh: string;
  nameEn: string;
  computedAt: Date | null;
  availArea: bigint;
  availPaddy: bigint;
  availCapacity: bigint;
  needArea: bigint;
  needPaddy: bigint;
  needCapacity: bigint;
  reserveArea: bigint;
  reservePaddy: bigint;
  reserveCapacity: bigint;
  marginArea: bigint;
  marginPaddy: bigint;
  marginCapacity: bigint;
}

const kinds = ['avail', 'need', 'reserve', 'margin'] as const;
const parts = [
  ['area', 'Area'],
  ['paddy', 'Paddy'],
  ['capacity', 'Capacity'],
] as const;
const positionColumns = kinds
  .flatMap((kind) => parts.map(([column, name]) => `coalesce(m.${kind}_${column}, 0) as "${kind}${name}"`))
  .join(', ');

/** County-first of each county whose code starts with `scope`; zeros for one that was never computed. */
export async function countyPositions(
  tx: ReadTx,
  quota: QuotaKind,
  scope: string,
): Promise<CountyPosition[]> {
  return tx.query<CountyPosition>(
    `select p.code, p.name_zh as "nameZh", p.name_en as "nameEn", m.computed_at as "computedAt", ${positionColumns}
     from party p left join county_margin m on m.county_id = p.id and m.quota = $1
     where p.kind = 'county' and p.region_code like $2 || '%' order by p.code`,
    [quota, scope],
  );
}

export interface YearTurnover {
  trades: number;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  price: bigint;
  /** Of the trades that carry area: all of this year, and those up to the month's end before. */
  pricedNow: bigint;
  areaNow: bigint;
  pricedBefore: bigint;
  areaBefore: bigint;
}

/** This year's trades, and how they stood a month ago, in one pass over the year. */
export async function yearTurnover(
  tx: ReadTx,
  quota: QuotaKind,
  scope: string,
  yearFrom: Date,
  before: Date,
): Promise<YearTurnover> {
  const sum = (column: string, filter: string): string =>
    `coalesce(sum(t.${column}) filter (where ${filter}), 0)::bigint`;
  const [row] = await tx.query<YearTurnover>(
    `select count(*)::int as trades, ${sum('area', 'true')} as area, ${sum('paddy', 'true')} as paddy,
       ${sum('capacity', 'true')} as capacity, ${sum('price', 'true')} as price,
       ${sum('price', 't.area > 0')} as "pricedNow", ${sum('area', 't.area > 0')} as "areaNow",
       ${sum('price', 't.area > 0 and t.awarded_at < $4')} as "pricedBefore",
       ${sum('area', 't.area > 0 and t.awarded_at < $4')} as "areaBefore"
     from trade t where t.quota = $1 and t.region_code like $2 || '%' and t.awarded_at >= $3 and ${standing}`,
    [quota, scope, yearFrom, before],
  );
  if (!row) throw new Error('a sum answered nothing');
  return row;
}

export interface CountyWeek {
  code: string;
  priceClass: 'dry' | 'paddy' | 'lsq';
  weeksAgo: number;
  price: bigint;
  area: bigint;
}

/** What each county sold or bought in the last 13 weeks, by land class and week. */
export async function countyWeeks(tx: ReadTx, quota: QuotaKind, now: Date): Promise<CountyWeek[]> {
  return tx.query<CountyWeek>(
    `select p.code, case when t.quota = 'LSQ' then 'lsq' when t.paddy > 0 then 'paddy' else 'dry' end as "priceClass",
       floor(extract(epoch from $2::timestamptz - t.awarded_at) / 604800)::int as "weeksAgo",
       sum(t.price)::bigint as price, sum(t.area)::bigint as area
     from trade t cross join lateral (values (t.seller_id), (t.buyer_id)) as side (party_id)
     join party p on p.id = side.party_id and p.kind = 'county'
     where t.quota = $1 and t.area > 0 and t.awarded_at > $2::timestamptz - interval '91 days' and ${standing}
     group by 1, 2, 3`,
    [quota, now],
  );
}

export interface Flow {
  code: string;
  direction: 'sold-to' | 'bought-from';
  otherCode: string;
  otherZh: string;
  otherEn: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

/** To whom each county sold and from whom it bought in the last year, its three largest. */
export async function countyFlows(tx: ReadTx, quota: QuotaKind, now: Date): Promise<Flow[]> {
  return tx.query<Flow>(
    `with flow as (
       select side.party_id, side.direction, side.other_id, sum(t.area)::bigint as area, sum(t.paddy)::bigint as paddy,
         sum(t.capacity)::bigint as capacity,
         row_number() over (partition by side.party_id order by sum(t.area) desc, sum(t.capacity) desc) as place
       from trade t cross join lateral (values (t.seller_id, 'sold-to', t.buyer_id), (t.buyer_id, 'bought-from', t.seller_id))
         as side (party_id, direction, other_id)
       where t.quota = $1 and t.awarded_at > $2::timestamptz - interval '1 year' and ${standing}
       group by side.party_id, side.direction, side.other_id)
     select p.code, f.direction, o.code as "otherCode", o.name_zh as "otherZh", o.name_en as "otherEn", f.area, f.paddy,
       f.capacity
     from flow f join party p on p.id = f.party_id and p.kind = 'county' join party o on o.id = f.other_id
     where f.place <= 3 order by p.code, f.place`,
    [quota, now],
  );
}

export interface ListingCounts {
  notice: number;
  open: number;
  timed: number;
  closedThisYear: number;
}

export async function listingCounts(tx: ReadTx, quota: QuotaKind, yearFrom: Date): Promise<ListingCounts> {
  const [row] = await tx.query<ListingCounts>(
    `select count(*) filter (where status = 'notice')::int as notice,
       count(*) filter (where status in ('listing-open', 'prefecture-window'))::int as open,
       count(*) filter (where status in ('timed-bidding', 'ceiling-reached', 'lottery'))::int as timed,
       count(*) filter (where status in ('closed-sold', 'closed-failed') and closed_at >= $2)::int as "closedThisYear"
     from listing where quota = $1 and notice_at is not null
       and (closed_at is null or closed_at >= $2)`,
    [quota, yearFrom],
  );
  if (!row) throw new Error('a count answered nothing');
  return row;
}
