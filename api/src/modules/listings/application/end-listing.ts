import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { hasEnded } from '../domain/lifecycle.js';
import { dropOpenLanes } from '../persistence/approval.repository.js';
import { findItems } from '../persistence/listing-item.repository.js';
import { type ListingRow, updateListing } from '../persistence/listing.repository.js';
import { unlistQuota } from './listed-quota.js';
import { type ListingEventKind, recordEvents } from './listing-log.js';

type Ending = 'withdrawn' | 'terminated' | 'closed-failed';

const eventOf: Readonly<Record<Ending, ListingEventKind>> = {
  withdrawn: 'listing.withdrawn',
  terminated: 'listing.terminated',
  'closed-failed': 'closed',
};

/**
 * Ends a listing that nobody bought: its quota goes back to `available`, its deposits to the bidders by a job. The
 * caller holds the county's row and the listing's, and has checked that it may end so. A draft holds no quota yet.
 */
export async function endWithoutSale(
  tx: Tx,
  row: ListingRow,
  ending: Ending,
  at: Date,
  reason: string | null = null,
): Promise<void> {
  if (hasEnded(row.status)) throw new Error(`listing ${row.id} has ended already`);
  if (row.status !== 'draft') await unlistQuota(tx, row, await findItems(tx, row.id));
  await dropOpenLanes(tx, row.id);
  await updateListing(tx, row.id, { status: ending, closedAt: at, offerEndsAt: null });
  const payload = { status: ending, closesAt: null, ...(reason !== null && { reason }) };
  await recordEvents(tx, row.id, [{ event: eventOf[ending], payload }]);
  if (row.noticeAt !== null) {
    tx.publish('listing.closed', { listingId: row.id });
    tx.notify('market', { event: eventOf[ending], listingId: row.id });
  }
}
