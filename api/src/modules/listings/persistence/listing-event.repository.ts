import type { listingEventKinds } from '@muheng/contracts/listings';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type ListingEventKind = (typeof listingEventKinds)[number];

export interface ListingEvent {
  event: ListingEventKind;
  payload: Record<string, unknown>;
}

export interface ListingEventRow extends ListingEvent {
  version: bigint;
  at: Date;
}

/** Adds events to the listing's log, one version each, and answers the version that it has now. */
export async function appendEvents(
  tx: Tx,
  listingId: string,
  events: readonly ListingEvent[],
): Promise<bigint> {
  const [row] = await tx.query<{ version: bigint }>(
    `with grown as (
       update listing set version = version + $2 where id = $1 returning version
     ), logged as (
       insert into listing_event (listing_id, version, event, payload, at)
       select $1, g.version - $2 + e.ordinal, e.event, e.payload::jsonb, app_now()
       from grown g, unnest($3::text[], $4::text[]) with ordinality as e (event, payload, ordinal)
     )
     select version from grown`,
    [
      listingId,
      events.length,
      events.map((each) => each.event),
      events.map((each) => JSON.stringify(each.payload)),
    ],
  );
  if (!row) throw new Error(`listing ${listingId} vanished`);
  return row.version;
}

/** What the newest suspension of a listing gave as its reason; null when it never stood still. */
export async function findSuspensionReason(tx: ReadTx, listingId: string): Promise<string | null> {
  const [row] = await tx.query<{ reason: string | null }>(
    `select payload ->> 'reason' as reason from listing_event
     where listing_id = $1 and event = 'listing.suspended' order by version desc limit 1`,
    [listingId],
  );
  return row?.reason ?? null;
}

/** Events after a version, oldest first, at most `limit`. */
export async function findEventsAfter(
  tx: ReadTx,
  listingId: string,
  version: bigint,
  limit: number,
): Promise<ListingEventRow[]> {
  return tx.query<ListingEventRow>(
    `select version, event, payload, at from listing_event
     where listing_id = $1 and version > $2 order by version limit $3`,
    [listingId, version, limit],
  );
}
