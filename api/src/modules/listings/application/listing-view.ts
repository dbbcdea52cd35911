import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { formatCny, formatMu } from '@muheng/contracts/common/quantity';
import type { listing, listingSummary, partyRef } from '@muheng/contracts/listings';
import type { z } from 'zod';
import type { ApprovalRow } from '../persistence/approval.repository.js';
import type { AwardSummary } from '../persistence/award.repository.js';
import type { SummaryRow } from '../persistence/listing-feed.repository.js';
import type { ListingItemRow } from '../persistence/listing-item.repository.js';
import type { SealingRow } from '../persistence/sealing.repository.js';
import type { ListingRow } from '../persistence/listing.repository.js';

export type ListingView = z.input<typeof listing>;
export type ListingSummaryView = z.input<typeof listingSummary>;
export type PartyRefView = z.input<typeof partyRef>;

export const instantText = (at: Date | null): string | null => at?.toISOString() ?? null;
export const cnyText = (value: bigint | null): string | null => (value === null ? null : formatCny(value));

/** A listing as one row of a feed. */
export function summaryView(row: SummaryRow, seller: PartyRefView): ListingSummaryView {
  const land = row.area > row.paddy ? row.area : row.paddy;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    seller,
    quota: row.quota,
    form: row.form,
    status: row.status,
    quantities: formatQuantities(quantities(row.area, row.paddy, row.capacity)),
    areaMu: formatMu(land),
    startPriceCny: formatCny(row.startPrice),
    stepCny: cnyText(row.step),
    depositCny: formatCny(row.deposit),
    ceilingCny: cnyText(row.ceiling),
    floorCny: cnyText(row.floor),
    currentPriceCny: cnyText(row.price),
    bidCount: row.bidCount,
    version: Number(row.version),
    noticeAt: instantText(row.noticeAt),
    opensAt: instantText(row.opensAt),
    listingEndsAt: instantText(row.listingEndsAt),
    closesAt: instantText(row.closesAt),
    closedAt: instantText(row.closedAt),
    createdAt: row.createdAt.toISOString(),
  };
}

export function timetableView(row: ListingRow): ListingView['timetable'] {
  return {
    noticeAt: instantText(row.noticeAt),
    opensAt: instantText(row.opensAt),
    depositCloseAt: instantText(row.depositCloseAt),
    listingBidStopAt: instantText(row.listingBidStopAt),
    listingEndsAt: instantText(row.listingEndsAt),
    timedStartsAt: instantText(row.timedStartsAt),
    closesAt: instantText(row.closesAt),
    closedAt: instantText(row.closedAt),
    publicityEndsAt: instantText(row.publicityEndsAt),
  };
}

const itemView = (item: ListingItemRow): ListingView['items'][number] => ({
  ordinal: item.ordinal,
  lotId: item.lotId,
  lotNumber: item.lotNumber,
  projectNumber: item.projectNumber,
  projectName: item.projectName,
  filingNo: item.filingNo,
  grade: item.grade,
  quantities: formatQuantities(item.quantities),
});

/** What everybody may know of a sealed auction's key. */
export const sealingView = (
  row: SealingRow,
  party: (id: string) => PartyRefView,
): NonNullable<ListingView['sealing']> => ({
  publicKey: row.publicKey,
  receiptPublicKey: row.receiptPublicKey,
  holders: row.holders.map(({ holder, partyId, digest, givenAt }) => ({
    holder,
    party: party(partyId),
    digest,
    givenAt: givenAt === null ? null : new Date(givenAt).toISOString(),
  })),
  tieOrder: row.tieRecord,
  revealEndsAt: instantText(row.revealEndsAt),
  openedAt: instantText(row.openedAt),
  openedBy: row.openedBy,
});

export interface ListingParts {
  row: ListingRow;
  items: readonly ListingItemRow[];
  /** Row-level security leaves none to those who may not see the file. */
  approvals: readonly ApprovalRow[];
  awards: readonly AwardSummary[];
  sealing: SealingRow | null;
  /** By party id: the seller, the lanes' parties, the winners, who holds shares. */
  parties: ReadonlyMap<string, PartyRefView>;
  /** Who stood in the draw, in its order; null without one. */
  drawn: readonly PartyRefView[] | null;
}

/** A listing as its notice and its file show it. */
export function listingView(parts: ListingParts): ListingView {
  const { row, items, approvals, awards, sealing, parties, drawn } = parts;
  const party = (id: string): PartyRefView => {
    const found = parties.get(id);
    if (!found) throw new Error(`party ${id} is missing from the view`);
    return found;
  };
  const lanes = approvals.map((each) => ({
    round: each.round,
    ordinal: each.ordinal,
    lane: each.lane,
    party: party(each.partyId),
    decision: each.decision,
    reason: each.reason,
    personName: each.personName,
    onBehalfOf: each.onBehalfOf,
    dueAt: instantText(each.dueAt),
    decidedAt: instantText(each.decidedAt),
  }));
  const next = lanes.find((each) => each.decision === null);
  return {
    ...summaryView(row, party(row.sellerId)),
    items: items.map(itemView),
    timetable: timetableView(row),
    policy: row.policy,
    countyFirst: row.countyFirst,
    winner: row.status === 'closed-sold' && row.leaderId !== null ? party(row.leaderId) : null,
    namedBuyer: row.namedBuyerId === null ? null : party(row.namedBuyerId),
    awards: awards.map((award) => ({
      seller: party(award.sellerId),
      buyer: party(award.buyerId),
      quantities: formatQuantities(award.quantities),
      priceCny: formatCny(award.price),
    })),
    sealing: sealing && sealingView(sealing, party),
    registrations: row.bidderCount,
    approvals: lanes,
    awaiting: next ? { lane: next.lane, party: next.party } : null,
    drawCommitment: row.drawCommitment,
    draw: row.draw,
    ...(drawn === null ? {} : { drawnParties: [...drawn] }),
    breach: row.breach,
    notes: row.notes,
  };
}
