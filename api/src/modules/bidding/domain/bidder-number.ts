const first = 1_000;
const numbers = 9_000;
/** Without a common factor with `numbers`, so that every place in the series gets a number of its own. */
const stride = 7_919;

/**
 * The number by which a bidder is known until the close (domain §12 "Mask bidder identity"). It looks random, tells
 * nothing of who came when, and is the same on every replay. `place` counts from 0 within the listing; four digits.
 * Throws RangeError beyond 9,000 bidders.
 */
export function bidderNumber(listingId: string, place: number): number {
  if (place >= numbers) throw new RangeError(`no bidder number is left after ${numbers}`);
  let start = 0;
  for (const letter of listingId) start = (start * 31 + (letter.codePointAt(0) ?? 0)) % numbers;
  return first + ((start + place * stride) % numbers);
}
