import type { ladderBid, room, roomPhases } from '@muheng/contracts/bidding';
import { isRefused } from '@muheng/contracts/common/problems';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import type { ListingRoomFacts } from '../../listings/application/room-facts.js';
import { acceptCeiling, minimumBid, phaseAt, placeBid } from '../domain/timed-bidding.js';
import type { AuctionRow, BidderRow } from '../persistence/auction.repository.js';
import type { LadderRow } from '../persistence/bid.repository.js';
import { type Auction, factsOf } from './auction.js';
import type { LimitRow } from '../persistence/proxy.repository.js';
import { nextMinimum } from './bid-batch.js';
import { limitView } from './leave-limit.use-case.js';

export type RoomView = z.input<typeof room>;
type RoomPhase = (typeof roomPhases)[number];

const endings: Readonly<Record<string, NonNullable<RoomView['result']>['outcome']>> = {
  'closed-sold': 'sold',
  'closed-failed': 'failed',
  terminated: 'terminated',
  withdrawn: 'withdrawn',
};

/** Where the auction stands for people: by market time and the log, whatever the worker has done yet. */
export function roomPhaseOf(row: AuctionRow, auction: Auction, at: Date): RoomPhase {
  if (endings[row.status] !== undefined) return 'ended';
  if (row.status === 'suspended') return 'suspended';
  if (row.status === 'lottery') return 'draw';
  const phase = phaseAt(auction.terms, auction.state, at);
  if (phase === 'closed') return 'closing';
  if (phase === 'asking') return at < auction.listingEndsAt ? 'pause' : 'ask';
  return phase;
}

export const ladderView = (row: LadderRow, readerId: string | null): z.input<typeof ladderBid> => ({
  seq: Number(row.seq),
  bidderNo: row.bidderNo,
  priceCny: formatCny(row.price),
  phase: row.phase,
  acceptedAt: row.acceptedAt.toISOString(),
  mine: row.buyerId === readerId,
});

interface Reader {
  partyId: string;
  partyCode: string;
  bidder: BidderRow;
  limit: LimitRow | null;
}

/** What the reader may do now, found by asking the rule with the lowest bid that would count. */
function selfView(
  row: AuctionRow,
  auction: Auction,
  reader: Reader,
  at: Date,
): NonNullable<RoomView['self']> {
  const { terms, state } = auction;
  const facts = factsOf(reader.partyCode, reader.bidder, auction);
  const minimum = minimumBid(terms, state);
  const price = terms.ceiling !== null && minimum > terms.ceiling ? terms.ceiling : minimum;
  const answer = placeBid(terms, state, facts, { price, at });
  return {
    registrationId: reader.bidder.registrationId,
    bidderNo: reader.bidder.bidderNo,
    status: reader.bidder.status as NonNullable<RoomView['self']>['status'],
    leading: row.leaderId === reader.partyId,
    enteredTimed: reader.bidder.enteredTimed,
    mayBid: !isRefused(answer),
    barredBy: isRefused(answer) ? answer.refused : null,
    acceptedCeiling: facts.hasAcceptedCeiling,
    mayAcceptCeiling: !isRefused(acceptCeiling(terms, state, facts, at)),
    limit: reader.limit && limitView(reader.limit),
  };
}

interface RoomParts {
  row: AuctionRow;
  auction: Auction;
  facts: ListingRoomFacts;
  ladder: readonly LadderRow[];
  reader: Reader | null;
  readerId: string | null;
  at: Date;
}

/** The whole room at one instant; the stream goes on from its version. */
export function roomView({ row, auction, facts, ladder, reader, readerId, at }: RoomParts): RoomView {
  const phase = roomPhaseOf(row, auction, at);
  const outcome = endings[row.status];
  const open = phase !== 'ended' && phase !== 'closing';
  return {
    ...facts.summary,
    listingId: row.id,
    status: row.status,
    phase,
    version: Number(row.version),
    serverTime: at.toISOString(),
    timedWindowMin: auction.terms.windowMin,
    takesLimits: row.policy.proxyBidding === 'on',
    currentPriceCny: row.price === null ? null : formatCny(row.price),
    leaderNo: row.leaderNo,
    minimumCny: open ? nextMinimum(auction, auction.state) : null,
    bidCount: row.bidCount,
    result:
      outcome === undefined
        ? null
        : {
            outcome,
            priceCny: outcome === 'sold' && row.price !== null ? formatCny(row.price) : null,
            winnerNo: outcome === 'sold' ? row.leaderNo : null,
            winner: outcome === 'sold' ? facts.winner : null,
            closedAt: row.closedAt?.toISOString() ?? null,
          },
    drawCommitment: facts.drawCommitment,
    draw: facts.draw,
    ...(facts.suspendedBecause === null ? {} : { suspendedBecause: facts.suspendedBecause }),
    self: reader ? selfView(row, auction, reader, at) : null,
    ladder: ladder.map((each) => ladderView(each, readerId)),
  };
}
