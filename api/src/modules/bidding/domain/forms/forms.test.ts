import { isRefused } from '@muheng/contracts/common/problems';
import type { Fen, SquareMetres } from '@muheng/contracts/common/quantity';
import { describe, expect, it } from 'vitest';
import { buyNow } from './fixed-price.js';
import { decidePurchase, offerToSell, type PurchaseTerms } from './reverse-purchase.js';
import {
  ceilingPerMu,
  minimumPerMu,
  type OpenedBid,
  priceOfArea,
  refuseSealedBid,
} from '@muheng/contracts/common/sealed-bid';
import { decideFirstPrice } from './sealed-first-price.js';
import { clearUniform } from './sealed-uniform.js';
import type { Participant } from './window.js';

const fen = (value: bigint): Fen => value as Fen;
const area = (value: bigint): SquareMetres => value as SquareMetres;
const when = (minutes: number): Date => new Date(Date.UTC(2026, 2, 12, 1, minutes));
const window = { organiser: 'S', opensAt: when(0), endsAt: when(60) };
const open = { closedAt: null, isSuspended: false };
const buyer = (vary: Partial<Participant> = {}): Participant => ({
  code: 'B1',
  hasBiddingRight: true,
  isOutsideCityWindow: false,
  depositClosesAt: when(30),
  ...vary,
});
const codeOf = (answer: unknown): string | null => (isRefused(answer) ? answer.refused : null);

describe('fixed price', () => {
  const terms = { ...window, price: fen(300n) };
  it('sells to the first who takes it, at that instant', () => {
    expect(buyNow(terms, open, buyer(), when(5))).toEqual({ buyer: 'B1', price: 300n, closedAt: when(5) });
  });
  it('refuses in the order of the rulebook', () => {
    const code = (who: Participant, at: number, state = open): string | null =>
      codeOf(buyNow(terms, state, who, when(at)));
    expect(code(buyer({ code: 'S', hasBiddingRight: false }), 60)).toBe('bidding.closed');
    expect(codeOf(buyNow(terms, { ...open, closedAt: when(5) }, buyer(), when(5)))).toBe('bidding.closed');
    expect(code(buyer({ code: 'S', hasBiddingRight: false }), 59)).toBe('bidding.own-listing');
    expect(code(buyer({ hasBiddingRight: false }), -1)).toBe('bidding.not-registered');
    expect(code(buyer(), -1)).toBe('bidding.not-in-window');
    expect(code(buyer({ isOutsideCityWindow: true }), 0)).toBe('bidding.not-in-window');
    expect(code(buyer(), 0, { ...open, isSuspended: true })).toBe('bidding.not-in-window');
    expect(code(buyer(), 0)).toBeNull();
  });
});

describe('a sealed bid', () => {
  const whole = { minimum: fen(1_000n), step: fen(50n), ceiling: fen(1_500n), area: null };
  const code = (
    price: bigint,
    wanted: bigint | null = null,
    terms: Parameters<typeof refuseSealedBid>[0] = whole,
  ) =>
    refuseSealedBid(terms, { price: fen(price), area: wanted === null ? null : area(wanted) })?.refused ??
    null;
  it('keeps to ceiling, minimum and step', () => {
    expect(code(1_501n)).toBe('bidding.above-ceiling');
    expect(code(999n)).toBe('bidding.below-minimum');
    expect(code(1_049n)).toBe('bidding.not-on-step');
    expect(code(1_050n)).toBeNull();
    expect(code(1_500n)).toBeNull();
    expect(code(1_049n, null, { ...whole, step: null })).toBeNull();
  });
  it('asks for some of what is offered, and no more', () => {
    const part = { minimum: fen(1n), step: null, ceiling: null, area: area(10_000n) };
    expect(code(1n, 0n, part)).toBe('bidding.quantity-invalid');
    expect(code(1n, null, part)).toBe('bidding.quantity-invalid');
    expect(code(1n, 10_001n, part)).toBe('bidding.quantity-invalid');
    expect(code(1n, 10_000n, part)).toBeNull();
  });
  it('reckons a 亩 exactly: 100 亩 are 66,666.67 m²', () => {
    // 6.6667 ha = 100.0005 亩; 30,000,000.00 / 100.0005 = 299,998.50…, rounded up.
    expect(minimumPerMu(fen(3_000_000_000n), area(66_667n))).toBe(29_999_851n);
    expect(ceilingPerMu(fen(3_000_000_000n), area(66_667n))).toBe(29_999_850n);
    expect(priceOfArea(fen(30_000_000n), area(66_667n))).toBe(3_000_015_000n);
    // 1 m² at 333.33 a 亩 is 0.499995, half up 0.50; at 3.33 it is 0.004995, half up 0.00.
    expect(priceOfArea(fen(33_333n), area(1n))).toBe(50n);
    expect(priceOfArea(fen(333n), area(1n))).toBe(0n);
  });
});

