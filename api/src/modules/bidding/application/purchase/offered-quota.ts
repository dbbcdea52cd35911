import { assetOf, components, type QuotaKind } from '@muheng/contracts/common/component';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { placeQuotaHold, resolveQuotaHold } from '../../../ledger/application/holds.js';
import { moveQuota, type QuotaMove } from '../../../ledger/application/journal.js';
import { totalOf } from '../../../listings/application/listing-draft.js';
import { keepFrozen } from '../../../quota-bank/application/keep-frozen.js';
import type { OfferItem } from '../../persistence/offer.repository.js';

/** Whose quota is put up by which registration. */
export interface Offered {
  registrationId: string;
  sellerId: string;
  quota: QuotaKind;
}

const holdOf = ({ registrationId, sellerId, quota }: Offered) => ({
  subjectType: 'registration',
  subjectId: registrationId,
  partyId: sellerId,
  quota,
});

function moves(offered: Offered, items: readonly OfferItem[], kind: 'list' | 'unlist'): QuotaMove[] {
  const [from, to] =
    kind === 'list' ? (['available', 'listed'] as const) : (['listed', 'available'] as const);
  return items.flatMap(({ lotId, quantities }) =>
    components.map((component) => ({
      kind,
      subjectType: 'registration',
      subjectId: offered.registrationId,
      lotId,
      asset: assetOf(offered.quota, component),
      amount: quantities[component],
      from,
      to,
      toPartyId: offered.sellerId,
      toLotId: lotId,
    })),
  );
}

/** Takes what a seller puts up out of `available`: from now on the purchase holds it. */
export async function holdOffered(tx: Tx, offered: Offered, items: readonly OfferItem[]): Promise<void> {
  await moveQuota(tx, moves(offered, items, 'list'));
  await placeQuotaHold(tx, holdOf(offered), totalOf(items));
}

/** Gives it back. */
export async function releaseOffered(tx: Tx, offered: Offered, items: readonly OfferItem[]): Promise<void> {
  await moveQuota(tx, moves(offered, items, 'unlist'));
  await resolveQuotaHold(tx, holdOf(offered), 'released');
  await keepFrozen(
    tx,
    items.map((item) => item.lotId),
  );
}
