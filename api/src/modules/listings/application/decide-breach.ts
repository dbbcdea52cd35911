import type { BreachDecision } from '@muheng/contracts/common/alert-decisions';
import type { ListingStatus } from '@muheng/contracts/common/statuses';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { isRefused } from '@muheng/contracts/common/problems';
import { hasEnded, nextListingStatus, resumeListing } from '../domain/lifecycle.js';
import { shiftTimetable } from '../persistence/listed-by.repository.js';
import {
  type Breach,
  findListing,
  type ListingRow,
  lockListing,
  updateListing,
} from '../persistence/listing.repository.js';
import { endWithoutSale } from './end-listing.js';
import { recordEvents } from './listing-log.js';

/**
 * The regulator's decision about a listing that breaches county-first with bids on it (domain §8): it goes on, stands
 * still until the next decision, or ends and everybody gets back what is theirs. A listing that has closed already is
 * settlement's to annul; only the decision is kept here.
 */
export async function decideBreach(
  tx: Tx,
  countyFirst: CountyFirst,
  listingId: string,
  decision: BreachDecision,
  reason: string,
): Promise<void> {
  const seen = await findListing(tx, listingId);
  if (!seen) return;
  await countyFirst.markStale(tx, seen.sellerId, seen.quota);
  const row = await lockListing(tx, listingId);
  if (!row?.breach) return;
  if (!hasEnded(row.status)) await carryOut(tx, row, decision, reason);
  if (decision !== 'suspend') await updateListing(tx, listingId, { breach: { ...row.breach, decision } });
}

async function carryOut(tx: Tx, row: ListingRow, decision: BreachDecision, reason: string): Promise<void> {
  const at = await tx.marketTime();
  if (decision === 'terminate') return endWithoutSale(tx, row, 'terminated', at, reason);
  if (decision === 'suspend') return suspend(tx, row, at, reason);
  return resume(tx, row);
}

async function suspend(tx: Tx, row: ListingRow, at: Date, reason: string): Promise<void> {
  const status = nextListingStatus(row.status, 'suspend');
  if (isRefused(status) || row.breach === null) return;
  // The time that is given back on resuming counts from here.
  const breach: Breach = { ...row.breach, at: at.toISOString() };
  await updateListing(tx, row.id, { status, suspendedFrom: row.status, breach });
  const payload = { status, closesAt: null, reason };
  await recordEvents(tx, row.id, [{ event: 'listing.suspended', payload }]);
}

async function resume(tx: Tx, row: ListingRow): Promise<void> {
  if (row.suspendedFrom === null || row.breach === null) return;
  const status = resumeListing(row.status, row.suspendedFrom as ListingStatus);
  if (isRefused(status)) return;
  await shiftTimetable(tx, row.id, new Date(row.breach.at));
  await updateListing(tx, row.id, { status, suspendedFrom: null, offerEndsAt: null });
  const after = await findListing(tx, row.id);
  const payload = { status, closesAt: after?.closesAt?.toISOString() ?? null };
  await recordEvents(tx, row.id, [{ event: 'listing.resumed', payload }]);
}