describe('sealed first price', () => {
  const bid = (seq: number, bidder: string, price: bigint): OpenedBid => ({
    seq,
    bidder,
    price: fen(price),
    area: null,
  });
  it('sells to the highest, and to the first of the tie order among equals', () => {
    const bids = [bid(1, 'A', 10n), bid(2, 'B', 12n), bid(3, 'C', 12n), bid(4, 'B', 11n)];
    expect(decideFirstPrice(bids, ['C', 'A', 'B'])).toEqual({ winner: 'C', price: 12n, tied: ['C', 'B'] });
    expect(decideFirstPrice(bids.slice(0, 2), ['A', 'B'])).toEqual({ winner: 'B', price: 12n, tied: ['B'] });
    expect(decideFirstPrice([], ['A'])).toBeNull();
    expect(() => decideFirstPrice(bids, ['A', 'B'])).toThrow(RangeError);
  });
});

describe('sealed uniform price', () => {
  const bid = (seq: number, bidder: string, price: bigint, wanted: bigint): OpenedBid => ({
    seq,
    bidder,
    price: fen(price),
    area: area(wanted),
  });
  it('charges everyone the marginal price and fills the last in part', () => {
    const result = clearUniform(
      area(100_000n),
      [
        bid(1, 'A', 900n, 40_000n),
        bid(2, 'B', 700n, 50_000n),
        bid(3, 'C', 800n, 30_000n),
        bid(4, 'D', 600n, 9n),
      ],
      ['D', 'C', 'B', 'A'],
    );
    expect(result).toMatchObject({ marginal: 700n, sold: 100_000n, unsold: 0n });
    expect(result?.awards).toEqual([
      { bidder: 'A', area: 40_000n, price: 42_000n },
      { bidder: 'C', area: 30_000n, price: 31_500n },
      { bidder: 'B', area: 30_000n, price: 31_500n },
    ]);
  });
  it('keeps what nobody wants, and puts equal prices in the order that was fixed', () => {
    const bids = [bid(1, 'A', 700n, 60n), bid(2, 'B', 700n, 60n), bid(3, 'A', 650n, 5n)];
    expect(clearUniform(area(100n), bids, ['B', 'A'])?.awards).toMatchObject([
      { bidder: 'B', area: 60n },
      { bidder: 'A', area: 40n },
    ]);
    expect(clearUniform(area(1_000n), bids, ['B', 'A'])).toMatchObject({
      marginal: 650n,
      sold: 125n,
      unsold: 875n,
    });
    expect(clearUniform(area(1_000n), [], ['B'])).toBeNull();
  });
});

describe('reverse purchase (domain §11 F2)', () => {
  const terms: PurchaseTerms = {
    ...window,
    organiser: 'BUYER',
    highest: fen(1_000n),
    lowest: fen(600n),
    step: null,
  };
  const seller = buyer({ code: 'S1' });
  const offer = (price: bigint, ownLast: bigint | null = null, step: bigint | null = null) =>
    codeOf(
      offerToSell(
        { ...terms, step: step === null ? null : fen(step) },
        { ...open, ownLast: ownLast === null ? null : fen(ownLast) },
        seller,
        fen(price),
        when(1),
      ),
    );
  it('takes offers between the two prices, each below the seller’s own last', () => {
    expect(offer(1_001n)).toBe('bidding.above-ceiling');
    expect(offer(599n)).toBe('bidding.below-minimum');
    expect(offer(800n, 800n)).toBe('bidding.above-ceiling');
    expect(offer(799n, 800n)).toBeNull();
    expect(offer(990n, null, 100n)).toBe('bidding.not-on-step');
    expect(offer(900n, null, 100n)).toBeNull();
    expect(
      codeOf(offerToSell(terms, { ...open, ownLast: null }, buyer({ code: 'BUYER' }), fen(700n), when(1))),
    ).toBe('bidding.own-listing');
  });
  it('buys from the lowest, the earlier at an equal price, and draws at the minimum', () => {
    const log = [
      { seq: 1, bidder: 'S1', price: fen(700n), at: when(1) },
      { seq: 2, bidder: 'S2', price: fen(700n), at: when(2) },
    ];
    expect(decidePurchase(terms, [])).toEqual({ outcome: 'failed' });
    expect(decidePurchase(terms, log)).toEqual({ outcome: 'bought', bidder: 'S1', price: 700n });
    const atMinimum = log.map((each) => ({ ...each, seq: each.seq + 2, price: fen(600n) }));
    expect(decidePurchase(terms, [...log, ...atMinimum])).toEqual({
      outcome: 'draw',
      price: 600n,
      candidates: ['S1', 'S2'],
    });
    expect(decidePurchase(terms, [...log, ...atMinimum.slice(1)])).toMatchObject({
      outcome: 'bought',
      bidder: 'S2',
    });
  });
});
