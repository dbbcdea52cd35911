import { z } from 'zod';
import { proxyLimit } from './bidding/limits.js';
import { cny, id, instant, page, pageQuery, quantitiesWire, quotaKind } from './common/schema.js';
import { registrationStatuses } from './common/statuses.js';
import {
  drawRecord,
  itemInput,
  listingEventKinds,
  listingStatus,
  partyRef,
  timetable,
  tradeForm,
} from './listings.js';

export * from './bidding/limits.js';
export * from './bidding/practice.js';
export * from './bidding/purchase.js';
export * from './bidding/replay.js';
export * from './bidding/sealed.js';

/** Status words of a registration (domain §7). */
export const registrationStatus = z.enum(registrationStatuses);

/** A buyer's application. Which need the purchase is for: a project owner has to say, others may. */
export const registerInput = z
  .strictObject({
    needId: id.optional(),
    projectCode: z.string().min(1).max(80).optional(),
    /** The deposit comes out of the party's wallet at once; refused where that does not reach. */
    fromWallet: z.boolean().optional(),
    items: z
      .array(itemInput)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'what a seller puts up for a reverse purchase: exactly what is asked for' }),
  })
  .meta({ id: 'Register' });
export const coverDepositInput = z.strictObject({}).meta({ id: 'CoverDeposit' });

export const registration = z
  .strictObject({
    id,
    listingId: id,
    listingNumber: z.string().nullable(),
    listingTitle: z.string(),
    listingStatus,
    bidderNo: z.int(),
    status: registrationStatus,
    depositCny: cny,
    depositCloseAt: instant.nullable(),
    /** The deposit's payment, from GET /payments/:id. */
    paymentId: id.nullable(),
    needId: id.nullable(),
    projectCode: z.string().nullable(),
    offered: quantitiesWire.nullable().meta({ description: 'what a seller puts up for a reverse purchase' }),
    enteredTimed: z.boolean(),
    acceptedCeilingAt: instant.nullable(),
    leading: z.boolean(),
    registeredAt: instant,
  })
  .meta({ id: 'Registration' });
export const registrationPage = page(registration).meta({ id: 'RegistrationPage' });
export const myRegistrationsQuery = z.strictObject({ ...pageQuery, listingId: id.optional() });

/** `Idempotency-Key` is the bid's id, made by the client. A newer version alone never refuses a good bid. */
export const placeBidInput = z
  .strictObject({
    priceCny: cny,
    expectedVersion: z.int().min(0).optional(),
    maxPriceCny: cny.optional().meta({
      description: 'proxy limit: up to here the market bids for its sender, where the policy allows it',
    }),
  })
  .meta({ id: 'PlaceBid' });

export const bidPhase = z.enum(['listing', 'timed', 'ceiling']);

/** What the market answers to an accepted bid. A refusal carries `params.minimumCny` where a higher bid would count. */
export const bidReceipt = z
  .strictObject({
    id,
    listingId: id,
    seq: z.int().meta({ description: 'place in the log of the listing, from 1' }),
    bidderNo: z.int(),
    priceCny: cny,
    phase: bidPhase,
    acceptedAt: instant,
    version: z.int().meta({ description: 'version of the listing that this bid made' }),
    minimumCny: cny.nullable().meta({ description: 'lowest bid that counts now; null at the ceiling' }),
    closesAt: instant.nullable(),
  })
  .meta({ id: 'BidReceipt' });

/** Takes part in the draw at the ceiling (domain §11 F1.7); there is nothing to choose. */
export const acceptCeilingInput = z.strictObject({}).meta({ id: 'AcceptCeiling' });

export const ceilingReceipt = z
  .strictObject({
    listingId: id,
    seq: z.int().meta({ description: 'place in the log of the listing' }),
    bidderNo: z.int(),
    ceilingCny: cny,
    acceptedAt: instant,
    candidates: z.int().meta({ description: 'bidders at the ceiling so far, this one included' }),
    closesAt: instant,
    version: z.int(),
  })
  .meta({ id: 'CeilingReceipt' });

/** Takes a listing at its fixed price; there is nothing to choose. */
export const buyInput = z.strictObject({}).meta({ id: 'Buy' });
export const purchase = z
  .strictObject({ listingId: id, bidderNo: z.int(), priceCny: cny, boughtAt: instant, version: z.int() })
  .meta({ id: 'Purchase' });

/** What became of a bid whose answer got lost. `absent`: not taken; the same key may be sent again. */
export const bidState = z
  .strictObject({ state: z.enum(['accepted', 'absent']), bid: bidReceipt.nullable() })
  .meta({ id: 'BidState' });

/** One rung of the ladder: bidder numbers only (domain §12). */
export const ladderBid = z
  .strictObject({
    seq: z.int(),
    bidderNo: z.int(),
    priceCny: cny,
    phase: bidPhase,
    acceptedAt: instant,
    mine: z.boolean(),
  })
  .meta({ id: 'LadderBid' });
