import type { QuotaKind } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { listing } from '@muheng/contracts/listings';
import type { z } from 'zod';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

type Wire = z.output<typeof listing>;

/** What the auction needs of its listing: scalars, so that one row lock covers all of it. */
export interface AuctionRow {
  id: string;
  status: Wire['status'];
  form: Wire['form'];
  quota: QuotaKind;
  sellerId: string;
  sellerCode: string;
  startPrice: bigint;
  step: bigint | null;
  ceiling: bigint | null;
  policy: Pick<
    Policy,
    'timedWindowMin' | 'timedBiddingEntry' | 'proxyBidding' | 'resultPublicityDays' | 'outageSeconds'
  >;
  regionCode: string;
  cityWindowEndsAt: Date | null;
  noticeAt: Date | null;
  opensAt: Date | null;
  depositCloseAt: Date | null;
  listingBidStopAt: Date | null;
  listingEndsAt: Date | null;
  timedStartsAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  price: bigint | null;
  leaderId: string | null;
  leaderCode: string | null;
  leaderNo: number | null;
  bidCount: number;
  ceilingReachedAt: Date | null;
  candidates: number;
  version: bigint;
}

/** Of `listing l` with `auctionJoins`. */
export const auctionColumns = `
  l.id, l.status, l.form, l.quota, l.seller_id as "sellerId", s.code as "sellerCode", l.start_price as "startPrice", l.step,
  l.ceiling, l.policy, l.region_code as "regionCode", l.city_window_ends_at as "cityWindowEndsAt", l.notice_at as "noticeAt", l.opens_at as "opensAt", l.deposit_close_at as "depositCloseAt",
  l.listing_bid_stop_at as "listingBidStopAt", l.listing_ends_at as "listingEndsAt",
  l.timed_starts_at as "timedStartsAt", l.closes_at as "closesAt", l.closed_at as "closedAt", l.price,
  l.leader_id as "leaderId", b.code as "leaderCode", l.leader_no as "leaderNo", l.bid_count as "bidCount",
  l.ceiling_reached_at as "ceilingReachedAt", l.version,
  case when l.ceiling_reached_at is null then 0 else 1 + (select count(*) from registration r
    where r.listing_id = l.id and r.accepted_ceiling_at is not null) end::int as candidates`;

export const auctionJoins = 'join party s on s.id = l.seller_id left join party b on b.id = l.leader_id';

/**
 * The auction under the listing's row lock: every bid of the listing waits here. It is read by a statement of its own: one
 * that both locks and reads would count acceptances as they were before it waited. Sent together, they run one after the
 * other.
 */
export async function lockAuction(tx: Tx, listingId: string): Promise<AuctionRow | null> {
  const [, auction] = await Promise.all([
    tx.query('select 1 from listing where id = $1 for no key update', [listingId]),
    findAuction(tx, listingId),
  ]);
  return auction;
}

export async function findAuction(tx: Tx | ReadTx, listingId: string): Promise<AuctionRow | null> {
  const [row] = await tx.query<AuctionRow>(
    `select ${auctionColumns} from listing l ${auctionJoins} where l.id = $1`,
    [listingId],
  );
  return row ?? null;
}

/** A registration, as the rules need it. */
export interface BidderRow {
  registrationId: string;
  buyerId: string;
  bidderNo: number;
  regionCode: string;
  status: string;
  enteredTimed: boolean;
  acceptedCeilingAt: Date | null;
  /** Its bids are held against what it lacks in all. */
  isCapped: boolean;
}

/** One party's registration as the room needs it; null when it has none. */
export async function findBidder(
  tx: Tx | ReadTx,
  listingId: string,
  buyerId: string,
): Promise<BidderRow | null> {
  const [row] = await tx.query<BidderRow>(
    `select id as "registrationId", buyer_id as "buyerId", bidder_no as "bidderNo", region_code as "regionCode",
       status, entered_timed as "enteredTimed", accepted_ceiling_at as "acceptedCeilingAt", is_capped as "isCapped"
     from registration where listing_id = $1 and buyer_id = $2`,
    [listingId, buyerId],
  );
  return row ?? null;
}
