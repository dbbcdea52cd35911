import type { Quantities } from '@muheng/contracts/common/component';

/** What the price of a purchase rests on: land, and capacity only where it was sold without land (domain §16). */
function pricedAmount(bought: Quantities, of: Quantities): bigint {
  if (bought.area > 0n) return of.area;
  return bought.paddy > 0n ? of.paddy : of.capacity;
}

/**
 * The most that may be paid for leftovers (分): their share of the purchase price, rounded down, so that returns of one
 * purchase never add up to more than it cost (domain §9 "Resale"). `returned` is a part of `bought`.
 */
export function returnLimit(price: bigint, bought: Quantities, returned: Quantities): bigint {
  const whole = pricedAmount(bought, bought);
  return whole === 0n ? 0n : (price * pricedAmount(bought, returned)) / whole;
}
