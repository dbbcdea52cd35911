import type { Fen } from '@muheng/contracts/common/quantity';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { LogEntry } from '../domain/auction-replay.js';

export interface NamedEntry extends LogEntry {
  buyerId: string;
  bidderNo: number;
}

/** Who registered under a number: of a purchase at a fixed price the log tells no more. */
export async function findByNumber(
  tx: ReadTx,
  listingId: string,
  bidderNo: number,
): Promise<Pick<NamedEntry, 'bidder' | 'buyerId'> | null> {
  const [row] = await tx.query<Pick<NamedEntry, 'bidder' | 'buyerId'>>(
    `select y.code as bidder, r.buyer_id as "buyerId" from registration r join party y on y.id = r.buyer_id
     where r.listing_id = $1 and r.bidder_no = $2`,
    [listingId, bidderNo],
  );
  return row ?? null;
}

/** The whole log of a listing in its order, each line with its bidder; an acceptance of the ceiling has no price. */
export async function findNamedLog(tx: ReadTx, listingId: string): Promise<NamedEntry[]> {
  const rows = await tx.query<Omit<NamedEntry, 'seq'> & { seq: bigint }>(
    `select b.seq, y.code as bidder, case when b.phase <> 'ceiling' then b.price end as price, b.accepted_at as at,
       b.buyer_id as "buyerId", b.bidder_no as "bidderNo"
     from bid b join party y on y.id = b.buyer_id where b.listing_id = $1 order by b.seq`,
    [listingId],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq), price: row.price as Fen | null }));
}
