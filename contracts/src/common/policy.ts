import { z } from 'zod';
import { formatCny, tryCny } from './quantity.js';
import { cny, hectares } from './schema.js';

/**
 * Policy keys of domain §16 and their wire forms. A policy is versioned data: each listing stores the resolved values
 * that it ran under. Input may write an amount as 50000 or "50000.00"; the resolved value is always the string.
 */

const wholeNumber = z.number().int().min(0).max(100_000);
const minutes = z.number().int().min(1).max(1_440);
const onOff = z.enum(['on', 'off']);
/** Working days end at 24:00 in Shanghai; calendar days are 24 hours each. */
const daysUnit = z.enum(['working', 'calendar']);

/** A percentage with at most 4 decimals; `percentRatio` makes it exact. */
const percent = z
  .number()
  .min(0)
  .max(10_000)
  .refine((value) => /^\d+(\.\d{1,4})?$/.test(String(value)), 'at most 4 decimals');

const amount = z
  .union([z.string(), z.number().min(0).transform(String)])
  .refine((text) => /^\d{1,13}(\.\d{1,2})?$/.test(text), 'an amount in CNY with at most 2 decimals')
  .transform((text) => formatCny(tryCny(text) ?? 0n))
  .pipe(cny);

/** Land classes that have a price of their own; `lsq` is linkage savings quota whatever its land. */
export const priceClasses = ['dry', 'paddy', 'lsq'] as const;
export type PriceClass = (typeof priceClasses)[number];

const pricePerMu = z.strictObject({ dry: amount, paddy: amount, lsq: amount });
const optionalAmount = amount.nullable().default(null);
const optionalCny = cny.nullable();
/** A bound for each land class; one amount alone stands for all three; null is no bound. */
const boundPerMu = z
  .union([
    amount.transform((value) => ({ dry: value, paddy: value, lsq: value })),
    z.strictObject({ dry: optionalAmount, paddy: optionalAmount, lsq: optionalAmount }),
  ])
  .pipe(z.strictObject({ dry: optionalCny, paddy: optionalCny, lsq: optionalCny }))
  .nullable();

const payee = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/);

/** Deductions come off first, in this order; input may also be `{"city-pool": 50000}`. */
const deductionList = z.array(z.strictObject({ to: payee, cnyPerMu: amount }));
const deductions = z
  .union([
    deductionList,
    z
      .record(payee, amount)
      .transform((each) => Object.entries(each).map(([to, cnyPerMu]) => ({ to, cnyPerMu }))),
  ])
  .pipe(z.array(z.strictObject({ to: payee, cnyPerMu: cny })));

/** Shares of what is left; they add up to 100; input may also be `{"county": 100}`. */
const shareList = z.array(z.strictObject({ to: payee, pct: percent }));
const shares = z
  .union([
    shareList,
    z.record(payee, percent).transform((each) => Object.entries(each).map(([to, pct]) => ({ to, pct }))),
  ])
  .pipe(shareList)
  .refine(
    (each) => each.reduce((sum, { pct }) => sum + percentRatio(pct).numerator, 0n) === 1_000_000n,
    'shares add up to 100',
  );

/** Who signs a listing before its notice, in this order (domain §16). */
export const approvalLanes = ['county-check', 'city', 'region', 'region-government'] as const;
export type ApprovalLane = (typeof approvalLanes)[number];
const lanes = z.array(z.enum(approvalLanes)).min(1);

/** Parts of a balance and when each is due, calendar days after the contract; used where `installments` is on. */
const installmentPlan = z
  .array(z.strictObject({ pct: percent, days: wholeNumber }))
  .min(2)
  .max(12)
  .refine(
    (parts) => parts.reduce((sum, { pct }) => sum + percentRatio(pct).numerator, 0n) === 1_000_000n,
    'parts add up to 100',
  )
  .refine(
    (parts) => parts.every(({ days }, i) => i === 0 || days > (parts[i - 1]?.days ?? 0)),
    'in the order of time',
  );

