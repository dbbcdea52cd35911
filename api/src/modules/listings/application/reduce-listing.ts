import { quantities, type Quantities, subtractQuantities } from '@muheng/contracts/common/component';
import type { Fen } from '@muheng/contracts/common/quantity';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { shrinkItems } from '../../quota-bank/application/listing-enforcement.js';
import { reducePrices } from '../domain/pricing.js';
import { findItems, replaceItems } from '../persistence/listing-item.repository.js';
import { type ListingRow, updateListing } from '../persistence/listing.repository.js';
import { shrinkListed } from './listed-quota.js';

/**
 * Makes a listing smaller (domain §8): the last items give back first, prices follow in proportion, the difference
 * goes back to `available`. The caller holds the county's row and the listing's.
 */
export async function reduceListing(tx: Tx, row: ListingRow, reduced: Quantities): Promise<void> {
  const items = await findItems(tx, row.id);
  const kept = shrinkItems(items, reduced);
  const keptOf = new Map(kept.map((item) => [item.lotId, item.quantities]));
  const released = items.map((item) => ({
    lotId: item.lotId,
    quantities: subtractQuantities(item.quantities, keptOf.get(item.lotId) ?? quantities(0n, 0n, 0n)),
  }));
  await shrinkListed(tx, row, released, reduced);
  const prices = reducePrices(
    {
      start: row.startPrice as Fen,
      step: (row.step ?? 1n) as Fen,
      deposit: row.deposit as Fen,
      ceiling: row.ceiling as Fen | null,
      floor: row.floor as Fen | null,
    },
    quantities(row.area, row.paddy, row.capacity),
    reduced,
  );
  await updateListing(tx, row.id, {
    startPrice: prices.start,
    ceiling: prices.ceiling,
    ...(row.step !== null && { step: prices.step }),
    // A deposit that somebody has paid stays what it was: nobody pays twice or gets a part back.
    ...(row.bidderCount === 0 && { deposit: prices.deposit }),
  });
  await replaceItems(tx, row.id, { items: kept, total: reduced });
}
