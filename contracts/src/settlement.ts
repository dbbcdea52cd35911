import { z } from 'zod';
import {
  cny,
  id,
  instant,
  page,
  pageQuery,
  partyCode,
  quantitiesWire,
  quotaKind,
  signedQuantitiesWire,
} from './common/schema.js';
import { confirmPaymentInput, paymentState } from './payments.js';
import { tradeStatuses } from './common/statuses.js';

/** Trades from award to certificate (domain §7), results and public verification (domain §12). */

export const tradeStatus = z.enum(tradeStatuses);

const partyName = z.strictObject({ code: partyCode, nameZh: z.string(), nameEn: z.string() });

const tradeHead = {
  id,
  number: z.string(),
  listingId: id,
  listingNumber: z.string().nullable(),
  listingTitle: z.string(),
  seller: partyName,
  buyer: partyName,
  quota: quotaKind,
  status: tradeStatus,
  quantities: quantitiesWire,
  priceCny: cny,
  depositCny: cny,
  awardedAt: instant,
  publicityEndsAt: instant,
  contractDueAt: instant.nullable(),
  paymentDueAt: instant.nullable(),
  completedAt: instant.nullable(),
  certificateNumber: z.string().nullable(),
};

export const tradeSummary = z.strictObject(tradeHead).meta({ id: 'TradeSummary' });
export const tradePage = page(tradeSummary).meta({ id: 'TradePage' });
export const tradeQuery = z.strictObject({
  ...pageQuery,
  status: tradeStatus.optional(),
  listingId: id.optional(),
});

export const tradeItem = z
  .strictObject({
    ordinal: z.number().int(),
    lotId: id,
    lotNumber: z.string(),
    /** The buyer's lot, once the quota has moved. */
    newLotId: id.nullable(),
    newLotNumber: z.string().nullable(),
    quantities: quantitiesWire,
  })
  .meta({ id: 'TradeItem' });

/** A recovery point that the trade has passed. */
export const tradeStep = z.strictObject({ step: z.string(), at: instant }).meta({ id: 'TradeStep' });
const signature = z.strictObject({ at: instant, byName: z.string() }).nullable();

/** One tier of domain §8 "Tiers": who came before whom, when they were told, and what they answered. */
const priorityTier = z.strictObject({
  tier: z.number().int().min(0).max(2),
  basis: z.enum(['own-projects', 'city-window', 'region']),
  /** Whether the policy opens this tier. */
  applies: z.boolean(),
  toldAt: instant.nullable(),
  until: instant.nullable(),
  /** Tier 0: how many local needs were kept back, and how much. */
  needs: z.number().int().nullable(),
  need: quantitiesWire.nullable(),
  eligible: z.array(
    z.strictObject({
      ...partyName.shape,
      answer: z.enum(['won', 'bid', 'registered', 'declined']),
      answeredAt: instant.nullable(),
    }),
  ),
});
const priorityMargin = z.strictObject({
  moment: z.enum(['notice', 'close', 'transfer']),
  at: instant,
  /** Policy pack and version. */
  rule: z.string(),
  available: quantitiesWire,
  need: quantitiesWire,
  reserve: quantitiesWire,
  margin: signedQuantitiesWire,
  holds: z.boolean(),
});
const priorityBreach = z.strictObject({
  raisedAt: instant,
  decision: z.string().nullable(),
  reason: z.string().nullable(),
  decidedAt: instant.nullable(),
});
const hexDigest = z.string().regex(/^[0-9a-f]{64}$/);

/** The proof that county-first held for a trade. `digest` is SHA-256 over the canonical JSON of `content`. */
export const priorityCertificate = z
  .strictObject({
    number: z.string(),
    digest: hexDigest,
    content: z.strictObject({
      version: z.literal(1),
      number: z.string(),
      trade: z.string(),
      listing: z.string().nullable(),
      quota: quotaKind,
      seller: partyName,
      rule: z.string(),
      tiers: z.array(priorityTier),
      margins: z.array(priorityMargin),
      breaches: z.array(priorityBreach),
      issuedAt: instant,
    }),
  })
  .meta({ id: 'PriorityCertificate' });

/** Of a priority certificate, what the public may see: numbers instead of names. */
export const prioritySummary = z
  .strictObject({
    number: z.string(),
    digest: hexDigest,
    rule: z.string(),
    issuedAt: instant,
    tiers: z.array(
      z.strictObject({
        ...priorityTier.omit({ eligible: true }).shape,
        eligible: z.number().int(),
        declined: z.number().int(),
      }),
    ),
    margins: z.array(priorityMargin),
    breaches: z.array(priorityBreach),
  })
  .meta({ id: 'PrioritySummary' });

