import type { ListingStatus, TradeForm } from '@muheng/contracts/common/statuses';
import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import { quantities } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** What a form without timed rounds needs of its listing. */
export interface FormListing {
  id: string;
  form: TradeForm;
  status: ListingStatus;
  quota: QuotaKind;
  organiserId: string;
  organiser: string;
  regionCode: string;
  policy: Policy;
  startPrice: bigint;
  deposit: bigint;
  step: bigint | null;
  ceiling: bigint | null;
  /** The lowest price of a reverse purchase. */
  floor: bigint | null;
  offered: Quantities;
  namedBuyerId: string | null;
  noticeAt: Date | null;
  opensAt: Date | null;
  endsAt: Date | null;
  depositCloseAt: Date | null;
  cityWindowEndsAt: Date | null;
  closedAt: Date | null;
  bidCount: number;
}

interface Row extends Omit<FormListing, 'offered'> {
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

const columns = `
  l.id, l.form, l.status, l.quota, l.seller_id as "organiserId", s.code as organiser, l.region_code as "regionCode",
  l.policy, l.start_price as "startPrice", l.deposit, l.step, l.ceiling, l.floor_price as floor, l.area, l.paddy, l.capacity,
  l.named_buyer_id as "namedBuyerId", l.notice_at as "noticeAt", l.opens_at as "opensAt",
  l.listing_ends_at as "endsAt", l.deposit_close_at as "depositCloseAt",
  l.city_window_ends_at as "cityWindowEndsAt", l.closed_at as "closedAt", l.bid_count as "bidCount"`;

const formListing = ({ area, paddy, capacity, ...row }: Row): FormListing => ({
  ...row,
  offered: quantities(area, paddy, capacity),
});

export async function findFormListing(tx: Tx | ReadTx, id: string): Promise<FormListing | null> {
  const [row] = await tx.query<Row>(
    `select ${columns} from listing l join party s on s.id = l.seller_id where l.id = $1`,
    [id],
  );
  return row ? formListing(row) : null;
}

/** Under the listing's row lock, second in the lock order. */
export async function lockFormListing(tx: Tx, id: string): Promise<FormListing | null> {
  const [row] = await tx.query<Row>(
    `with l as (select * from listing where id = $1 for no key update)
     select ${columns} from l join party s on s.id = l.seller_id`,
    [id],
  );
  return row ? formListing(row) : null;
}

/** The registration that stands for a named buyer: no deposit, the right to buy. */
export async function registerNamedBuyer(
  tx: Tx,
  row: { id: string; listingId: string; buyerId: string; bidderNo: number },
): Promise<void> {
  await tx.query(
    `insert into registration (id, listing_id, buyer_id, region_code, bidder_no, status, deposit, registered_at, by_person_id)
     select $1, $2, y.id, y.region_code, $4, 'bidding-right', 0, app_now(), l.created_by
     from party y join listing l on l.id = $2 where y.id = $3`,
    [row.id, row.listingId, row.buyerId, row.bidderNo],
  );
}

/** One more bid came in, whatever its form; the room counts them. */
export async function countBidIn(tx: Tx, listingId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'update listing set bid_count = bid_count + 1 where id = $1 returning bid_count as count',
    [listingId],
  );
  if (!row) throw new Error(`listing ${listingId} vanished`);
  return row.count;
}