/** Every key, resolved. Unknown keys are refused. */
export const policySchema = z
  .strictObject({
    needHorizonMonths: wholeNumber,
    reservePct: percent,
    absFloorAreaHa: hectares,
    cityWindowDays: wholeNumber.meta({ description: 'working days; 0 = no city window' }),
    noticeDays: wholeNumber.meta({ description: 'calendar days of 24 h' }),
    listingDays: z.number().int().min(1).max(365).meta({ description: 'calendar days of 24 h' }),
    resultPublicityDays: wholeNumber.meta({ description: 'working days' }),
    timedWindowMin: minutes,
    askWindowMin: wholeNumber,
    listingBidStopMin: wholeNumber,
    staggerMin: wholeNumber,
    timedBiddingEntry: z.enum(['listing-bid', 'any-registered']),
    proxyBidding: onOff,
    runnerUpOffer: onOff,
    installments: onOff,
    installmentPlan,
    buyerDeficitCap: onOff,
    retentionGate: onOff,
    lsqGovApproval: onOff,
    depositPct: percent,
    stepPct: percent,
    ceilingPct: percent.nullable(),
    depositCloseBeforeEndHours: wholeNumber,
    walletExposurePct: z.number().int().min(100).max(1_000).meta({
      description: 'how much deposits covered by a wallet may come to, in percent of the money in it',
    }),
    startPriceCnyPerMu: pricePerMu,
    startPriceCnyPerKg: amount,
    guidePriceCnyPerMu: boundPerMu,
    floorPriceCnyPerMu: boundPerMu,
    capPriceCnyPerMu: boundPerMu,
    negotiatedBandPct: percent,
    contractDays: wholeNumber.meta({ description: 'in contractDaysUnit' }),
    contractDaysUnit: daysUnit,
    paymentDays: wholeNumber.meta({ description: 'in paymentDaysUnit' }),
    paymentDaysUnit: daysUnit,
    refundDays: wholeNumber.meta({ description: 'working days' }),
    lateDailyPct: percent,
    lateDefaultDays: wholeNumber,
    defaultBanMonths: wholeNumber,
    secondBanMonths: wholeNumber,
    forfeitTo: z.enum(['seller', 'region', 'operator']),
    quotaValidityMonths: wholeNumber,
    lsqTurnoverMonths: wholeNumber,
    minLotMu: wholeNumber,
    maxShareOneBuyerPct: percent.nullable(),
    declarationMaxAgeDays: wholeNumber,
    outageSeconds: wholeNumber,
    proceedsByName: z.array(payee).meta({ description: 'payees whose shares are paid out by name' }),
    lsqDeductions: deductions,
    lsqShares: shares,
    sfqShares: shares,
    approvalLanes: z.strictObject({ SFQ: lanes, LSQ: lanes }),
    approvalLaneDays: z
      .strictObject({
        'county-check': wholeNumber,
        city: wholeNumber,
        region: wholeNumber,
        'region-government': wholeNumber,
      })
      .meta({ description: 'working days in which each lane signs' }),
    sampleReviewPct: percent.meta({
      description: 'how many of a hundred noticed listings are looked at again',
    }),
    sampleReviewDays: wholeNumber.meta({ description: 'working days' }),
    objectionLevels: z
      .array(z.strictObject({ owner: z.enum(['region', 'region-government']), days: wholeNumber }))
      .min(1)
      .max(2)
      .meta({ description: 'who decides an objection, and then a second one, within how many working days' }),
  })
  .meta({ id: 'Policy' });

/** A resolved policy: what a listing stores as its snapshot. */
export type Policy = z.output<typeof policySchema>;
export type PolicyKey = keyof Policy;
export type PolicyInput = z.input<typeof policySchema>;

/** Named differences over a pack, as a scenario or a new version writes them. Unknown keys are refused. */
export const policyOverridesSchema = policySchema
  .partial()
  .extend({
    startPriceCnyPerMu: pricePerMu.partial().optional(),
    approvalLanes: z.strictObject({ SFQ: lanes, LSQ: lanes }).partial().optional(),
  })
  .meta({ id: 'PolicyOverrides' });
export type PolicyOverrides = z.output<typeof policyOverridesSchema>;
export type PolicyOverridesInput = z.input<typeof policyOverridesSchema>;

export const policyPacks = ['ningxia', 'guangdong'] as const;
export type PolicyPack = (typeof policyPacks)[number];

/** 12.5 → 125000/1000000: an exact ratio, for `scaleDown` and its sisters. */
export function percentRatio(pct: number): { numerator: bigint; denominator: bigint } {
  const [whole = '0', fraction = ''] = String(pct).split('.');
  return { numerator: BigInt(whole + fraction.padEnd(4, '0')), denominator: 1_000_000n };
}
