import type { Fen } from '@muheng/contracts/common/quantity';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { LogEntry } from '../domain/auction-replay.js';

export interface NamedEntry extends LogEntry {
  buyerId: string;
  bidderNo: number;
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
