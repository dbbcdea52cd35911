import { isRefused } from '@muheng/contracts/common/problems';
import type { Fen } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProxyLimit, proxyBid, reachOf } from './proxy-limits.js';
import { type AuctionState, type AuctionTerms, openAuction, placeBid } from './timed-bidding.js';

const numRuns = process.env['LONG'] === '1' ? 10_000 : 300;

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 1, minute));
const terms: AuctionTerms = {
  seller: 'S',
  start: 1_000n as Fen,
  step: 100n as Fen,
  ceiling: 2_050n as Fen,
  opensAt: at(0),
  listingBidsStopAt: at(10),
  timedStartsAt: at(20),
  windowMin: 4,
  entry: 'any-registered',
};
const led = (bidder: string, price: bigint): AuctionState => ({
  ...openAuction(at(24)),
  leader: { bidder, price: price as Fen },
  bidCount: 1,
});
const limit = (bidder: string, value: bigint, rank: number): ProxyLimit => ({
  bidder,
  limit: value as Fen,
  rank,
});

describe('a proxy limit (委托限价)', () => {
  it.each([
    ['nobody left a limit', led('A', 1_000n), [], null],
    ['the leader alone left one', led('A', 1_000n), [limit('A', 1_500n, 1)], null],
    [
      'it answers a bid with one step',
      led('A', 1_000n),
      [limit('B', 1_500n, 1)],
      { bidder: 'B', price: 1_100n },
    ],
    ['it is too low', led('A', 1_500n), [limit('B', 1_550n, 1)], null],
    [
      'of two it takes what is out of reach of the other',
      led('A', 1_000n),
      [limit('B', 1_500n, 2), limit('C', 1_300n, 1)],
      { bidder: 'B', price: 1_400n },
    ],
    [
      'of two alike the earlier one',
      led('A', 1_000n),
      [limit('B', 1_500n, 2), limit('C', 1_500n, 1)],
      { bidder: 'C', price: 1_500n },
    ],
    [
      'a leader defends itself',
      led('A', 1_000n),
      [limit('A', 1_500n, 1), limit('B', 1_300n, 2)],
      { bidder: 'A', price: 1_300n },
    ],
    [
      'a later leader needs a step more',
      led('A', 1_000n),
      [limit('A', 1_500n, 2), limit('B', 1_300n, 1)],
      { bidder: 'A', price: 1_400n },
    ],
    [
      'it is rounded down to a step',
      led('A', 1_000n),
      [limit('B', 1_199n, 1)],
      { bidder: 'B', price: 1_100n },
    ],
    [
      'it goes up to the ceiling',
      led('A', 1_800n),
      [limit('B', 2_050n, 2), limit('C', 2_050n, 1)],
      { bidder: 'C', price: 2_050n },
    ],
  ] as const)('%s', (_, state, limits, answer) => {
    expect(proxyBid(terms, state, limits)).toEqual(answer);
  });

  it('never passes its limit, is a bid by the rule, and leaves nobody who would answer', () => {
    const someone = fc.constantFrom('A', 'B', 'C', 'D');
    const limits = fc.uniqueArray(fc.tuple(someone, fc.bigInt({ min: 900n, max: 2_400n })), {
      selector: ([bidder]) => bidder,
      maxLength: 4,
    });
    const prices = fc.constantFrom(...Array.from({ length: 11 }, (_, step) => 1_000n + BigInt(step) * 100n));
    fc.assert(
      fc.property(someone, prices, limits, (leader, price, typed) => {
        const state = led(leader, price);
        const set = typed.map(([bidder, value], rank) => limit(bidder, value, rank));
        const answer = proxyBid(terms, state, set);
        const others = set.flatMap((each) =>
          each.bidder === leader ? [] : [reachOf(terms, each.limit) ?? 0n],
        );
        if (answer === null) {
          expect(others.every((reach) => reach < price + terms.step)).toBe(true);
          return;
        }
        const own = set.find((each) => each.bidder === answer.bidder)?.limit ?? 0n;
        expect(answer.price <= own).toBe(true);
        const facts = {
          bidder: answer.bidder,
          hasBiddingRight: true,
          hasListingBid: true,
          hasAcceptedCeiling: false,
          isOutsideCityWindow: false,
          depositClosesAt: at(5),
        };
        const placed = placeBid(terms, state, facts, { price: answer.price, at: at(1) });
        if (isRefused(placed)) throw new Error(placed.refused);
        expect(proxyBid(terms, placed.state, set)).toBeNull();
        const best = set.reduce((most, each) => {
          const reach = reachOf(terms, each.limit) ?? 0n;
          return reach > most ? reach : most;
        }, 0n);
        expect(reachOf(terms, own as Fen)).toBe(best);
      }),
      { numRuns },
    );
  });
});
