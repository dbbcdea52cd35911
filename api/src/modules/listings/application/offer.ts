import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findListing } from '../persistence/listing.repository.js';

/** What a listing offers, for whoever registers for it; m², m², 0.0001 kg and 分. */
export interface Offer {
  listingId: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  deposit: bigint;
}

/** Throws Error when there is no such listing: the caller has found it before. */
export async function loadOffer(tx: Tx | ReadTx, listingId: string): Promise<Offer> {
  const row = await findListing(tx, listingId);
  if (!row) throw new Error(`listing ${listingId} vanished`);
  const { area, paddy, capacity, deposit } = row;
  return { listingId, area, paddy, capacity, deposit };
}
