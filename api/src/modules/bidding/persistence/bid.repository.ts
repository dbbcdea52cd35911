import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

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