export const bidLadder = page(ladderBid).meta({ id: 'BidLadder' });
export const bidLadderQuery = z.strictObject(pageQuery);

/**
 * Where the auction stands by market time, whatever the worker has done yet: `pause` is the stop before listing end,
 * `ask` the answer window before timed bidding.
 */
export const roomPhases = [
  'not-open',
  'listing',
  'pause',
  'ask',
  'timed',
  'ceiling',
  'draw',
  'suspended',
  'closing',
  'ended',
] as const;
export const roomPhase = z.enum(roomPhases);

/** The reader's own place in the room; null for a spectator. */
export const roomSelf = z
  .strictObject({
    registrationId: id,
    bidderNo: z.int(),
    status: registrationStatus,
    leading: z.boolean(),
    enteredTimed: z.boolean(),
    mayBid: z.boolean(),
    /** Why not, as a problem code; null when a bid is possible. */
    barredBy: z.string().nullable(),
    acceptedCeiling: z.boolean(),
    /** Whether acceptance of the ceiling is what is left to do (domain §11 F1.7). */
    mayAcceptCeiling: z.boolean(),
    /** Up to where the market bids for the reader; null without a limit. */
    limit: proxyLimit.nullable(),
  })
  .meta({ id: 'RoomSelf' });

/** Everything that a page needs to draw the room; the stream goes on from `version`. */
export const room = z
  .strictObject({
    listingId: id,
    number: z.string().nullable(),
    title: z.string(),
    quota: quotaKind,
    form: tradeForm,
    seller: partyRef,
    quantities: quantitiesWire,
    status: listingStatus,
    phase: roomPhase,
    version: z.int(),
    serverTime: instant,
    timetable,
    timedWindowMin: z.int(),
    takesLimits: z.boolean().meta({ description: 'whether the policy lets bidders leave a proxy limit' }),
    startPriceCny: cny,
    stepCny: cny.nullable(),
    ceilingCny: cny.nullable(),
    depositCny: cny,
    currentPriceCny: cny.nullable(),
    leaderNo: z.int().nullable(),
    minimumCny: cny.nullable().meta({ description: 'lowest bid that counts now; null when none does' }),
    bidCount: z.int(),
    bidders: z.int().meta({ description: 'bidders with the right to bid' }),
    result: z
      .strictObject({
        outcome: z.enum(['sold', 'failed', 'terminated', 'withdrawn']),
        priceCny: cny.nullable(),
        winnerNo: z.int().nullable(),
        winner: partyRef.nullable(),
        closedAt: instant.nullable(),
      })
      .nullable(),
    drawCommitment: z.string().nullable(),
    draw: drawRecord.nullable(),
    suspendedBecause: z
      .string()
      .optional()
      .meta({ description: "only while it stands still: the regulator's words, or `county-first`" }),
    self: roomSelf.nullable(),
    ladder: z.array(ladderBid).meta({ description: 'the newest 50, newest first' }),
  })
  .meta({ id: 'Room' });

/** `topics`: listing:<id>, job:<id>, market, practice:<code>; at most 20, separated by commas. */
export const streamQuery = z.strictObject({ topics: z.string().min(1).max(1_000) });

/**
 * `data` of one server-sent event. `event:` names the kind, `id:` is `listing:<id>@<version>` for each listing that is
 * followed, separated by commas; the browser sends it back as Last-Event-ID. Besides the listing's own kinds come
 * `clock` (every 10 s), `gap` (read the snapshot again), `job.progress`, `market`, `practice` (read the room again),
 * `notices` (topic `me`), `done`.
 */
export const streamKinds = [
  ...listingEventKinds,
  'clock',
  'gap',
  'job.progress',
  'market',
  'practice',
  'notices',
  'done',
] as const;
export const streamEvent = z
  .strictObject({
    topic: z.string(),
    event: z.enum(streamKinds),
    version: z.int().nullable(),
    at: instant,
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'StreamEvent' });

/** Payload of `bid.accepted`: enough to redraw the room without asking again. */
export const bidAcceptedPayload = z
  .strictObject({
    seq: z.int(),
    bidderNo: z.int(),
    priceCny: cny,
    phase: bidPhase,
    acceptedAt: instant,
    minimumCny: cny.nullable(),
    closesAt: instant.nullable(),
    bidCount: z.int(),
  })
  .meta({ id: 'BidAccepted' });

/** Payload of `phase.changed`, `ceiling.reached` and `closed`. */
export const phaseChangedPayload = z
  .strictObject({
    status: listingStatus,
    closesAt: instant.nullable(),
    priceCny: cny.nullable(),
    winnerNo: z.int().nullable(),
  })
  .partial({ priceCny: true, winnerNo: true })
  .meta({ id: 'PhaseChanged' });
