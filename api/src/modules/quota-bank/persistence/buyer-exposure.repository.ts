import { type Quantities, type QuotaKind, zeroQuantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/**
 * What a buyer stands to receive already: awards whose quota has not moved yet, open listings where it leads, and
 * purchases of its own, other than `listingId` (domain §9 "Buyer need"). The one query of this module over other modules' tables: the cap
 * has to see them all at once, and those modules import this one.
 */
export async function readCommitted(
  tx: Tx | ReadTx,
  buyerId: string,
  quota: QuotaKind,
  listingId: string | null,
): Promise<Quantities> {
  const [row] = await tx.query<QuantityColumns>(
    `select coalesce(sum(area), 0)::bigint as area, coalesce(sum(paddy), 0)::bigint as paddy,
       coalesce(sum(capacity), 0)::bigint as capacity
     from (
       select t.area, t.paddy, t.capacity from trade t
       where t.buyer_id = $1 and t.quota = $2 and t.transferred_at is null and t.status not in ('defaulted', 'annulled')
         and t.listing_id is distinct from $3
       union all
       select l.area, l.paddy, l.capacity from listing l
       where l.leader_id = $1 and l.quota = $2 and l.id is distinct from $3 and l.form <> 'reverse-purchase'
         and l.status in ('listing-open', 'timed-bidding', 'ceiling-reached', 'lottery', 'suspended')
       union all
       select l.area, l.paddy, l.capacity from listing l
       where l.seller_id = $1 and l.quota = $2 and l.id is distinct from $3 and l.form = 'reverse-purchase'
         and l.status not in ('draft', 'closed-sold', 'closed-failed', 'terminated', 'withdrawn')
     ) exposure`,
    [buyerId, quota, listingId],
  );
  return row ? quantitiesOf(row) : zeroQuantities;
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
