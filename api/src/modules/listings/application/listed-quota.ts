import { assetOf, components, type Quantities } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { placeQuotaHold, resolveQuotaHold } from '../../ledger/application/holds.js';
import { moveQuota, type QuotaMove } from '../../ledger/application/journal.js';
import { keepFrozen } from '../../quota-bank/application/keep-frozen.js';
import type { ListingItemRow } from '../persistence/listing-item.repository.js';
import type { ListingRow } from '../persistence/listing.repository.js';
import { totalOf } from './listing-draft.js';

type Listed = Pick<ListingRow, 'id' | 'sellerId' | 'quota'>;
type Item = Pick<ListingItemRow, 'lotId' | 'quantities'>;

const holdOf = (row: Listed) => ({
  subjectType: 'listing',
  subjectId: row.id,
  partyId: row.sellerId,
  quota: row.quota,
});

function moves(row: Listed, items: readonly Item[], kind: 'list' | 'unlist'): QuotaMove[] {
  const [from, to] =
    kind === 'list' ? (['available', 'listed'] as const) : (['listed', 'available'] as const);
  return items.flatMap((item) =>
    components.map((component) => ({
      kind,
      subjectType: 'listing',
      subjectId: row.id,
      lotId: item.lotId,
      asset: assetOf(row.quota, component),
      amount: item.quantities[component],
      from,
      to,
      toPartyId: row.sellerId,
      toLotId: item.lotId,
    })),
  );
}

/** Moves what a listing offers from `available` to `listed` and notes the hold, one row a component. */
export async function listQuota(tx: Tx, row: Listed, items: readonly Item[]): Promise<void> {
  await moveQuota(tx, moves(row, items, 'list'));
  await placeQuotaHold(tx, holdOf(row), totalOf(items));
}

/** Gives everything back to `available`: rejection, withdrawal, failure, termination. */
export async function unlistQuota(tx: Tx, row: Listed, items: readonly Item[]): Promise<void> {
  // A purchase lists nothing of its own.
  if (items.length === 0) return;
  await moveQuota(tx, moves(row, items, 'unlist'));
  await resolveQuotaHold(tx, holdOf(row), 'released');
  await keepFrozen(
    tx,
    items.map((item) => item.lotId),
  );
}

/** Gives back only what a reduction takes out; what stays is held anew. */
export async function shrinkListed(
  tx: Tx,
  row: Listed,
  released: readonly Item[],
  kept: Quantities,
): Promise<void> {
  await moveQuota(tx, moves(row, released, 'unlist'));
  await resolveQuotaHold(tx, holdOf(row), 'released');
  await placeQuotaHold(tx, holdOf(row), kept);
  await keepFrozen(
    tx,
    released.map((item) => item.lotId),
  );
}
