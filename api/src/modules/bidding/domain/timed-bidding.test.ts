import { isRefused } from '@muheng/contracts/common/problems';
import { type Fen, formatCny, parseCny } from '@muheng/contracts/common/quantity';
import { describe, expect, it } from 'vitest';
import {
  type AuctionState,
  type AuctionTerms,
  acceptCeiling,
  type BidderFacts,
  extendForOutage,
  minimumBid,
  openAuction,
  outcomeAt,
  phaseAt,
  placeBid,
} from './timed-bidding.js';

const at = (text: string): Date => new Date(`2026-03-${text}+08:00`);
const terms: AuctionTerms = {
  seller: '640425',
  start: parseCny('45640800.00'),
  step: parseCny('2282040.00'),
  ceiling: parseCny('68461200.00'),
  opensAt: at('12T09:00:00'),
  listingBidsStopAt: at('17T08:00:00'),
  timedStartsAt: at('17T09:05:00'),
  windowMin: 4,
  entry: 'listing-bid',
};
const listingEndsAt = at('17T09:00:00');
const fresh = openAuction(at('17T09:09:00'));
const facts = (bidder: string, vary: Partial<BidderFacts> = {}): BidderFacts => ({
  bidder,
  hasBiddingRight: true,
  hasListingBid: true,
  hasAcceptedCeiling: false,
  isOutsideCityWindow: false,
  depositClosesAt: at('16T09:00:00'),
  ...vary,
});
const bid = (
  state: AuctionState,
  bidder: string,
  price: string,
  when: Date,
  vary: Partial<BidderFacts> = {},
) => placeBid(terms, state, facts(bidder, vary), { price: parseCny(price), at: when });
const accepted = (answer: ReturnType<typeof placeBid>) => {
  if (isRefused(answer)) throw new Error(JSON.stringify(answer));
  return answer;
};
const open = at('12T09:00:00');
const timed = at('17T09:05:00');

describe('the market day (scenario market-day.json)', () => {
  it('is won by 640106 at 50,204,880.00 after one restarted window', () => {
    expect(bid(fresh, '640106', '45640799.99', open)).toMatchObject({
      refused: 'bidding.below-minimum',
      params: { minimumCny: '45640800.00', missingCny: '0.01' },
    });
    const first = accepted(bid(fresh, '640106', '45640800.00', open)).state;
    expect(bid(first, 'NDGW', '45640800.00', open)).toMatchObject({ refused: 'bidding.below-minimum' });
    const second = accepted(bid(first, 'NDGW', '47922840.00', open)).state;
    const third = accepted(bid(second, '640106', '50204880.00', timed));
    expect(third.events).toMatchObject([
      { event: 'bid-accepted', seq: 3, phase: 'timed' },
      { event: 'window-restarted', closesAt: at('17T09:09:00') },
    ]);
    const close = third.state.closesAt;
    expect(bid(third.state, 'NDGW', '52486920.00', close)).toMatchObject({ refused: 'bidding.closed' });
    expect(outcomeAt(terms, third.state, listingEndsAt, close)).toEqual({
      outcome: 'sold',
      bidder: '640106',
      price: parseCny('50204880.00'),
      closedAt: close,
    });
  });
});

