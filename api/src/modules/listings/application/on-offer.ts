/** What can still be bought, for the planner. Wants a transaction that sees the market's notices. */
export { findOnOffer, type OnOfferRow } from '../persistence/on-offer.repository.js';
/** What the policy would have it begin at (domain §16). */
export { proposedStart } from '../domain/pricing.js';
