import type { ListingStatus } from '@muheng/contracts/common/statuses';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { decided } from '../../../kernel/errors/decided.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { nextListingStatus, resumeListing } from '../domain/lifecycle.js';
import { shiftTimetable } from '../persistence/listed-by.repository.js';
import {
  findListing,
  lockListing,
  type ListingRow,
  updateListing,
} from '../persistence/listing.repository.js';
import { lockSeller } from './county-gate.js';
import { endWithoutSale } from './end-listing.js';
import { recordEvents } from './listing-log.js';

export type Regulation = 'suspend' | 'resume' | 'terminate';

/**
 * The regulator's word over a running listing: it stands still, goes on with all that is to come moved by as long as it
 * stood, or ends and everybody gets back what is theirs. Throws `request.not-found`, `listing.wrong-status`.
 */
export async function regulateListing(
  tx: Tx,
  countyFirst: CountyFirst,
  listingId: string,
  regulation: Regulation,
  reason: string,
): Promise<void> {
  const seen = await findListing(tx, listingId);
  if (!seen) throw new Refusal('request.not-found');
  await lockSeller(countyFirst, tx, seen);
  const row = await lockListing(tx, listingId);
  if (!row) throw new Error(`listing ${listingId} vanished`);
  if (regulation === 'suspend') return suspend(tx, row, reason);
  if (regulation === 'resume') return resume(tx, row);
  decided(nextListingStatus(row.status, 'terminate'));
  return endWithoutSale(tx, row, 'terminated', await tx.marketTime(), reason);
}

async function suspend(tx: Tx, row: ListingRow, reason: string): Promise<void> {
  const status = decided(nextListingStatus(row.status, 'suspend'));
  await updateListing(tx, row.id, { status, suspendedFrom: row.status, stoppedAt: await tx.marketTime() });
  await recordEvents(tx, row.id, [
    { event: 'listing.suspended', payload: { status, closesAt: null, reason } },
  ]);
}

async function resume(tx: Tx, row: ListingRow): Promise<void> {
  // What county-first stopped goes on by the decision about its breach.
  if (row.suspendedFrom === null || row.stoppedAt === null) {
    throw new Refusal('listing.wrong-status', { params: { status: row.status, action: 'resume' } });
  }
  const status = decided(resumeListing(row.status, row.suspendedFrom as ListingStatus));
  await shiftTimetable(tx, row.id, row.stoppedAt);
  await updateListing(tx, row.id, { status, suspendedFrom: null, stoppedAt: null });
  const after = await findListing(tx, row.id);
  const payload = { status, closesAt: after?.closesAt?.toISOString() ?? null };
  await recordEvents(tx, row.id, [{ event: 'listing.resumed', payload }]);
}
