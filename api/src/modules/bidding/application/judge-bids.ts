import { Refusal } from '../../../kernel/errors/refusal.js';
import {
  type BatchWrites,
  type Envelope,
  isLater,
  type Later,
  type Outcome,
  type Send,
} from '../../../kernel/unit-of-work/batch-of-work.js';
import { listingTopic } from '../../listings/application/listing-log.js';
import type { AuctionRow, BidderRow } from '../persistence/auction.repository.js';
import {
  type BatchOfBids,
  type LoadedBidder,
  loadBidders,
  lockAuctions,
  writeBids,
} from '../persistence/bid-batch.repository.js';
import { type Auction, auctionOf } from './auction.js';
import { type LimitUse, type NewLimit, useLimits, writeLimits } from '../persistence/proxy.repository.js';
import { type BidInput, type FoldedBids, foldBids, type Receipt } from './bid-batch.js';
import { type LimitsOfBidders, loadLimits } from './limits-of-bidders.js';
import { Proxies } from './proxies.js';

type Bid = Envelope<BidInput>;
type Answer = Outcome<Receipt> | Later;

/** What a batch of bids is judged by. */
interface Floor {
  rows: ReadonlyMap<string, AuctionRow>;
  bidders: ReadonlyMap<string, ReadonlyMap<string, BidderRow>>;
  at: Date;
  limits: LimitsOfBidders;
  /** Whether a listing that is not in `rows` does not exist, or is only busy. */
  waits: boolean;
}

/** Locks the listings of a batch, then asks who is registered and what time it is. */
export async function loadFloor(send: Send, bids: readonly Bid[], waits: boolean): Promise<Floor> {
  const pairs = new Map(
    bids.map(({ context: { actor }, input: { listingId } }) => [
      `${listingId}/${actor.partyId}`,
      [listingId, actor.partyId] as const,
    ]),
  );
  const asked = [...pairs.values()];
  const [auctions, loaded] = await Promise.all([
    send<AuctionRow>(lockAuctions([...new Set(asked.map(([listing]) => listing))], waits)),
    send<LoadedBidder['bidder'] & Pick<LoadedBidder, 'at' | 'listingId'>>(
      loadBidders(
        asked.map(([listing]) => listing),
        asked.map(([, buyer]) => buyer),
      ),
    ),
  ]);
  const [first] = loaded;
  if (!first) throw new Error('app_now() answered nothing');
  const bidders = biddersOf(loaded);
  const known = [...bidders.values()].flatMap((each) => [...each.values()]);
  return {
    rows: new Map(auctions.map((row) => [row.id, row])),
    bidders,
    at: first.at,
    limits: await loadLimits(send, auctions, known),
    waits,
  };
}

function biddersOf(
  loaded: readonly (LoadedBidder['bidder'] & Pick<LoadedBidder, 'at' | 'listingId'>)[],
): Map<string, Map<string, BidderRow>> {
  const found = new Map<string, Map<string, BidderRow>>();
  for (const { at: _at, listingId, ...row } of loaded) {
    const ofListing = found.get(listingId) ?? new Map<string, BidderRow>();
    found.set(listingId, ofListing);
    if (row.buyerId !== null) ofListing.set(row.buyerId, row as BidderRow);
  }
  return found;
}

/** Judges each listing's bids in their order of arrival, and leaves what they change to be written in one statement. */
export function judgeBids(floor: Floor, bids: readonly Bid[], writes: BatchWrites): Answer[] {
  const batch = { at: floor.at, bids: [], events: [], entered: [], after: [] } satisfies BatchOfBids;
  const limits: NewLimit[] = [];
  const uses: LimitUse[] = [];
  const busy = new Set<string>();
  const written: { [K in 'bids' | 'events' | 'entered' | 'after']: BatchOfBids[K][number][] } = batch;
  const answers: Answer[] = new Array<Answer>(bids.length);
  for (const [listingId, places] of placesByListing(bids)) {
    const own = places.map((place) => bids[place]).filter((bid) => bid !== undefined);
    const judged = isCrowded(floor, listingId, busy)
      ? { outcomes: own.map((): Later => ({ later: 'row-busy' })), folded: null }
      : judgeListing(floor, listingId, own);
    for (const [i, place] of places.entries()) {
      const outcome = judged.outcomes[i];
      if (outcome) answers[place] = outcome;
    }
    const { folded } = judged;
    if (!folded?.after) continue;
    written.bids.push(...folded.bids);
    written.events.push(...folded.events);
    written.entered.push(...folded.entered);
    limits.push(...folded.limits.values());
    uses.push(...folded.uses);
    written.after.push(folded.after);
    writes.notify(listingTopic(listingId), { version: folded.after.version.toString() });
  }
  for (const [i, answer] of answers.entries()) {
    const bid = bids[i];
    if (!bid || isLater(answer) || !answer.ok) continue;
    const { seq, id, priceCny } = answer.result;
    writes.audit(bid.context, 'listing', bid.input.listingId, { bid: seq, id, priceCny });
  }
  if (written.after.length > 0) writes.write(writeBids(batch));
  if (limits.length > 0) writes.write(writeLimits(limits, floor.at));
  if (uses.length > 0) writes.write(useLimits(uses, floor.at));
  return answers;
}

/**
 * Whether a buyer whose bids are held against its cap bids on another listing of this batch: then this listing waits for
 * the next one, which sees how that bid came out. Notes the capped buyers of a listing that is judged.
 */
function isCrowded({ bidders, limits }: Floor, listingId: string, busy: Set<string>): boolean {
  const here = [...(bidders.get(listingId)?.values() ?? []), ...(limits.proxies.get(listingId) ?? [])];
  const capped = here.filter((each) => each.isCapped).map((each) => each.buyerId);
  if (capped.some((buyer) => busy.has(buyer))) return true;
  for (const buyer of capped) busy.add(buyer);
  return false;
}

function placesByListing(bids: readonly Bid[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { input }] of bids.entries()) {
    const known = places.get(input.listingId);
    if (known) known.push(place);
    else places.set(input.listingId, [place]);
  }
  return places;
}

function judgeListing(
  { rows, bidders, at, limits, waits }: Floor,
  listingId: string,
  bids: readonly Bid[],
): { outcomes: readonly Answer[]; folded: FoldedBids | null } {
  const row = rows.get(listingId) ?? null;
  if (row === null && !waits) return { outcomes: bids.map(() => ({ later: 'row-busy' })), folded: null };
  const auction = orRefusal(() => auctionOf(row, listingId));
  if (auction instanceof Refusal || row === null) {
    const refusal = auction instanceof Refusal ? auction : new Refusal('listing.not-found');
    return { outcomes: bids.map(() => ({ ok: false, refusal })), folded: null };
  }
  const { beyond } = limits;
  const proxies = new Proxies(limits.proxies.get(listingId));
  const here = bidders.get(listingId) ?? new Map<string, BidderRow>();
  const folded = foldBids({ row, auction, bidders: here, proxies, beyond, at }, bids);
  return { outcomes: folded.outcomes, folded };
}

function orRefusal(read: () => Auction): Auction | Refusal {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
