import { z } from 'zod';
import { cny, id, instant } from './common/schema.js';
import { confirmPaymentInput, payment } from './payments.js';

/** The deposit wallet (保证金账户): one deposit that stands for several auctions, up to an exposure limit. */

/** held: it stands for the auction. Each cover ends once: applied to a price, released, or forfeited. */
export const coverState = z.enum(['held', 'applied', 'released', 'forfeited']);

export const depositCover = z
  .strictObject({
    registrationId: id,
    listingId: id,
    listingNumber: z.string().nullable(),
    listingTitle: z.string(),
    amountCny: cny,
    /** What of it went into the price or was lost. */
    usedCny: cny,
    state: coverState,
    coveredAt: instant,
    resolvedAt: instant.nullable(),
  })
  .meta({ id: 'DepositCover' });

export const wallet = z
  .strictObject({
    /** What is in it now: paid in, less paid back, less used. */
    fundsCny: cny,
    /** What stands for deposits now. */
    heldCny: cny,
    /** What the market's policy lets it stand for in all, and how much of that is left. */
    limitCny: cny,
    coverableCny: cny,
    /** What can be taken out. */
    withdrawableCny: cny,
    /** Newest first, the last hundred. */
    covers: z.array(depositCover),
    /** Money paid in, newest first, the last fifty; with bank instructions while it is under way. */
    topUps: z.array(payment),
    /** Money on its way back to the party's bank, or there, newest first, the last fifty. */
    withdrawals: z.array(
      z.strictObject({
        id,
        amountCny: cny,
        state: z.enum(['requested', 'submitted', 'unknown', 'succeeded', 'failed']),
        requestedAt: instant,
        resolvedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'Wallet' });

const positiveCny = cny.refine((text) => /[1-9]/.test(text), 'more than nothing');

export const topUpInput = z
  .strictObject({ amountCny: positiveCny, ...confirmPaymentInput.shape })
  .meta({ id: 'TopUpWallet' });
export const withdrawInput = z.strictObject({ amountCny: positiveCny }).meta({ id: 'WithdrawFromWallet' });
