import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import { quantities, subtractQuantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { splitItems } from '../domain/split-items.js';
import { insertAwards } from '../persistence/award.repository.js';
import { loadCalendar } from '../persistence/calendar.repository.js';
import { findItems, replaceItems } from '../persistence/listing-item.repository.js';
import { lockListing, updateListing } from '../persistence/listing.repository.js';
import { requireEnd } from './close-listing.js';
import { shrinkListed } from './listed-quota.js';
import { totalOf } from './listing-draft.js';
import { recordEvents } from './listing-log.js';

export interface PartAward {
  buyerId: string;
  registrationId: string;
  /** m². */
  area: bigint;
  /** 分. */
  price: bigint;
}

/**
 * Ends a listing that several bought in parts; what nobody bought goes back to `available` (domain §11 F5). The caller
 * holds the county's row and the listing's.
 */
export async function closeInParts(
  tx: Tx,
  listingId: string,
  awards: readonly PartAward[],
  closedAt: Date,
): Promise<void> {
  const row = await lockListing(tx, listingId);
  if (!row) throw new Error(`listing ${listingId} vanished`);
  requireEnd(row, 'sell');
  const items = await findItems(tx, listingId);
  const { parts, rest } = splitItems(
    items,
    awards.map((award) => award.area),
  );
  await insertAwards(
    tx,
    listingId,
    awards.map((award, index) => ({ ...award, sellerId: row.sellerId, items: parts[index] ?? [] })),
  );
  if (rest.length > 0) {
    const unsold = new Map(rest.map((item) => [item.lotId, item.quantities]));
    const kept = items.flatMap((item) => {
      const left = subtractQuantities(item.quantities, unsold.get(item.lotId) ?? quantities(0n, 0n, 0n));
      return left.area > 0n ? [{ ...item, quantities: left }] : [];
    });
    await shrinkListed(tx, row, rest, totalOf(kept));
    await replaceItems(tx, listingId, { items: kept, total: totalOf(kept) });
  }
  const price = awards.reduce((sum, award) => sum + award.price, 0n);
  await updateListing(tx, listingId, {
    status: 'closed-sold',
    closedAt,
    publicityEndsAt: endOfWorkingDays(closedAt, row.policy.resultPublicityDays, await loadCalendar(tx)),
    price,
  });
  const payload = { status: 'closed-sold', closesAt: null, priceCny: formatCny(price), winnerNo: null };
  await recordEvents(tx, listingId, [{ event: 'closed', payload }]);
  tx.publish('listing.closed', { listingId });
  tx.notify('market', { event: 'closed', listingId });
}
