import { type Quantities, quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { ListingStatus } from './listing.repository.js';

export interface ListedRow {
  id: string;
  status: ListingStatus;
  bidCount: number;
  /** How far the trade of a sold listing has come; null before there is one. */
  tradeStatus: string | null;
  listed: Quantities;
}

/** Listings that hold quota of a party, newest first, locked in id order so that two callers never wait in a circle. */
export async function lockListedBy(tx: Tx, sellerId: string, quota: QuotaKind): Promise<ListedRow[]> {
  const rows = await tx.query<
    Omit<ListedRow, 'listed'> & { area: bigint; paddy: bigint; capacity: bigint; createdAt: Date }
  >(
    `with locked as (
       select * from listing where seller_id = $1 and quota = $2 and form <> 'reverse-purchase'
         and status not in ('draft', 'closed-failed', 'terminated', 'withdrawn')
       order by id for no key update
     )
     select l.id, l.status, l.bid_count as "bidCount", l.area, l.paddy, l.capacity, l.created_at as "createdAt",
       (select t.status from trade t where t.listing_id = l.id order by t.awarded_at desc limit 1) as "tradeStatus"
     from locked l order by l.created_at desc, l.id desc`,
    [sellerId, quota],
  );
  return rows.map(({ id, status, bidCount, tradeStatus, area, paddy, capacity }) => ({
    id,
    status,
    bidCount,
    tradeStatus,
    listed: quantities(area, paddy, capacity),
  }));
}

/** Everything that is still to come moves on by as long as the listing stood still. */
export async function shiftTimetable(tx: Tx, listingId: string, since: Date): Promise<void> {
  const columns = [
    'opens_at',
    'deposit_close_at',
    'listing_bid_stop_at',
    'listing_ends_at',
    'timed_starts_at',
    'closes_at',
  ];
  const sets = columns.map(
    (column) => `${column} = case when ${column} > $2 then ${column} + (app_now() - $2) else ${column} end`,
  );
  await tx.query(`update listing set ${sets.join(', ')} where id = $1`, [listingId, since]);
}
