import type { LogEntry } from '../domain/auction-log.js';
import type { Fen } from '@muheng/contracts/common/quantity';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** The whole log of a listing in its order, bidders by party code; an acceptance of the ceiling has no price. */
export async function findLog(tx: Tx, listingId: string): Promise<LogEntry[]> {
  const rows = await tx.query<{ seq: bigint; bidder: string; price: bigint; phase: string; at: Date }>(
    `select b.seq, y.code as bidder, b.price, b.phase, b.accepted_at as at
     from bid b join party y on y.id = b.buyer_id where b.listing_id = $1 order by b.seq`,
    [listingId],
  );
  return rows.map(({ seq, bidder, price, phase, at }) => ({
    seq: Number(seq),
    bidder,
    price: phase === 'ceiling' ? null : (price as Fen),
    at,
  }));
}

export interface CeilingAcceptance {
  id: string;
  seq: number;
  buyerId: string;
  regionCode: string;
  bidderNo: number;
  price: bigint;
  byPersonId: string;
}

/** One more bidder at the ceiling: its line of the log, and its registration. */
export async function insertAcceptance(
  tx: Tx,
  listingId: string,
  at: Date,
  row: CeilingAcceptance,
): Promise<void> {
  await tx.query(
    `with marked as (
       update registration set accepted_ceiling_at = $2 where listing_id = $1 and buyer_id = $5
     )
     insert into bid (id, listing_id, seq, buyer_id, region_code, bidder_no, price, phase, by_person_id, accepted_at)
     values ($3, $1, $4, $5, $6, $7, $8, 'ceiling', $9, $2)`,
    [
      listingId,
      at,
      row.id,
      row.seq,
      row.buyerId,
      row.regionCode,
      row.bidderNo,
      row.price.toString(),
      row.byPersonId,
    ],
  );
}

/** The bidder of a listing with this party code, as an award names it. */
export async function findBidderByCode(
  tx: Tx,
  listingId: string,
  code: string,
): Promise<{ buyerId: string; bidderNo: number } | null> {
  const [row] = await tx.query<{ buyerId: string; bidderNo: number }>(
    `select r.buyer_id as "buyerId", r.bidder_no as "bidderNo"
     from registration r join party y on y.id = r.buyer_id where r.listing_id = $1 and y.code = $2`,
    [listingId, code],
  );
  return row ?? null;
}
