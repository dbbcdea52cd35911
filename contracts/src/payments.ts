import { z } from 'zod';
import { cny, id, instant, page, pageQuery, partyCode } from './common/schema.js';

/** Deposits, balances, refunds and payouts (domain §14). What the provider says is never shown raw. */

export const paymentKind = z.enum(['deposit', 'balance', 'late-charge', 'compensation']);
export const paymentState = z.enum(['requested', 'submitted', 'unknown', 'succeeded', 'failed', 'canceled']);
export const paymentMethod = z.enum(['bank-transfer', 'card']);
export const paymentSubject = z.enum(['registration', 'trade', 'wallet', 'instalment']);

/** Where a buyer's bank sends the money: a sub-account made for this payment alone. */
export const transferInstructions = z
  .strictObject({
    bankName: z.string(),
    accountName: z.string(),
    accountNumber: z.string(),
    reference: z.string(),
    amountCny: cny,
  })
  .meta({ id: 'TransferInstructions' });

export const payment = z
  .strictObject({
    id,
    kind: paymentKind,
    subjectType: paymentSubject,
    subjectId: id,
    partyCode,
    amountCny: cny,
    refundedCny: cny,
    /** unknown: the provider has not answered; it is being looked up, nobody should pay again. */
    state: paymentState,
    method: paymentMethod,
    instructions: transferInstructions.nullable(),
    failureCode: z.string().nullable(),
    requestedAt: instant,
    resolvedAt: instant.nullable(),
  })
  .meta({ id: 'Payment' });
export const paymentPage = page(payment).meta({ id: 'PaymentPage' });
export const paymentQuery = z.strictObject({
  ...pageQuery,
  state: paymentState.optional(),
  subjectId: id.optional(),
});

/** How the buyer pays. A live market takes the card's token from the provider's own form. */
export const confirmPaymentInput = z
  .strictObject({
    method: paymentMethod,
    cardToken: z
      .string()
      .regex(/^pm_\w{1,80}$/)
      .optional(),
  })
  .meta({ id: 'ConfirmPayment' });

/** Demo and practice only: the buyer's bank sends the money. Without an amount, what is due. */
export const fundPaymentInput = z.strictObject({ amountCny: cny.optional() }).meta({ id: 'FundPayment' });

export const webhookReceipt = z.strictObject({ received: z.literal(true) }).meta({ id: 'WebhookReceipt' });

export const payoutState = z.enum([
  'waiting',
  'prepared',
  'released',
  'submitted',
  'unknown',
  'succeeded',
  'failed',
]);
/** A part of a trade's proceeds on its way out: one person prepares it, another releases it. */
export const payout = z
  .strictObject({
    id,
    tradeId: id,
    tradeNumber: z.string(),
    ordinal: z.number().int(),
    /** Who gets it, in the words of the policy: county, town, collective, household, … */
    beneficiary: z.string(),
    /** Whether the pack wants it paid by name, and how many names its holder has filed. */
    byName: z.boolean(),
    names: z.number().int(),
    partyCode: partyCode.nullable(),
    amountCny: cny,
    state: payoutState,
    preparedBy: z.string().nullable(),
    releasedBy: z.string().nullable(),
    createdAt: instant,
    resolvedAt: instant.nullable(),
  })
  .meta({ id: 'Payout' });
export const payoutPage = page(payout).meta({ id: 'PayoutPage' });
export const payoutQuery = z.strictObject({
  ...pageQuery,
  state: payoutState.optional(),
  tradeId: id.optional(),
});
export const payoutCommand = z.strictObject({}).meta({ id: 'PayoutCommand' });

/** A party's money with the market, in all: what it paid in, got back, lost, has there now, and was paid out. */
export const partyMoney = z
  .strictObject({
    party: partyCode,
    paidCny: cny,
    refundedCny: cny,
    forfeitedCny: cny,
    depositHeldCny: cny,
    receivedCny: cny,
  })
  .meta({ id: 'PartyMoney' });

/** What became of a bank's statement: its good lines are kept once each, every bad cell is named. */
export const bankStatement = z
  .strictObject({
    lines: z.int(),
    fresh: z.int(),
    /** Lines that name nothing of ours; each becomes a finding. */
    unmatched: z.int(),
    totalCny: cny,
    rejected: z.array(z.strictObject({ row: z.int(), column: z.string(), expected: z.string() })),
  })
  .meta({ id: 'BankStatement' });

/** How far the statements of provider and bank have been read, and what of them differs from the journal. */
export const statementStanding = z
  .strictObject({
    sources: z.array(
      z.strictObject({
        source: z.enum(['provider', 'bank']),
        lines: z.int(),
        inCny: cny,
        outCny: cny,
        since: instant,
        through: instant,
      }),
    ),
  })
  .meta({ id: 'StatementStanding' });
