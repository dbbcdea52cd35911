import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { type Fen, formatCny } from '@muheng/contracts/common/quantity';
import { type Participant, refuseOutsideWindow, type WindowState, type WindowTerms } from './window.js';

/** F2: a buyer asks, sellers offer, the lowest wins (domain §11). Prices are 分 for all that is wanted. */
export interface PurchaseTerms extends WindowTerms {
  /** The start price: no offer is above it. */
  highest: Fen;
  /** No offer is below it. */
  lowest: Fen;
  step: Fen | null;
}

/** An accepted offer in the order of the log. */
export interface PurchaseOffer {
  seq: number;
  bidder: string;
  price: Fen;
  at: Date;
}

/**
 * Judges one offer: within the two prices, on the step counted downwards from the start, and below the same seller's
 * own last. An offer at another's price is taken: above the minimum the earlier one wins.
 */
export function offerToSell(
  terms: PurchaseTerms,
  state: WindowState & { ownLast: Fen | null },
  seller: Participant,
  price: Fen,
  at: Date,
): { price: Fen; at: Date } | Refused {
  return (
    refuseOutsideWindow(terms, state, seller, at) ?? refuseOffer(terms, state.ownLast, price) ?? { price, at }
  );
}

function refuseOffer(terms: PurchaseTerms, ownLast: Fen | null, price: Fen): Refused | null {
  const priceCny = formatCny(price);
  const most = ownLast === null ? terms.highest : ((ownLast - (terms.step ?? 1n)) as Fen);
  if (price > most) {
    const excessCny = formatCny(price - most);
    return refuse('bidding.above-ceiling', { priceCny, ceilingCny: formatCny(most), excessCny });
  }
  if (price < terms.lowest) {
    const minimumCny = formatCny(terms.lowest);
    const missingCny = formatCny(terms.lowest - price);
    return refuse('bidding.below-minimum', { priceCny, minimumCny, missingCny });
  }
  const { step } = terms;
  const off = step === null ? 0n : (terms.highest - price) % step;
  if (step === null || off === 0n || price === terms.lowest) return null;
  return refuse('bidding.not-on-step', {
    priceCny,
    stepCny: formatCny(step),
    lowerCny: formatCny(price + off - step < terms.lowest ? terms.lowest : price + off - step),
    upperCny: formatCny(price + off),
  });
}

export type PurchaseOutcome =
  | { outcome: 'failed' }
  | { outcome: 'bought'; bidder: string; price: Fen }
  | { outcome: 'draw'; price: Fen; candidates: string[] };

/**
 * The lowest offer wins; at the same price above the minimum the earlier one; two or more sellers at the minimum are
 * drawn (domain §11 F2).
 */
export function decidePurchase(terms: PurchaseTerms, log: readonly PurchaseOffer[]): PurchaseOutcome {
  const best = log.reduce<PurchaseOffer | null>(
    (least, offer) => (least === null || offer.price < least.price ? offer : least),
    null,
  );
  if (best === null) return { outcome: 'failed' };
  const { price, bidder } = best;
  const candidates = [...new Set(log.filter((offer) => offer.price === price).map((each) => each.bidder))];
  if (price === terms.lowest && candidates.length > 1) return { outcome: 'draw', price, candidates };
  return { outcome: 'bought', bidder, price };
}
