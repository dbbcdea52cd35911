import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Quota that is not listed and whose owner may be asked for it. */
export interface Holding {
  /** Of the lot. */
  id: string;
  source: 'reserve' | 'negotiable';
  lotNumber: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  /** What its last listing asked for all of it; null for the reserve. */
  lastPrice: bigint | null;
  regionCode: string;
  sellerCode: string;
  sellerNameZh: string;
  sellerNameEn: string;
  sellerGroup: string | null;
}

const seller = `y.region_code as "regionCode", y.code as "sellerCode", y.name_zh as "sellerNameZh",
  y.name_en as "sellerNameEn", y.beneficial_group as "sellerGroup"`;

/** What of a lot is available to its owner now. */
const available = `cross join lateral (
  select coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.AREA'), 0)::bigint as area,
    coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.PADDY'), 0)::bigint as paddy,
    coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.CAPACITY'), 0)::bigint as capacity
  from slice s
  where s.lot_id = l.id and s.owner_id = l.owner_id and s.retired_by is null and s.bucket = 'available') h`;

/** Days for which a listing that found no buyer is taken as an invitation to negotiate. */
const invitationDays = 180;

/**
 * The region's reserve; and lots that were listed alone, found no buyer within half a year, and are still available and
 * surplus to their county (domain §8, §11 F3, F4). Oldest lot first; only `ids` where they are given.
 */
export async function findHoldings(
  tx: Tx | ReadTx,
  quota: QuotaKind,
  ids: readonly string[] | null = null,
): Promise<Holding[]> {
  return tx.query<Holding>(
    `select l.id, 'reserve' as source, l.number as "lotNumber", h.area, h.paddy, h.capacity, null::bigint as "lastPrice",
       ${seller}
     from lot l join party y on y.id = l.owner_id and y.kind = 'region-department' ${available}
     where l.quota = $1 and h.area + h.paddy + h.capacity > 0 and (l.valid_until is null or l.valid_until > app_now())
       and ($3::uuid[] is null or l.id = any($3))
     union all
     select * from (
       select distinct on (l.id) l.id, 'negotiable', l.number, i.area, i.paddy, i.capacity, f.start_price, ${seller}
       from listing f join listing_item i on i.listing_id = f.id join lot l on l.id = i.lot_id and l.owner_id = f.seller_id
       join party y on y.id = l.owner_id and y.kind <> 'region-department'
       join county_margin m on m.county_id = l.owner_id and m.quota = l.quota ${available}
       where f.quota = $1 and f.status = 'closed-failed' and f.closed_at > app_now() - $2 * interval '1 day'
         and l.saleable and not l.bought and (l.valid_until is null or l.valid_until > app_now())
         and ($3::uuid[] is null or l.id = any($3))
         and not exists (select from listing_item o where o.listing_id = f.id and o.id <> i.id)
         and h.area >= i.area and h.paddy >= i.paddy and h.capacity >= i.capacity
         and m.margin_area >= i.area and m.margin_paddy >= i.paddy and m.margin_capacity >= i.capacity
       order by l.id, f.closed_at desc) n
     order by 1`,
    [quota, invitationDays, ids],
  );
}
