import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface NewBid {
  id: string;
  seq: number;
  buyerId: string;
  regionCode: string;
  bidderNo: number;
  price: bigint;
  phase: 'listing' | 'timed' | 'ceiling';
  byPersonId: string;
}

/** How the listing stands after a batch of bids. */
export interface AuctionAfter {
  status: string;
  price: bigint;
  leaderId: string;
  leaderNo: number;
  bidCount: number;
  version: bigint;
  closesAt: Date;
  ceilingReachedAt: Date | null;
}

/**
 * Writes a batch in one statement: bids, events, the listing, and who thereby may go on to timed bidding. `events`
 * end at `after.version`. One round trip for 1 bid or 256 (stack.md §9).
 */
export async function writeBids(
  tx: Tx,
  listingId: string,
  at: Date,
  bids: readonly NewBid[],
  events: readonly { event: string; payload: object }[],
  after: AuctionAfter,
): Promise<void> {
  const entered = bids.filter((bid) => bid.phase === 'listing').map((bid) => bid.buyerId);
  await tx.query(writeSql, [
    listingId,
    at,
    bids.map((bid) => bid.id),
    bids.map((bid) => bid.seq),
    bids.map((bid) => bid.buyerId),
    bids.map((bid) => bid.regionCode),
    bids.map((bid) => bid.bidderNo),
    bids.map((bid) => bid.price.toString()),
    bids.map((bid) => bid.phase),
    bids.map((bid) => bid.byPersonId),
    events.map((each) => each.event),
    events.map((each) => JSON.stringify(each.payload)),
    entered,
    after.status,
    after.price.toString(),
    after.leaderId,
    after.leaderNo,
    after.bidCount,
    after.version.toString(),
    after.closesAt,
    after.ceilingReachedAt,
  ]);
}

const writeSql = `
  with taken as (
    insert into bid (id, listing_id, seq, buyer_id, region_code, bidder_no, price, phase, by_person_id, accepted_at)
    select t.id, $1, t.seq, t.buyer, t.region, t.no, t.price, t.phase, t.person, $2
    from unnest($3::uuid[], $4::bigint[], $5::uuid[], $6::text[], $7::int[], $8::bigint[], $9::text[], $10::uuid[])
      as t (id, seq, buyer, region, no, price, phase, person)
  ), told as (
    insert into listing_event (listing_id, version, event, payload, at)
    select $1, $19::bigint - cardinality($11::text[]) + t.ordinal, t.event, t.payload::jsonb, $2
    from unnest($11::text[], $12::text[]) with ordinality as t (event, payload, ordinal)
  ), entered as (
    update registration set entered_timed = true
    where listing_id = $1 and buyer_id = any($13::uuid[]) and not entered_timed
  )
  update listing set status = $14, price = $15, leader_id = $16, leader_no = $17, bid_count = $18, version = $19,
    closes_at = $20, ceiling_reached_at = $21
  where id = $1`;

export interface LadderRow {
  seq: bigint;
  buyerId: string;
  bidderNo: number;
  price: bigint;
  phase: 'listing' | 'timed' | 'ceiling';
  acceptedAt: Date;
}

/** The ladder, newest first, below a place in the log. Bidders are numbers; the id only marks the reader's own. */
export async function findLadder(
  tx: ReadTx,
  listingId: string,
  belowSeq: bigint | null,
  limit: number,
): Promise<LadderRow[]> {
  return tx.query<LadderRow>(
    `select seq, buyer_id as "buyerId", bidder_no as "bidderNo", price, phase, accepted_at as "acceptedAt"
     from bid where listing_id = $1 and ($2::bigint is null or seq < $2) order by seq desc limit $3`,
    [listingId, belowSeq?.toString() ?? null, limit],
  );
}

/** The stored answer of a person's bid with this key; null when no such bid was accepted. */
export async function findBidByKey<Receipt>(
  tx: ReadTx,
  personId: string,
  command: string,
  key: string,
): Promise<Receipt | null> {
  const [row] = await tx.query<{ result: Receipt }>(
    'select result from idempotency_key where actor_id = $1 and command = $2 and key = $3',
    [personId, command, key],
  );
  return row?.result ?? null;
}
