import { type Quantities, type QuotaKind, zeroQuantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/**
 * All that a buyer stands to receive already, one row each: awards whose quota has not moved yet, open listings where it
 * leads, and purchases of its own. `needs` puts the need before each branch's quantities, or nothing.
 */
const exposure = (buyer: string, quota: string, listing: string, needs: [string, string, string]): string => `
    select ${needs[0]} t.area, t.paddy, t.capacity from trade t
    where t.buyer_id = ${buyer} and t.quota = ${quota} and t.transferred_at is null
      and t.status not in ('defaulted', 'annulled') and t.listing_id is distinct from ${listing}
    union all
    select ${needs[1]} o.area, o.paddy, o.capacity from listing o
    where o.leader_id = ${buyer} and o.quota = ${quota} and o.id is distinct from ${listing}
      and o.form <> 'reverse-purchase'
      and o.status in ('listing-open', 'timed-bidding', 'ceiling-reached', 'lottery', 'suspended')
    union all
    select ${needs[2]} o.area, o.paddy, o.capacity from listing o
    where o.seller_id = ${buyer} and o.quota = ${quota} and o.id is distinct from ${listing}
      and o.form = 'reverse-purchase'
      and o.status not in ('draft', 'closed-sold', 'closed-failed', 'terminated', 'withdrawn')`;

const sums = `coalesce(sum(area), 0)::bigint as area, coalesce(sum(paddy), 0)::bigint as paddy,
    coalesce(sum(capacity), 0)::bigint as capacity`;

/** The sum of `readComing` as a query of three expressions: the buyer, the indicator, the listing that is left out. */
export const committedSql = (buyer: string, quota: string, listing: string): string => `
  select ${sums} from (${exposure(buyer, quota, listing, ['', '', ''])}) exposure`;

/** What is on its way for one need; null: nobody said for which. */
export interface ComingRow {
  needId: string | null;
  quantities: Quantities;
}

/**
 * What a buyer stands to receive already by the need for which it was bought, other than of `listingId` (domain §9
 * "Buyer need"). The one query of this module over other modules' tables: the cap has to see them all at once, and those
 * modules import this one.
 */
export async function readComing(
  tx: Tx | ReadTx,
  buyerId: string,
  quota: QuotaKind,
  listingId: string | null,
): Promise<ComingRow[]> {
  const needs: [string, string, string] = [
    't.need_id,',
    '(select r.need_id from registration r where r.listing_id = o.id and r.buyer_id = o.leader_id) as need_id,',
    'null::uuid as need_id,',
  ];
  const rows = await tx.query<QuantityColumns & { needId: string | null }>(
    `select need_id as "needId", ${sums}
     from (${exposure('$1::uuid', '$2::text', '$3::uuid', needs)}) exposure group by need_id order by need_id`,
    [buyerId, quota, listingId],
  );
  return rows.map((row) => ({ needId: row.needId, quantities: quantitiesOf(row) }));
}

/** What a party has bought of one indicator and not used up: live slices of its bought lots that are still its own. */
export async function readBoughtUnused(
  tx: Tx | ReadTx,
  buyerId: string,
  quota: QuotaKind,
): Promise<Quantities> {
  const [row] = await tx.query<QuantityColumns>(
    `select coalesce(sum(size) filter (where asset like '%.AREA'), 0)::bigint as area,
       coalesce(sum(size) filter (where asset like '%.PADDY'), 0)::bigint as paddy,
       coalesce(sum(size) filter (where asset like '%.CAPACITY'), 0)::bigint as capacity
     from (select s.asset, upper(s.serials) - lower(s.serials) as size
       from slice s join lot l on l.id = s.lot_id
       where s.owner_id = $1 and s.retired_by is null and l.bought and l.quota = $2
         and s.bucket in ('available', 'earmarked', 'frozen', 'listed', 'in-settlement')) held`,
    [buyerId, quota],
  );
  return row ? quantitiesOf(row) : zeroQuantities;
}
