import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/** Seller, indicator and total of a listing, for the eligibility of who wants to buy it. */
export interface OfferRow {
  quota: QuotaKind;
  /** A reverse purchase: who listed it buys. */
  isPurchase: boolean;
  sellerId: string;
  quantities: Quantities;
}

export async function findOffer(tx: Tx | ReadTx, listingId: string): Promise<OfferRow | null> {
  const [row] = await tx.query<Omit<OfferRow, 'quantities'> & QuantityColumns>(
    `select quota, form = 'reverse-purchase' as "isPurchase", seller_id as "sellerId", area, paddy, capacity
     from listing where id = $1`,
    [listingId],
  );
  if (!row) return null;
  const { quota, isPurchase, sellerId } = row;
  return { quota, isPurchase, sellerId, quantities: quantitiesOf(row) };
}
