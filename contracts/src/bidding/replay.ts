import { z } from 'zod';
import { cny, hectares, id, instant, quotaKind } from '../common/schema.js';
import { listingEventKinds, listingStatus, partyRef, tradeForm } from '../listings.js';

/** An auction run again from its log (reliability I10): each step with what it changed, and whether the verdict is the same. */

const count = z.int().min(0);

const replayStep = z.strictObject({
  version: z.int(),
  at: instant,
  event: z.enum(listingEventKinds),
  bidderNo: z.int().nullable(),
  /** Who it was: for those who watch the region only. */
  bidder: partyRef.nullable(),
  /** Of a sealed bid once it is open: for one 亩 where many share what is on offer. */
  priceCny: cny.nullable(),
  /** What a sealed bid asks of an offer that many share. */
  areaHa: hectares.nullable(),
  /** The refusal that an opened bid would have met; null for a good one. */
  voidReason: z.string().nullable(),
  /** Whose share of the key came. */
  holder: z.enum(['county', 'operator', 'regulator']).nullable(),
  /** Why the auction was stopped, as it was published. */
  reason: z.string().nullable(),
  /** How the auction stands after this step, by the rule. */
  leaderNo: z.int().nullable(),
  leadingCny: cny.nullable(),
  bidCount: count,
  candidates: count,
  closesAt: instant.nullable(),
});

const verdict = z.strictObject({
  outcome: z.enum(['sold', 'failed']),
  winnerNo: z.int().nullable(),
  priceCny: cny.nullable(),
  closedAt: instant,
  /** Who got how much, in the order of the clearing; empty where one takes all. */
  awards: z.array(z.strictObject({ bidderNo: z.int(), areaHa: hectares, priceCny: cny })),
});

export const auctionReplay = z
  .strictObject({
    listingId: id,
    number: z.string().nullable(),
    title: z.string(),
    quota: quotaKind,
    form: tradeForm,
    status: listingStatus,
    seller: partyRef,
    winner: partyRef.nullable(),
    /** The terms as they were noticed, before anything moved them; null is what the form does not have. */
    terms: z.strictObject({
      startPriceCny: cny,
      stepCny: cny.nullable(),
      ceilingCny: cny.nullable(),
      /** The lowest price of a purchase. */
      floorCny: cny.nullable(),
      opensAt: instant,
      listingBidsStopAt: instant.nullable(),
      listingEndsAt: instant,
      timedStartsAt: instant.nullable(),
      windowMin: z.int().nullable(),
    }),
    masked: z.boolean(),
    steps: z.array(replayStep),
    verdict: z.strictObject({
      /** As the market recorded it; null while it runs or where somebody's word ended it. */
      recorded: verdict.nullable(),
      /** As the rule, run over the log once more, gives it. */
      recomputed: verdict.nullable(),
      /** How many were drawn among, and whether the published draw computes; null where nothing was drawn. */
      draw: z.strictObject({ candidates: count, verified: z.boolean() }).nullable(),
      equal: z.boolean().nullable(),
      /** The first step that the rule does not allow. */
      fault: z.strictObject({ version: z.int(), why: z.string() }).nullable(),
    }),
  })
  .meta({ id: 'AuctionReplay' });
