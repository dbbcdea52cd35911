import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { appendEvents, type ListingEvent } from '../persistence/listing-event.repository.js';

export type { ListingEvent, ListingEventKind } from '../persistence/listing-event.repository.js';

export const listingTopic = (listingId: string): string => `listing:${listingId}`;

/** Writes events into the listing's public log and tells the live room. Answers the new version. */
export async function recordEvents(
  tx: Tx,
  listingId: string,
  events: readonly ListingEvent[],
): Promise<bigint> {
  const version = await appendEvents(tx, listingId, events);
  tx.notify(listingTopic(listingId), { version: version.toString() });
  return version;
}
