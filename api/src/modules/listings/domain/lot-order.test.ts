import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OrderCandidate, refuseOrder, turnsOf } from './lot-order.js';

const listing = (id: string, more: Partial<OrderCandidate> = {}): OrderCandidate => ({
  id,
  number: `N-${id}`,
  seller: `64010${id}`,
  quota: 'SFQ',
  status: 'notice',
  isOrdered: false,
  ...more,
});

describe('an order of lots (domain §11 F6)', () => {
  it.each([
    ['two counties, one class', [listing('1'), listing('2')], null],
    ['one that does not exist', [listing('1')], 'unknown'],
    ['two classes', [listing('1'), listing('2', { quota: 'LSQ' })], 'other-kind'],
    ['one that is open already', [listing('1'), listing('2', { status: 'listing-open' })], 'not-in-notice'],
    ['one that is in an order', [listing('1'), listing('2', { isOrdered: true })], 'in-an-order'],
    ['one county alone', [listing('1'), listing('2', { seller: '640101' })], 'one-seller'],
  ])('%s', (_, candidates, cause) => {
    const refused = refuseOrder(candidates, ['1', '2']);
    expect(refused === null ? null : refused.params?.['cause']).toBe(cause);
  });

  const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 20, 0, minutes));
  const of = (id: string, seller: string, ends = 0) => ({ id, seller, noticeAt: at(0), endsAt: at(ends) });

  it('gives turns by the drawn order, who kept silent last, and spreads the ends', () => {
    const listings = [of('a', '640104'), of('b', '640106', 10), of('c', '640105')];
    expect(turnsOf(['640106', '640104'], listings, 30)).toEqual([
      { listingId: 'b', turn: 1, shiftMs: 0 },
      { listingId: 'a', turn: 2, shiftMs: 2_400_000 },
      { listingId: 'c', turn: 3, shiftMs: 4_200_000 },
    ]);
  });

  it('gives every listing one turn, whatever the order; without staggering nothing moves', () => {
    const sellers = fc.constantFrom('640104', '640105', '640106', '640121');
    fc.assert(
      fc.property(
        fc.array(sellers, { minLength: 2, maxLength: 9 }),
        fc.uniqueArray(sellers),
        (codes, order) => {
          const listings = codes.map((seller, index) => of(String(index), seller, index));
          const turns = turnsOf(order, listings, 0);
          expect(turns.map((each) => each.turn)).toEqual(listings.map((_, index) => index + 1));
          expect(new Set(turns.map((each) => each.listingId)).size).toBe(listings.length);
          expect(turns.every((each) => each.shiftMs === 0)).toBe(true);
        },
      ),
    );
  });
});
