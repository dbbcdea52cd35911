import { describe, expect, it } from 'vitest';
import type { AuctionRoomModel, RoomBid } from './auction-room.js';
import { isStorm } from './room-facts.js';

const bid = (sequence: number, at: string): RoomBid => ({
  sequence,
  bidder: '01',
  mine: false,
  priceCny: `${sequence}.00`,
  at,
});
const room = (bids: RoomBid[], phase: AuctionRoomModel['phase'] = 'timed') =>
  ({ phase, bids, bidCount: bids.length }) as AuctionRoomModel;

describe('a storm of bids', () => {
  const first = bid(1, '2026-11-24T07:00:00.000Z');

  it('is bids that come within a second of the last one shown', () => {
    expect(isStorm(room([first]), room([first, bid(2, '2026-11-24T07:00:00.999Z')]))).toBe(true);
  });

  it('is no bid into a calm, nor the first of all', () => {
    const second = bid(2, '2026-11-24T07:00:01.000Z');
    expect(isStorm(room([first]), room([first, second]))).toBe(false);
    expect(isStorm(room([]), room([first]))).toBe(false);
  });

  it('holds back nothing but bids', () => {
    const next = [first, bid(2, '2026-11-24T07:00:00.100Z')];
    expect(isStorm(room([first]), room(next, 'suspended'))).toBe(false);
    expect(isStorm(room([first]), room([first]))).toBe(false);
  });
});
