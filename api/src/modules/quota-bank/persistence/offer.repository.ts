import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Seller and indicator of a listing, for the eligibility of who wants to buy it. */
export interface OfferRow {
  quota: QuotaKind;
  sellerId: string;
}

export async function findOffer(tx: Tx | ReadTx, listingId: string): Promise<OfferRow | null> {
  const [row] = await tx.query<OfferRow>('select quota, seller_id as "sellerId" from listing where id = $1', [
    listingId,
  ]);
  return row ?? null;
}
