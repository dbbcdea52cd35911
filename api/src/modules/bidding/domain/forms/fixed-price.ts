import type { Refused } from '@muheng/contracts/common/problems';
import type { Fen } from '@muheng/contracts/common/quantity';
import { type Participant, refuseOutsideWindow, type WindowState, type WindowTerms } from './window.js';

/** One price, and who takes it first has it (domain §10 P5: capacity at a fixed price). */
export interface FixedPriceTerms extends WindowTerms {
  /** 分 for all items. */
  price: Fen;
}

/** A purchase closes the listing at its own instant; nothing stays open after it. */
export interface Sale {
  buyer: string;
  price: Fen;
  closedAt: Date;
}

/** Judges one purchase. The caller holds the listing's lock, so that the first one in is the only one. */
export function buyNow(
  terms: FixedPriceTerms,
  state: WindowState,
  buyer: Participant,
  at: Date,
): Sale | Refused {
  return (
    refuseOutsideWindow(terms, state, buyer, at) ?? { buyer: buyer.code, price: terms.price, closedAt: at }
  );
}
