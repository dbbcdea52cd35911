import { plainList, type Statement } from '../../../kernel/unit-of-work/statement.js';
import { auctionColumns, auctionJoins, type BidderRow } from './auction.repository.js';

/** Statements of the bid path, each for a whole batch over many listings (stack.md §9). */

const lockSql = (waiting: string): string => `
  with l as (select * from listing where id = any($1::uuid[]) order by id for no key update ${waiting})
  select ${auctionColumns} from l ${auctionJoins}`;

/** Rows of `AuctionRow` under their locks, taken in id order. `apart` waits for a busy row, else it is left out. */
export const lockAuctions = (listingIds: readonly string[], apart: boolean): Statement => ({
  name: apart ? 'lock-auctions' : 'lock-idle-auctions',
  text: lockSql(apart ? '' : 'skip locked'),
  values: [listingIds],
});

/** One row for each asked pair; all but the listing is null where the party is not registered. */
export interface LoadedBidder {
  /** Market time under the locks. */
  at: Date;
  listingId: string;
  bidder: { [K in keyof BidderRow]: BidderRow[K] | null };
}

/** Who of these is registered, and market time: asked behind the locks, so that neither is from before them. */
export const loadBidders = (
  listingIds: readonly string[],
  buyerIds: readonly (string | null)[],
): Statement => ({
  name: 'load-bidders',
  text: `
  select t.now as at, p.listing as "listingId", r.*
  from (select app_now() as now) t
  cross join unnest($1::uuid[], $2::uuid[]) as p (listing, buyer)
  left join lateral (
    select id as "registrationId", buyer_id as "buyerId", bidder_no as "bidderNo", region_code as "regionCode", status,
      entered_timed as "enteredTimed", accepted_ceiling_at as "acceptedCeilingAt",
      is_capped as "isCapped"
    from registration where listing_id = p.listing and buyer_id = p.buyer limit 1
  ) r on true`,
  values: [plainList(listingIds), plainList(buyerIds)],
});

export interface NewBid {
  id: string;
  listingId: string;
  seq: number;
  buyerId: string;
  regionCode: string;
  bidderNo: number;
  price: bigint;
  phase: 'listing' | 'timed' | 'ceiling';
  byPersonId: string;
}

export interface NewEvent {
  listingId: string;
  version: bigint;
  event: string;
  payload: object;
}

/** How a listing stands after a batch of bids. */
export interface AuctionAfter {
  listingId: string;
  status: string;
  price: bigint;
  leaderId: string;
  leaderNo: number;
  bidCount: number;
  version: bigint;
  closesAt: Date;
  ceilingReachedAt: Date | null;
}

/** What a batch writes; `entered` are the registrations that may thereby go on to timed bidding. */
export interface BatchOfBids {
  at: Date;
  bids: readonly NewBid[];
  events: readonly NewEvent[];
  entered: readonly string[];
  after: readonly AuctionAfter[];
}

/** Bids, events, listings and who has entered, in one statement for 1 bid or 256. */
export const writeBids = ({ at, bids, events, entered, after }: BatchOfBids): Statement => ({
  name: 'write-bids',
  text: writeSql,
  values: [
    at,
    plainList(bids.map((bid) => bid.id)),
    plainList(bids.map((bid) => bid.listingId)),
    plainList(bids.map((bid) => bid.seq)),
    plainList(bids.map((bid) => bid.buyerId)),
    plainList(bids.map((bid) => bid.regionCode)),
    plainList(bids.map((bid) => bid.bidderNo)),
    plainList(bids.map((bid) => bid.price)),
    plainList(bids.map((bid) => bid.phase)),
    plainList(bids.map((bid) => bid.byPersonId)),
    plainList(events.map((each) => each.listingId)),
    plainList(events.map((each) => each.version)),
    plainList(events.map((each) => each.event)),
    JSON.stringify(events.map((each) => each.payload)),
    plainList(entered),
    plainList(after.map((each) => each.listingId)),
    plainList(after.map((each) => each.status)),
    plainList(after.map((each) => each.price)),
    plainList(after.map((each) => each.leaderId)),
    plainList(after.map((each) => each.leaderNo)),
    plainList(after.map((each) => each.bidCount)),
    plainList(after.map((each) => each.version)),
    plainList(after.map((each) => each.closesAt)),
    plainList(after.map((each) => each.ceilingReachedAt)),
  ],
});

const writeSql = `
  with taken as (
    insert into bid (id, listing_id, seq, buyer_id, region_code, bidder_no, price, phase, by_person_id, accepted_at)
    select t.*, $1 from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::text[], $7::int[], $8::bigint[],
      $9::text[], $10::uuid[]) as t
  ), told as (
    insert into listing_event (listing_id, version, event, payload, at)
    select t.listing, t.version, t.event, t.payload, $1
    from rows from (unnest($11::uuid[], $12::bigint[], $13::text[]), jsonb_array_elements($14::jsonb))
      as t (listing, version, event, payload)
  ), entered as (
    update registration set entered_timed = true where id = any($15::uuid[])
  )
  update listing l set status = t.status, price = t.price, leader_id = t.leader, leader_no = t.no, bid_count = t.bids,
    version = t.version, closes_at = t.closes_at, ceiling_reached_at = t.ceiling_reached_at
  from unnest($16::uuid[], $17::text[], $18::bigint[], $19::uuid[], $20::int[], $21::int[], $22::bigint[],
    $23::timestamptz[], $24::timestamptz[])
    as t (id, status, price, leader, no, bids, version, closes_at, ceiling_reached_at)
  where l.id = t.id`;
