import type { DrawRecord } from '@muheng/contracts/common/draw';
import { formatCny, type Fen, type SquareMetres } from '@muheng/contracts/common/quantity';
import { type OpenedBid, refuseSealedBid } from '@muheng/contracts/common/sealed-bid';
import type { FormReplay } from '../../domain/form-replay.js';
import { decidePurchase } from '../../domain/forms/reverse-purchase.js';
import { decideFirstPrice } from '../../domain/forms/sealed-first-price.js';
import { clearUniform } from '../../domain/forms/sealed-uniform.js';
import { isNear } from '../../domain/replay-instants.js';
import type { FormListing } from '../../persistence/form-listing.repository.js';
import { sealedTermsOf } from '../sealed/sealed-terms.js';
import type { FormLine } from './form-lines.js';
import { awardView, type Recorded } from './replay-view.js';

/** What the rule gives over a replayed log. */
export interface FormVerdict {
  recomputed: Recorded | null;
  /** Who may have been drawn among; null where nothing was. */
  drawn: readonly string[] | null;
  /** A line whose recorded reason is not the rule's, by its seq. */
  misjudged: number | null;
}

const none: FormVerdict = { recomputed: null, drawn: null, misjudged: null };

interface Played {
  listing: FormListing;
  replay: FormReplay;
  lines: readonly FormLine[];
  /** The published draw, or the order of ties that was fixed before the opening. */
  record: DrawRecord | null;
  at: Date;
}

/** How it came out by its rule, as far as it is over at `at`. */
export function judgeForm(played: Played): FormVerdict {
  const { listing, replay, at } = played;
  const { state } = replay;
  if (replay.fault !== null || state.isSuspended) return none;
  const bidderNo = (bidder: string | undefined): number | null =>
    played.lines.find((line) => line.bidder === bidder)?.bidderNo ?? null;
  const sold = (bidder: string | undefined, price: Fen, closedAt: Date): Recorded => ({
    outcome: 'sold',
    winnerNo: bidderNo(bidder),
    priceCny: formatCny(price),
    closedAt: closedAt.toISOString(),
    awards: [],
  });
  if (listing.form === 'fixed-price' && state.closedAt !== null && state.leader !== null)
    return { ...none, recomputed: sold(state.leader.bidder, state.leader.price, state.closedAt) };
  if (at < state.endsAt) return none;
  if (state.count === 0) return { ...none, recomputed: failedAt(state.endsAt) };
  if (listing.form !== 'reverse-purchase') return judgeSealed(played, sold, bidderNo);
  const { start, floor } = replay.terms;
  const terms = { ...replay.terms, highest: start, lowest: floor ?? (1n as Fen) };
  const outcome = decidePurchase(terms, replay.offers);
  if (outcome.outcome === 'failed') return { ...none, recomputed: failedAt(state.endsAt) };
  const drawn = outcome.outcome === 'draw' ? outcome.candidates : null;
  const winner = outcome.outcome === 'draw' ? played.record?.order[0] : outcome.bidder;
  return { ...none, recomputed: sold(winner, outcome.price, state.endsAt), drawn };
}

const failedAt = (at: Date): Recorded => ({
  outcome: 'failed',
  winnerNo: null,
  priceCny: null,
  closedAt: at.toISOString(),
  awards: [],
});

function judgeSealed(
  { listing, replay, lines, record }: Played,
  sold: (bidder: string | undefined, price: Fen, closedAt: Date) => Recorded,
  bidderNo: (bidder: string) => number | null,
): FormVerdict {
  const drawn = [...new Set(lines.map(({ bidder }) => bidder))];
  if (replay.openedAt === null || record === null) return { ...none, drawn: record && drawn };
  const closedAt =
    listing.closedAt !== null && isNear(listing.closedAt, replay.openedAt)
      ? listing.closedAt
      : replay.openedAt;
  const { good, misjudged } = judgeLines(listing, lines);
  // An order that misses somebody is no order of this log: the draw says so, and nothing is computed from it.
  if (drawn.some((bidder) => !record.order.includes(bidder))) return { recomputed: null, drawn, misjudged };
  if (listing.form === 'sealed-first-price') {
    const result = decideFirstPrice(good, record.order);
    const recomputed = result ? sold(result.winner, result.price, closedAt) : failedAt(closedAt);
    return { recomputed, drawn, misjudged };
  }
  const result = clearUniform(listing.offered.area as SquareMetres, good, record.order);
  if (!result) return { recomputed: failedAt(closedAt), drawn, misjudged };
  const total = result.awards.reduce((sum, award) => sum + award.price, 0n) as Fen;
  const awards = result.awards.map((award) => awardView(bidderNo(award.bidder) ?? 0, award));
  return { recomputed: { ...sold(undefined, total, closedAt), awards }, drawn, misjudged };
}

/** Which opened bids count by the rule; what could not be read at all stays out, as it was recorded. */
function judgeLines(
  listing: FormListing,
  lines: readonly FormLine[],
): { good: OpenedBid[]; misjudged: number | null } {
  const terms = sealedTermsOf(listing);
  let misjudged: number | null = null;
  const good = lines.flatMap(({ seq, bidder, price, area, voidReason }): OpenedBid[] => {
    if (price === null) return [];
    const refused = refuseSealedBid(terms, { price, area })?.refused ?? null;
    if (refused !== voidReason) misjudged ??= seq;
    return refused === null ? [{ seq, bidder, price, area }] : [];
  });
  return { good, misjudged };
}
