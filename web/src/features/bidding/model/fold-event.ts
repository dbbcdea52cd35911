import type { bidAcceptedPayload } from '@muheng/contracts/bidding';
import type { LiveEvent } from '../../../lib/live.js';
import type { Wire } from '../../../lib/wire.js';
import type { Room } from '../api/room.js';

const ladderMax = 50;

/** The snapshot one event further, or null when it has to be read again: a gap, or more than a bid. */
export function foldEvent(room: Room, { event, version, payload }: LiveEvent): Room | null {
  if (version !== null && version <= room.version) return room;
  if (event !== 'bid.accepted' || version !== room.version + 1) return null;
  const bid = payload as Wire<typeof bidAcceptedPayload>;
  const mine = room.self?.bidderNo === bid.bidderNo;
  const { seq, bidderNo, priceCny, phase, acceptedAt, minimumCny, closesAt, bidCount } = bid;
  return {
    ...room,
    version,
    currentPriceCny: priceCny,
    leaderNo: bidderNo,
    minimumCny,
    bidCount,
    timetable: { ...room.timetable, closesAt },
    self: room.self ? { ...room.self, leading: mine } : null,
    ladder: [{ seq, bidderNo, priceCny, phase, acceptedAt, mine }, ...room.ladder].slice(0, ladderMax),
  };
}
