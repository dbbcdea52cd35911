import { type Quantities, type QuotaKind, zeroQuantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/** The sums of `readCommitted` as a query of three expressions: the buyer, the indicator, the listing that is left out. */
export const committedSql = (buyer: string, quota: string, listing: string): string => `
  select coalesce(sum(area), 0)::bigint as area, coalesce(sum(paddy), 0)::bigint as paddy,
    coalesce(sum(capacity), 0)::bigint as capacity
  from (
    select t.area, t.paddy, t.capacity from trade t
    where t.buyer_id = ${buyer} and t.quota = ${quota} and t.transferred_at is null
      and t.status not in ('defaulted', 'annulled') and t.listing_id is distinct from ${listing}
    union all
    select o.area, o.paddy, o.capacity from listing o
    where o.leader_id = ${buyer} and o.quota = ${quota} and o.id is distinct from ${listing}
      and o.form <> 'reverse-purchase'
      and o.status in ('listing-open', 'timed-bidding', 'ceiling-reached', 'lottery', 'suspended')
    union all
    select o.area, o.paddy, o.capacity from listing o
    where o.seller_id = ${buyer} and o.quota = ${quota} and o.id is distinct from ${listing}
      and o.form = 'reverse-purchase'
      and o.status not in ('draft', 'closed-sold', 'closed-failed', 'terminated', 'withdrawn')
  ) exposure`;

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
  const [row] = await tx.query<QuantityColumns>(committedSql('$1::uuid', '$2::text', '$3::uuid'), [
    buyerId,
    quota,
    listingId,
  ]);
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
