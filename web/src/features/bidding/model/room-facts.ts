import { parseCny } from '@muheng/contracts/common/quantity';
import type { AuctionRoomModel, RoomBid, RoomLot } from './auction-room.js';
import { type Bounds, minimumOf } from './ticket-machine.js';

/** What follows from the room's snapshot; all pure, money in 分. */

/** Bids from the highest down: the order of the ladder. */
export const ladderOf = (bids: RoomBid[]): RoomBid[] =>
  [...bids].sort((left, right) => right.sequence - left.sequence);

export const leaderOf = (model: AuctionRoomModel): RoomBid | null => ladderOf(model.bids)[0] ?? null;

export const myBestOf = (model: AuctionRoomModel): RoomBid | null =>
  ladderOf(model.bids).find((bid) => bid.mine) ?? null;

/** Bids that come closer upon each other than this are a storm. */
export const calmMs = 1_000;

/** Whether nothing but bids came since, the newest of them close upon the last that was shown. */
export function isStorm(shown: AuctionRoomModel, newest: AuctionRoomModel): boolean {
  if (shown.phase !== newest.phase || shown.bidCount === newest.bidCount) return false;
  const [before, last] = [leaderOf(shown), leaderOf(newest)];
  return before !== null && last !== null && Date.parse(last.at) - Date.parse(before.at) < calmMs;
}

/** The sale is over, one way or another: nothing can be bid. */
export const isClosed = (model: AuctionRoomModel): boolean =>
  model.phase === 'sold' || model.phase === 'failed' || model.phase === 'terminated';

const ceilingOf = (lot: RoomLot): bigint | null =>
  lot.ceilingCny === null ? null : parseCny(lot.ceilingCny);

/** Start, step, next valid price and ceiling. */
export function boundsOf(model: AuctionRoomModel): Bounds {
  const start = parseCny(model.lot.startPriceCny);
  const step = parseCny(model.lot.stepCny);
  const ceiling = ceilingOf(model.lot);
  const leader = leaderOf(model);
  return {
    start,
    step,
    ceiling,
    minimum: minimumOf(start, step, leader ? parseCny(leader.priceCny) : null, ceiling),
  };
}

/** How the seat stands: leading, behind by whole steps, or without a bid. */
export type Standing = { kind: 'leading' } | { kind: 'outbid'; steps: bigint } | { kind: 'none' };

export function standingOf(model: AuctionRoomModel): Standing {
  const mine = myBestOf(model);
  const leader = leaderOf(model);
  if (!mine || !leader) return { kind: 'none' };
  if (leader.mine) return { kind: 'leading' };
  const gap = parseCny(leader.priceCny) - parseCny(mine.priceCny);
  const step = parseCny(model.lot.stepCny);
  return { kind: 'outbid', steps: (gap + step - 1n) / step };
}

/** Steps between a price and the ceiling, the last one perhaps shorter. */
export function stepsToCeiling(price: bigint, bounds: Bounds): bigint | null {
  if (bounds.ceiling === null) return null;
  const gap = bounds.ceiling - price;
  return gap <= 0n ? 0n : (gap + bounds.step - 1n) / bounds.step;
}
