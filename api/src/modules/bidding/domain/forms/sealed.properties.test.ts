import { createHash } from 'node:crypto';
import { draw, drawOrder, faultsOfDraw } from '@muheng/contracts/common/draw';
import type { Fen, SquareMetres } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenedBid, priceOfArea } from '@muheng/contracts/common/sealed-bid';
import { decideFirstPrice } from './sealed-first-price.js';
import { clearUniform } from './sealed-uniform.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const numRuns = process.env['LONG'] === '1' ? 10_000 : 300;

/** Few bidders and few prices, so that ties are the rule. */
const bids = fc
  .array(
    fc.record({
      bidder: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      price: fc.bigInt({ min: 1n, max: 6n }),
      area: fc.bigInt({ min: 1n, max: 40n }),
    }),
    { maxLength: 12 },
  )
  .map((all): OpenedBid[] =>
    all.map(({ bidder, price, area }, index) => ({
      seq: index + 1,
      bidder,
      price: (price * 100n) as Fen,
      area: area as SquareMetres,
    })),
  );
const secrets = fc.stringMatching(/^[0-9a-f]{64}$/);
const at = new Date(Date.UTC(2026, 2, 12));

/** The order by which ties fall: of everyone in the log of receipts, fixed before a bid is opened. */
const orderOf = (all: readonly OpenedBid[], secret: string) =>
  draw(
    sha256,
    'everyone',
    'L',
    secret,
    all.map(({ seq, bidder }) => ({ seq, bidder, value: sha256(`${seq}`), at })),
  );

describe('sealed auctions, whatever is bid', () => {
  it('uniform price: never more than the supply, nobody above its bid, nobody better left out, the same again', () => {
    fc.assert(
      fc.property(bids, secrets, fc.bigInt({ min: 1n, max: 120n }), (all, secret, supply) => {
        const record = orderOf(all, secret);
        expect(faultsOfDraw(sha256, record)).toEqual([]);
        const result = clearUniform(supply as SquareMetres, all, record.order);
        // Whoever runs it again, from the published record and in any order of bids, gets the same.
        expect(
          clearUniform(
            supply as SquareMetres,
            all.toReversed(),
            drawOrder(sha256, record.seed, record.candidates),
          ),
        ).toEqual(result);
        if (result === null) {
          expect(all).toEqual([]);
          return;
        }
        const demand = all.reduce((sum, bid) => sum + (bid.area ?? 0n), 0n);
        const sold = result.awards.reduce((sum, award) => sum + award.area, 0n);
        expect(sold).toBe(demand < supply ? demand : supply);
        expect(result.unsold).toBe(supply - sold);
        for (const award of result.awards) {
          const wanted = all.filter((bid) => bid.bidder === award.bidder && bid.price >= result.marginal);
          expect(award.area).toBeLessThanOrEqual(wanted.reduce((sum, bid) => sum + (bid.area ?? 0n), 0n));
          expect(award.price).toBe(priceOfArea(result.marginal, award.area));
        }
        const above = (bidder: string): bigint =>
          all
            .filter((bid) => bid.bidder === bidder && bid.price > result.marginal)
            .reduce((sum, bid) => sum + (bid.area ?? 0n), 0n);
        for (const { bidder } of all) {
          const got = result.awards.find((award) => award.bidder === bidder)?.area ?? 0n;
          expect(got).toBeGreaterThanOrEqual(above(bidder));
        }
      }),
      { numRuns },
    );
  });

  it('first price: the highest wins, ties fall by the order alone, the same again', () => {
    fc.assert(
      fc.property(bids, secrets, (all, secret) => {
        const { order } = orderOf(all, secret);
        const result = decideFirstPrice(all, order);
        expect(decideFirstPrice(all.toReversed(), order)).toEqual(result);
        if (result === null) {
          expect(all).toEqual([]);
          return;
        }
        for (const bid of all) expect(bid.price).toBeLessThanOrEqual(result.price);
        const atTop = new Set(all.filter((bid) => bid.price === result.price).map((bid) => bid.bidder));
        expect(result.winner).toBe(order.find((bidder) => atTop.has(bidder)));
      }),
      { numRuns },
    );
  });
});
