import type { QuotaKind } from '@muheng/contracts/common/component';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { standing } from './market-figures.repository.js';

export interface PriceGroup {
  month: string;
  component: 'area' | 'capacity';
  priceClass: 'dry' | 'paddy' | 'lsq';
  grade: number | null;
  kind: 'open' | 'negotiated' | 'related';
  area: bigint;
  capacity: bigint;
  price: bigint;
}

/** Every published trade that stands, classed as the index classes it. */
const classed = `
  select t.id, t.number as trade, t.awarded_at, t.area, t.capacity, t.price, l.form, s.code as seller, b.code as buyer,
    to_char(t.awarded_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
    case when t.area > 0 then 'area' else 'capacity' end as component,
    case when t.quota = 'LSQ' then 'lsq' when t.paddy > 0 then 'paddy' else 'dry' end as "priceClass",
    (select case when count(distinct coalesce(o.grade, 0)) = 1 then max(o.grade) end
      from trade_item i join lot o on o.id = i.lot_id where i.trade_id = t.id)::int as grade,
    case when s.beneficial_group = b.beneficial_group or b.county_id = s.id then 'related'
      when l.form in ('negotiated', 'allocation') then 'negotiated' else 'open' end as kind
  from trade t join listing l on l.id = t.listing_id join party s on s.id = t.seller_id join party b on b.id = t.buyer_id
  where t.quota = $1 and ${standing}`;

export async function priceGroups(
  tx: ReadTx,
  quota: QuotaKind,
  from: string | null,
  to: string | null,
): Promise<(PriceGroup & { trades: number })[]> {
  return tx.query(
    `with c as (${classed})
     select month, component, "priceClass", grade, kind, count(*)::int as trades, sum(area)::bigint as area,
       sum(capacity)::bigint as capacity, sum(price)::bigint as price
     from c where ($2::text is null or month >= $2) and ($3::text is null or month <= $3)
     group by month, component, "priceClass", grade, kind
     order by month desc, component, "priceClass", grade nulls last, kind limit 2000`,
    [quota, from, to],
  );
}

export interface PriceRow extends PriceGroup {
  id: string;
  trade: string;
  form: string;
  seller: string;
  buyer: string;
  cursorAt: string;
}

export async function priceRows(
  tx: ReadTx,
  quota: QuotaKind,
  limit: number,
  after: Keyset | null,
): Promise<PriceRow[]> {
  return tx.query<PriceRow>(
    `with c as (${classed})
     select *, ${cursorText('awarded_at')} as "cursorAt" from c
     where $3::timestamptz is null or (awarded_at, id) < ($3::timestamptz, $4::uuid)
     order by awarded_at desc, id desc limit $2`,
    [quota, limit + 1, after?.at ?? null, after?.id ?? null],
  );
}
