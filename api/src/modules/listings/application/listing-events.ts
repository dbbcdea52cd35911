import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { findEventsAfter, type ListingEventRow } from '../persistence/listing-event.repository.js';
import { findListing } from '../persistence/listing.repository.js';
import { listingTopic } from './listing-log.js';

export interface WireEvent {
  version: bigint;
  event: string;
  data: string;
}

/** Events of a listing's log after a version, serialised as the stream sends them. */
export async function readEventsAfter(
  tx: ReadTx,
  listingId: string,
  version: bigint,
  limit: number,
): Promise<WireEvent[]> {
  const rows = await findEventsAfter(tx, listingId, version, limit);
  return rows.map((row) => ({
    version: row.version,
    event: row.event,
    data: JSON.stringify({
      topic: listingTopic(listingId),
      event: row.event,
      version: Number(row.version),
      at: row.at.toISOString(),
      payload: row.payload,
    }),
  }));
}

/** Where a listing's log stands for a reader who may see it, and whether it has ended; null when it cannot be seen. */
export async function findLogHead(
  tx: ReadTx,
  listingId: string,
): Promise<{ version: bigint; status: string } | null> {
  const row = await findListing(tx, listingId);
  return row && { version: row.version, status: row.status };
}

export type ListingLogEvent = ListingEventRow;

/** A log longer than this belongs to no auction: hundreds of bids a second for an hour. */
const logMax = 1_000_000;

/** The whole public log of a listing, in its order. */
export const readLog = (tx: ReadTx, listingId: string): Promise<ListingLogEvent[]> =>
  findEventsAfter(tx, listingId, 0n, logMax);
