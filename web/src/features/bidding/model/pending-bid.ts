/** A bid that was sent and whose fate this page does not know yet. */
export interface PendingBid {
  key: string;
  /** 分. */
  price: bigint;
}

const placeOf = (listingId: string): string => `muheng.bid.${listingId}`;

/** Kept before it is sent, so that a page that is closed or breaks down meanwhile can still ask what became of it. */
export function keepPending(listingId: string, { key, price }: PendingBid): void {
  try {
    window.localStorage.setItem(placeOf(listingId), JSON.stringify({ key, price: price.toString() }));
  } catch {
    // Storage switched off: the bid is sent all the same.
  }
}

export const forgetPending = (listingId: string): void => window.localStorage.removeItem(placeOf(listingId));

/** What an earlier page of this machine had sent and never heard of again; null for nothing. */
export function pendingOf(listingId: string): PendingBid | null {
  const text = window.localStorage.getItem(placeOf(listingId));
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as { key?: unknown; price?: unknown };
    return typeof kept.key === 'string' && typeof kept.price === 'string' && /^\d{1,18}$/.test(kept.price)
      ? { key: kept.key, price: BigInt(kept.price) }
      : null;
  } catch {
    return null;
  }
}
