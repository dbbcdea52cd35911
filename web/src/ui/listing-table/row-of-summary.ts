import type { listingSummary } from '@muheng/contracts/listings';
import { salePage } from '../../lib/sale-page.js';
import type { Wire } from '../../lib/wire.js';
import type { ListingRow, ListingTime, Stage } from './listing-row.js';

type Summary = Wire<typeof listingSummary>;

const stageOf: Readonly<Record<Summary['status'], Stage>> = {
  draft: 'draft',
  'county-certified': 'review',
  'city-review': 'review',
  'region-review': 'review',
  'gov-approval': 'review',
  'prefecture-window': 'open',
  notice: 'notice',
  'listing-open': 'open',
  'timed-bidding': 'timed',
  'ceiling-reached': 'ceiling',
  lottery: 'draw',
  'closed-sold': 'sold',
  'closed-failed': 'failed',
  suspended: 'suspended',
  terminated: 'terminated',
  withdrawn: 'withdrawn',
};

/** A row of the listing table from what the api tells; `chinese` chooses the seller's name. */
export function rowOfSummary(summary: Summary, chinese: boolean): ListingRow {
  const seller = chinese ? summary.seller.nameZh : summary.seller.nameEn;
  const { quantities } = summary;
  const present = (wire: string): string | null => (/[1-9]/.test(wire) ? wire : null);
  return {
    id: summary.id,
    number: summary.number ?? '',
    stage: stageOf[summary.status],
    sellerName: seller,
    // A title usually begins with the seller, who stands before it in the row already.
    lotName: summary.title.startsWith(seller)
      ? summary.title.slice(seller.length) || summary.title
      : summary.title,
    areaHa: present(quantities.areaHa),
    paddyHa: present(quantities.paddyHa),
    capacityKg: present(quantities.capacityKg),
    priceCny: summary.currentPriceCny ?? summary.startPriceCny,
    startPriceCny: summary.startPriceCny,
    hasBids: summary.bidCount > 0,
    time: timeOf(summary),
    href: isLive(summary.status) ? salePage(summary.id, summary.form) : `/listings/${summary.id}`,
  };
}

const isLive = (status: Summary['status']): boolean =>
  status === 'listing-open' || status === 'timed-bidding' || status === 'ceiling-reached';

function timeOf(summary: Summary): ListingTime {
  const { status, opensAt, listingEndsAt, closesAt, closedAt, createdAt } = summary;
  if (status === 'timed-bidding' || status === 'ceiling-reached')
    return { kind: 'round-ends', at: closesAt ?? createdAt };
  if (status === 'listing-open') return { kind: 'bids-until', at: listingEndsAt ?? createdAt };
  if (closedAt !== null) return { kind: 'closed', at: closedAt, objectionsUntil: null };
  return { kind: 'opens', at: opensAt ?? createdAt };
}
