import { z } from 'zod';
import { cny, hectares, id, instant, quotaKind } from './common/schema.js';

/** Proceeds by name (domain §14): who of a village gets how much of a payout. Names are not public, totals are. */

const accountTail = z.string().regex(/^[0-9]{4}$/);

export const beneficiariesInput = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(80),
          /** The last four digits of the account; the bank has the whole of it. */
          accountTail,
          /** The land that it gave; the payout is shared by it. */
          areaHa: hectares.refine((text) => /[1-9]/.test(text), 'more than nothing'),
        }),
      )
      .min(1)
      .max(5_000),
  })
  .meta({ id: 'NameBeneficiaries' });

export const beneficiaryList = z
  .strictObject({
    items: z.array(z.strictObject({ name: z.string(), accountTail, areaHa: hectares, amountCny: cny })),
    totalCny: cny,
  })
  .meta({ id: 'BeneficiaryList' });

export const proceedsTotals = z
  .strictObject({
    items: z.array(
      z.strictObject({
        quota: quotaKind,
        /** county, town, collective, household, … as the policy names it. */
        to: z.string(),
        amountCny: cny,
        payouts: z.int(),
        /** To how many by name. */
        names: z.int(),
      }),
    ),
  })
  .meta({ id: 'ProceedsTotals' });

/** Papers of many trades, made in the background and followed together. */
export const paperBatchInput = z
  .strictObject({ tradeIds: z.array(id).min(1).max(500) })
  .meta({ id: 'MakePapers' });

export const paperBatch = z
  .strictObject({
    id,
    createdAt: instant,
    /** Papers that the trades can have by now, certificates among them, and how many of them are made. */
    total: z.int(),
    done: z.int(),
    trades: z.array(z.strictObject({ tradeId: id, tradeNumber: z.string(), total: z.int(), done: z.int() })),
  })
  .meta({ id: 'PaperBatch' });
