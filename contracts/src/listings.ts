import { z } from 'zod';
import { approvalLanes, policySchema } from './common/policy.js';
import {
  cny,
  id,
  instant,
  kilograms,
  hectares,
  page,
  pageQuery,
  partyCode,
  quantitiesInput,
  quantitiesWire,
  quotaKind,
  regionCode,
  signedHectares,
  signedKilograms,
} from './common/schema.js';
import { listingStatuses, tradeForms } from './common/statuses.js';
import { drawRecord, partyRef, sealingCeremony, sealingFacts } from './listings/fairness.js';

export * from './listings/fairness.js';
export * from './listings/lot-order.js';

/** Forms of sale (domain §11). Which of them can be used, `listing.form-not-allowed` says. */
export const tradeForm = z.enum(tradeForms);

/** Status words of a listing (domain §7). */
export const listingStatus = z.enum(listingStatuses);

/** One lot and how much of it; without any quantity the whole lot. */
export const itemInput = z.strictObject({ lotId: id, ...quantitiesInput });

const draftFields = {
  buyerCode: partyCode
    .optional()
    .meta({ description: 'the one buyer of a negotiated deal or an allocation' }),
  title: z.string().min(1).max(120).optional(),
  items: z.array(itemInput).min(1).max(50).optional().meta({ description: 'what is sold' }),
  wanted: z
    .strictObject({ quota: quotaKind, ...quantitiesInput })
    .optional()
    .meta({ description: 'what a reverse purchase asks for, in place of items' }),
  startPriceCny: cny.meta({ description: 'total for all items; of a reverse purchase the highest price' }),
  floorCny: cny
    .optional()
    .meta({ description: 'the lowest price of a reverse purchase: two offers at it are drawn' }),
  /** Left out, these three follow the policy percentages of the start price, rounded down. */
  stepCny: cny.optional(),
  depositCny: cny.optional(),
  ceilingCny: cny.nullable().optional().meta({ description: 'null = no ceiling; absent = by policy' }),
  notes: z.string().max(2_000).optional(),
};

/** A draft by a maker of the selling county. */
export const createListingInput = z
  .strictObject({ form: tradeForm.default('timed-bidding'), ...draftFields })
  .meta({ id: 'CreateListing' });

/** The whole draft anew, under `If-Match: "<version>"`; its form too, where it is given. */
export const editListingInput = z
  .strictObject({ form: tradeForm.optional(), ...draftFields })
  .meta({ id: 'EditListing' });

/** A second person of the county signs that the quota is surplus (domain §8). */
export const certifyListingInput = z
  .strictObject({ statement: z.string().max(500).optional(), sealing: sealingCeremony.optional() })
  .meta({ id: 'CertifyListing' });

export const approvalDecisionInput = z
  .strictObject({
    decision: z.enum(['approved', 'rejected']),
    reason: z.string().trim().min(1).max(500),
    /** What the signer declares of interests of their own: without `none` nobody signs. */
    interest: z.enum(['none', 'held']).optional(),
  })
  .meta({ id: 'DecideApproval' });

export const withdrawListingInput = z
  .strictObject({ reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'WithdrawListing' });

/** Accepts the reduction that county-first enforcement offered (domain §8). */
export const acceptReductionInput = z.strictObject({}).meta({ id: 'AcceptReduction' });

/** One line of the county-first arithmetic; amounts of area and paddy in ha, of capacity in kg. */
export const arithmeticLine = z
  .strictObject({
    component: z.enum(['area', 'paddy', 'capacity']),
    available: signedHectares.or(signedKilograms),
    need: signedHectares.or(signedKilograms),
    reserve: signedHectares.or(signedKilograms),
    margin: signedHectares.or(signedKilograms),
    surplus: hectares.or(kilograms),
    asked: hectares.or(kilograms),
    holds: z.boolean(),
  })
  .meta({ id: 'ArithmeticLine' });

export const countyFirstProof = z
  .strictObject({
    certifiedAt: instant,
    lines: z.array(arithmeticLine),
    declarationSignedOn: z.string().nullable(),
  })
  .meta({ id: 'CountyFirstProof' });

/** Instants fixed at notice from the policy that the listing runs under (domain §16); null before. */
export const timetable = z
  .strictObject({
    noticeAt: instant.nullable(),
    opensAt: instant.nullable(),
    depositCloseAt: instant.nullable(),
    listingBidStopAt: instant.nullable(),
    listingEndsAt: instant.nullable(),
    timedStartsAt: instant.nullable(),
    closesAt: instant.nullable().meta({ description: 'end of the running window' }),
    closedAt: instant.nullable(),
    publicityEndsAt: instant.nullable(),
  })
  .meta({ id: 'Timetable' });

export const listingItem = z
  .strictObject({
    ordinal: z.int(),
    lotId: id,
    lotNumber: z.string(),
    projectNumber: z.string(),
    projectName: z.string(),
    filingNo: z.string().nullable(),
    grade: z.int().nullable(),
    quantities: quantitiesWire,
  })
  .meta({ id: 'ListingItem' });

export const approval = z
  .strictObject({
    round: z.int(),
    ordinal: z.int(),
    lane: z.enum(approvalLanes),
    party: partyRef,
    decision: z.enum(['approved', 'rejected']).nullable(),
    reason: z.string().nullable(),
    /** People's names are for those who may see the file; reasons are published with the notice. */
    personName: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    dueAt: instant.nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'Approval' });

