import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { findAwardSummaries } from '../persistence/award.repository.js';
import { findPartyRefs } from '../persistence/party-ref.repository.js';
import { findSuspensionReason } from '../persistence/listing-event.repository.js';
import { findListing } from '../persistence/listing.repository.js';
import { cnyText, type PartyRefView, timetableView } from './listing-view.js';

/** Parties as everyone sees them, by id. */
export const findParties = findPartyRefs;

/** Who got what of a listing that several bought, in the order of the clearing. */
export const readAwards = findAwardSummaries;

/** What of a listing's notice the bidding room shows, and who won once it is over. */
export async function loadRoomFacts(tx: ReadTx, listingId: string) {
  const row = await findListing(tx, listingId);
  if (!row) return null;
  const parties = await findPartyRefs(tx, [row.sellerId, ...(row.leaderId === null ? [] : [row.leaderId])]);
  const seller = parties.get(row.sellerId);
  if (!seller) throw new Error(`party ${row.sellerId} vanished`);
  const winner: PartyRefView | null =
    row.status === 'closed-sold' && row.leaderId !== null ? (parties.get(row.leaderId) ?? null) : null;
  return {
    isPublic: row.noticeAt !== null,
    winner,
    drawCommitment: row.drawCommitment,
    draw: row.draw,
    // Of a suspended one alone: everybody else's room is read without asking its log.
    suspendedBecause: row.status === 'suspended' ? await findSuspensionReason(tx, listingId) : null,
    summary: {
      number: row.number,
      title: row.title,
      quota: row.quota,
      form: row.form,
      seller,
      quantities: formatQuantities(quantities(row.area, row.paddy, row.capacity)),
      timetable: timetableView(row),
      startPriceCny: formatCny(row.startPrice),
      stepCny: cnyText(row.step),
      ceilingCny: cnyText(row.ceiling),
      depositCny: formatCny(row.deposit),
      bidders: row.bidderCount,
    },
  };
}

export type ListingRoomFacts = NonNullable<Awaited<ReturnType<typeof loadRoomFacts>>>;