export const trade = z
  .strictObject({
    ...tradeHead,
    items: z.array(tradeItem),
    steps: z.array(tradeStep),
    confirmedAt: instant.nullable(),
    signatures: z.strictObject({ seller: signature, buyer: signature }),
    /** What the buyer still pays: the price less the deposit. */
    balance: z.strictObject({ amountCny: cny, paymentId: id, state: paymentState }).nullable(),
    paidAt: instant.nullable(),
    transferredAt: instant.nullable(),
    lateChargeCny: cny,
    /** What paying late costs, once the price is there; until then what it would cost if it came now. */
    late: z
      .strictObject({ amountCny: cny, paymentId: id.nullable(), state: paymentState.nullable() })
      .nullable(),
    /** Where the policy lets a balance be paid in parts; empty where it does not. */
    instalments: z.array(
      z.strictObject({
        part: z.number().int(),
        amountCny: cny,
        dueAt: instant,
        /** Null until this part is asked for. */
        paymentId: id.nullable(),
        state: paymentState.nullable(),
      }),
    ),
    /** What a seller in default owes the buyer beside its deposit. */
    compensation: z.strictObject({ amountCny: cny, paymentId: id, state: paymentState }).nullable(),
    /** In the order of the policy: deductions, then shares; zero rows left out. */
    proceeds: z.array(
      z.strictObject({
        to: z.string(),
        partyCode: partyCode.nullable(),
        amountCny: cny,
        payoutId: id,
        state: z.string(),
      }),
    ),
    /** Papers that are made: confirmation of sale, contract, receipt. */
    papers: z.array(z.enum(['confirmation', 'contract', 'receipt'])),
    certificate: z
      .strictObject({ id, number: z.string(), code: z.string(), digest: z.string(), rendered: z.boolean() })
      .nullable(),
    /** Issued with the certificate. */
    priority: priorityCertificate.nullable(),
  })
  .meta({ id: 'Trade' });

/** The signer's own person and party are the signature; nothing else is sent. */
export const signTradeInput = z.strictObject({}).meta({ id: 'SignTrade' });
/** Pays the balance: as `POST /payments/:id/confirmation` for the trade's open payment, or a new one after a failure. */
export const payTradeInput = confirmPaymentInput;

/** A published result (domain §12). The objection channel stays open until `objectionsUntil`. */
export const result = z
  .strictObject({
    tradeId: id,
    listingId: id,
    listingNumber: z.string().nullable(),
    title: z.string(),
    seller: partyName,
    buyer: partyName,
    quota: quotaKind,
    quantities: quantitiesWire,
    priceCny: cny,
    /** Total price per 亩 of area; null where no area is sold. */
    cnyPerMu: cny.nullable(),
    form: z.string(),
    bidders: z.number().int(),
    closedAt: instant,
    objectionsUntil: instant,
    status: tradeStatus,
  })
  .meta({ id: 'Result' });
export const resultPage = page(result).meta({ id: 'ResultPage' });
export const resultQuery = z.strictObject({ ...pageQuery, quota: quotaKind.optional() });

export const certificateCode = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/));

/** What anyone who holds the code may see. The buyer's name is masked; the digest is over the whole content. */
export const verification = z
  .strictObject({
    number: z.string(),
    code: z.string(),
    status: z.enum(['valid', 'revoked', 'expired', 'used-up']),
    issuedAt: instant,
    validUntil: instant.nullable(),
    revokedAt: instant.nullable(),
    revokeReason: z.string().nullable(),
    quota: quotaKind,
    quantities: quantitiesWire,
    used: quantitiesWire,
    remaining: quantitiesWire,
    tradeNumber: z.string(),
    listingNumber: z.string().nullable(),
    sellerName: z.string(),
    buyerNameMasked: z.string(),
    priceCny: cny,
    origins: z.array(
      z.strictObject({ projectNumber: z.string(), county: z.string(), quantities: quantitiesWire }),
    ),
    /** SHA-256 over the canonical content, 64 hex digits: the bars. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    /** SHA-256 of the issued PDF; null until it is made. */
    pdfSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    /** Null for certificates from before there were any. */
    priority: prioritySummary.nullable(),
  })
  .meta({ id: 'Verification' });

export const paperKind = z.enum(['confirmation', 'contract', 'receipt']);
export const paperDigest = z.string().regex(/^[0-9a-f]{64}$/);
/** A genuine paper: whoever holds it compares kind, trade and digest with what is printed. */
export const paperCheck = z
  .strictObject({ kind: paperKind, tradeNumber: z.string(), digest: paperDigest, createdAt: instant })
  .meta({ id: 'PaperCheck' });