describe('the order of refusals (replay.md)', () => {
  const leading = accepted(bid(fresh, 'A', '45640800.00', open)).state;
  const outsider: Partial<BidderFacts> = { hasBiddingRight: false, hasListingBid: false };
  it.each<[string, string, Date, Partial<BidderFacts>, string]>([
    ['closed before own listing', '640425', at('17T09:09:00'), outsider, 'bidding.closed'],
    ['own listing before registration', '640425', timed, outsider, 'bidding.own-listing'],
    ['registration before the window', 'B', at('11T00:00:00'), outsider, 'bidding.not-registered'],
    ['before opening', 'B', at('12T08:59:59.999'), {}, 'bidding.not-in-window'],
    ['another city’s window', 'B', open, { isOutsideCityWindow: true }, 'bidding.not-in-window'],
    ['after listing bids stop', 'B', at('17T08:00:00'), {}, 'bidding.not-in-window'],
    ['while being asked', 'B', at('17T09:04:59.999'), {}, 'bidding.not-in-window'],
    ['without a listing bid', 'B', timed, { hasListingBid: false }, 'bidding.not-entered'],
  ])('%s', (_, bidder, when, vary, code) => {
    expect(bid(leading, bidder, '99999999.99', when, vary)).toMatchObject({ refused: code });
  });

  it.each([
    ['68461200.01', 'bidding.above-ceiling'],
    ['47922839.99', 'bidding.below-minimum'],
    ['47922840.01', 'bidding.not-on-step'],
  ])('a price of %s', (price, code) => {
    expect(bid(leading, 'B', price, open)).toMatchObject({ refused: code });
  });

  it('lets any registered bidder enter where the policy does', () => {
    const loose = { ...terms, entry: 'any-registered' as const };
    const command = { price: parseCny('47922840.00'), at: timed };
    expect(placeBid(loose, leading, facts('B', { hasListingBid: false }), command)).toHaveProperty('state');
  });

  it('takes no bid while suspended', () => {
    expect(bid({ ...leading, isSuspended: true }, 'B', '47922840.00', open)).toMatchObject({
      refused: 'bidding.not-in-window',
      params: { cause: 'suspended' },
    });
  });

  it('names the neighbours of a price between two steps, the ceiling being the last', () => {
    const odd = { ...terms, start: 100n as Fen, step: 30n as Fen, ceiling: 175n as Fen };
    const answer = placeBid(odd, fresh, facts('B'), { price: 170n as Fen, at: open });
    expect(answer).toMatchObject({ params: { lowerCny: '1.60', upperCny: '1.75' } });
  });
});

describe('windows', () => {
  const leading = accepted(bid(fresh, 'A', '45640800.00', open)).state;

  it('accepts until the last millisecond and restarts from acceptance', () => {
    const last = accepted(bid(leading, 'B', '47922840.00', at('17T09:08:59.999')));
    expect(last.state.closesAt).toEqual(at('17T09:12:59.999'));
    expect(bid(last.state, 'A', '50204880.00', at('17T09:12:59.998'))).toHaveProperty('state');
    expect(bid(last.state, 'A', '50204880.00', at('17T09:12:59.999'))).toMatchObject({
      refused: 'bidding.closed',
    });
  });

  it('does not move the close by a listing bid', () => expect(leading.closesAt).toEqual(fresh.closesAt));

  it('sells to the leader of the listing phase when no timed bid comes', () => {
    expect(outcomeAt(terms, leading, listingEndsAt, fresh.closesAt)).toMatchObject({
      outcome: 'sold',
      bidder: 'A',
    });
    expect(outcomeAt(terms, leading, listingEndsAt, at('17T09:08:59.999'))).toMatchObject({
      outcome: 'open',
    });
  });

  it('fails at listing end where nobody can enter, else after the first window', () => {
    expect(outcomeAt(terms, fresh, listingEndsAt, listingEndsAt)).toEqual({
      outcome: 'failed',
      closedAt: listingEndsAt,
    });
    const loose = { ...terms, entry: 'any-registered' as const };
    expect(outcomeAt(loose, fresh, listingEndsAt, listingEndsAt)).toMatchObject({ outcome: 'open' });
    expect(outcomeAt(loose, fresh, listingEndsAt, fresh.closesAt)).toMatchObject({ outcome: 'failed' });
  });

  it.each([
    ['12T08:59:59.999', 'not-open'],
    ['12T09:00:00', 'listing'],
    ['17T08:00:00', 'asking'],
    ['17T09:05:00', 'timed'],
    ['17T09:09:00', 'closed'],
  ])('at %s stands %s', (when, phase) => expect(phaseAt(terms, leading, at(when))).toBe(phase));

  it('starts anew after an outage longer than the policy bears', () => {
    const outage = (from: string, until: string) =>
      extendForOutage(terms, leading, { from: at(from), until: at(until) }, 60)?.state.closesAt ?? null;
    expect(outage('17T09:06:00', '17T09:07:01')).toEqual(at('17T09:11:01'));
    expect(outage('17T09:06:00', '17T09:07:00')).toBeNull();
    expect(outage('17T08:00:00', '17T09:05:00')).toBeNull();
    expect(outage('17T09:09:00', '17T09:20:00')).toBeNull();
    // Only what the window lost counts, and that it would be over by now does not.
    expect(outage('17T09:08:00', '17T09:20:00')).toBeNull();
    expect(outage('17T09:07:59', '17T09:20:00')).toEqual(at('17T09:24:00'));
    expect(outage('17T08:00:00', '17T09:06:00')).toBeNull();
    expect(outage('17T08:00:00', '17T09:06:01')).toEqual(at('17T09:10:01'));
  });
});