const summaryFields = {
  id,
  number: z.string().nullable(),
  title: z.string(),
  seller: partyRef.meta({ description: 'who listed it: of a reverse purchase, the buyer' }),
  quota: quotaKind,
  form: tradeForm,
  status: listingStatus,
  quantities: quantitiesWire,
  areaMu: z.string().meta({ description: '亩 with 4 decimals, for display' }),
  startPriceCny: cny,
  stepCny: cny.nullable(),
  depositCny: cny,
  ceilingCny: cny.nullable(),
  floorCny: cny.nullable().meta({ description: 'the lowest price of a reverse purchase' }),
  currentPriceCny: cny.nullable().meta({ description: 'leading bid, or the price at which it closed' }),
  bidCount: z.int(),
  version: z.int(),
  noticeAt: instant.nullable(),
  opensAt: instant.nullable(),
  listingEndsAt: instant.nullable(),
  closesAt: instant.nullable(),
  closedAt: instant.nullable(),
  createdAt: instant,
};

/** One row of a feed. */
export const listingSummary = z.strictObject(summaryFields).meta({ id: 'ListingSummary' });
export const listingPage = page(listingSummary).meta({ id: 'ListingPage' });

/** A listing as its notice shows it; `approvals` only to those who may see the file. */
export const listing = z
  .strictObject({
    ...summaryFields,
    items: z.array(listingItem),
    timetable,
    /** The policy snapshot: periods, percentages and windows that this listing runs under. */
    policy: policySchema,
    countyFirst: countyFirstProof.nullable(),
    winner: partyRef.nullable().meta({ description: 'who won; in a reverse purchase a seller' }),
    namedBuyer: partyRef.nullable().meta({ description: 'of a negotiated deal or an allocation' }),
    /** Every buyer, where a listing has several; at most one otherwise. */
    awards: z.array(
      z.strictObject({ seller: partyRef, buyer: partyRef, quantities: quantitiesWire, priceCny: cny }),
    ),
    sealing: sealingFacts.nullable(),
    registrations: z.int().meta({ description: 'bidders with the right to bid' }),
    approvals: z.array(approval),
    awaiting: z
      .strictObject({ lane: z.enum(approvalLanes), party: partyRef })
      .nullable()
      .meta({ description: 'who has to sign next' }),
    drawCommitment: z
      .string()
      .nullable()
      .meta({ description: 'SHA-256 commitment that the notice published for a draw' }),
    draw: drawRecord.nullable(),
    drawnParties: z
      .array(partyRef)
      .optional()
      .meta({ description: 'whom the codes of the draw name, in its order; absent before there is one' }),
    /** A county-first breach and what the seller is offered. */
    breach: z
      .strictObject({
        at: instant,
        reduced: quantitiesWire.nullable(),
        answerBy: instant.nullable(),
        decision: z.string().nullable(),
      })
      .nullable(),
    notes: z.string(),
  })
  .meta({ id: 'Listing' });

const commaList = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .max(400)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(item).max(20));

/** The public feed: newest notice first, keyset pages. `status` takes several, separated by commas. */
/** `newest` notice first; the others order what has not ended: by the end of the running window or the start price. */
export const listingSort = z.enum(['newest', 'closing-soon', 'price-low', 'price-high']);

export const listingFeedQuery = z.strictObject({
  ...pageQuery,
  status: commaList(listingStatus).optional(),
  quota: quotaKind.optional(),
  county: regionCode.optional().meta({ description: 'a county, or a city for all its counties' }),
  q: z.string().trim().min(1).max(80).optional().meta({ description: 'part of the number or title' }),
  sort: listingSort
    .optional()
    .meta({ description: 'newest when left out; the others leave out what has ended' }),
});

export const myListingsQuery = z.strictObject({ ...pageQuery, status: commaList(listingStatus).optional() });

/** A lane that waits for the reader's party. */
export const waitingApproval = z
  .strictObject({
    lane: z.enum(approvalLanes),
    round: z.int(),
    since: instant,
    dueAt: instant.nullable(),
    listing: listingSummary,
  })
  .meta({ id: 'WaitingApproval' });
export const waitingApprovals = z
  .strictObject({ items: z.array(waitingApproval) })
  .meta({ id: 'WaitingApprovals' });

/** What the market runs under now: a new listing takes these values as its snapshot (domain §16). */
export const policyInForce = z
  .strictObject({ pack: z.string(), version: z.int(), values: policySchema })
  .meta({ id: 'PolicyInForce' });

/** Why county-first enforcement or a regulator stopped a listing, for the room and the notice. */
export const listingEventKinds = [
  'listing.drafted',
  'listing.edited',
  'listing.certified',
  'listing.approved',
  'listing.rejected',
  'listing.noticed',
  'listing.withdrawn',
  'listing.reduced',
  'listing.suspended',
  'listing.resumed',
  'listing.terminated',
  'bidder.admitted',
  'phase.changed',
  'window.extended',
  'bid.accepted',
  'ceiling.reached',
  'ceiling.accepted',
  'drawn',
  'order.opened',
  'order.drawn',
  'listing.bought',
  'offer.accepted',
  'bid.sealed',
  'share.given',
  'seals.opened',
  'closed',
] as const;