describe('the ceiling (F1.7)', () => {
  const leading = accepted(bid(fresh, 'A', '45640800.00', open)).state;
  const atCeiling = accepted(bid(leading, 'B', '68461200.00', timed));

  it('is reached by the first bid equal to it, on or off step', () => {
    expect(atCeiling.events.map((each) => each.event)).toEqual(['bid-accepted', 'ceiling-reached']);
    const offStep = { ...terms, ceiling: parseCny('50000000.00') };
    const command = { price: parseCny('50000000.00'), at: open };
    expect(placeBid(offStep, leading, facts('B'), command)).toMatchObject({ state: { candidateCount: 1 } });
  });

  it('leaves only acceptance, which does not restart the window', () => {
    const when = at('17T09:08:00');
    expect(bid(atCeiling.state, 'A', '68461200.00', when)).toMatchObject({
      refused: 'bidding.below-minimum',
    });
    expect(bid(atCeiling.state, 'A', '70743240.00', when)).toMatchObject({
      refused: 'bidding.above-ceiling',
    });
    const both = accepted(acceptCeiling(terms, atCeiling.state, facts('A'), when));
    expect(both.state.closesAt).toEqual(at('17T09:09:00'));
    expect(outcomeAt(terms, both.state, listingEndsAt, at('17T09:09:00'))).toMatchObject({ outcome: 'draw' });
    expect(outcomeAt(terms, atCeiling.state, listingEndsAt, at('17T09:09:00'))).toMatchObject({
      outcome: 'sold',
      bidder: 'B',
    });
  });

  it.each<[string, AuctionState, string, Partial<BidderFacts>, string, string]>([
    ['nobody reached', leading, 'A', {}, '17T09:06:00', 'bidding.ceiling-not-reached'],
    ['twice', atCeiling.state, 'A', { hasAcceptedCeiling: true }, '17T09:06:00', 'bidding.already-accepted'],
    ['by who reached it', atCeiling.state, 'B', {}, '17T09:06:00', 'bidding.already-accepted'],
    ['late', atCeiling.state, 'A', {}, '17T09:09:00', 'bidding.closed'],
    [
      'by who has not entered',
      atCeiling.state,
      'C',
      { hasListingBid: false },
      '17T09:06:00',
      'bidding.not-entered',
    ],
    ['by the seller', atCeiling.state, '640425', {}, '17T09:06:00', 'bidding.own-listing'],
  ])('cannot be accepted: %s', (_, state, bidder, vary, when, code) => {
    expect(acceptCeiling(terms, state, facts(bidder, vary), at(when))).toMatchObject({ refused: code });
  });

  it('reached in the listing phase waits for all who are registered until the first window would close', () => {
    const early = accepted(bid(leading, 'B', '68461200.00', open)).state;
    expect(early.closesAt).toEqual(fresh.closesAt);
    const late = facts('C', { hasListingBid: false });
    expect(acceptCeiling(terms, early, late, at('17T08:30:00'))).toMatchObject({
      state: { candidateCount: 2 },
    });
  });

  it('stays out of reach when it lies less than a step above the leader', () => {
    const odd = { ...terms, start: 100n as Fen, step: 30n as Fen, ceiling: 150n as Fen };
    const state = { ...leading, leader: { bidder: 'A', price: 130n as Fen } };
    expect(formatCny(minimumBid(odd, state))).toBe('1.60');
    expect(placeBid(odd, state, facts('B'), { price: 150n as Fen, at: timed })).toMatchObject({
      refused: 'bidding.below-minimum',
    });
  });
});
