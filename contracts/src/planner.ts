import { z } from 'zod';
import {
  cny,
  day,
  id,
  instant,
  partyCode,
  quantitiesInput,
  quantitiesWire,
  quotaKind,
  regionCode,
} from './common/schema.js';
import { partyRef, tradeForm } from './listings.js';

export * from './planner/demand.js';

/** The planner: cover a need from everything on offer (domain §8, §9). */

export const planAims = ['least-cost', 'fewest-counterparties', 'soonest'] as const;
export const planAim = z.enum(planAims);

/** Which need to cover: one on record, or three numbers as if it were declared. */
export const planInput = z
  .strictObject({
    needId: id.optional(),
    projectCode: z.string().trim().min(1).max(60).optional(),
    quota: quotaKind.default('SFQ'),
    ...quantitiesInput,
    grade: z
      .int()
      .min(1)
      .max(15)
      .optional()
      .meta({ description: 'grade of the farmland occupied; it implies the least capacity' }),
    region: regionCode.optional().meta({ description: 'buy only in this county or city' }),
    deadline: day.optional().meta({ description: 'the quota has to be there by the end of this day' }),
    patience: z.enum(['quick', 'thorough']).default('quick'),
  })
  .meta({ id: 'PlanInput' });

/** Why a lot is in no plan. */
export const exclusionRules = [
  'own-listing',
  'leading',
  'conflict-of-interest',
  'exceeds-need',
  'after-deadline',
  'outside-region',
  'registration-closed',
  'city-window',
  'named-buyer',
  'suspended',
  'key-projects-only',
  'adds-nothing',
  'dearer',
] as const;
export const exclusionRule = z.enum(exclusionRules);

const offerFields = {
  listingId: id,
  number: z.string().nullable(),
  title: z.string(),
  seller: partyRef,
  form: tradeForm,
  divisible: z.boolean(),
  /** The whole lot. */
  offered: quantitiesWire,
};

export const planDates = z
  .strictObject({ closesAt: instant, publicityEndsAt: instant, readyAt: instant })
  .meta({ id: 'PlanDates' });

/** One lot of a plan: how much of it, for how much, and when it arrives. */
export const planItem = z
  .strictObject({
    ...offerFields,
    quantities: quantitiesWire,
    expectedCny: cny,
    /** Expected for the whole lot. */
    wholeCny: cny,
    lowCny: cny,
    highCny: cny.nullable().meta({ description: 'null: nothing bounds it' }),
    depositCny: cny,
    dates: planDates,
  })
  .meta({ id: 'PlanItem' });

export const plan = z
  .strictObject({
    aim: planAim,
    items: z.array(planItem),
    covered: quantitiesWire.meta({ description: 'own quota included' }),
    surplus: quantitiesWire,
    short: quantitiesWire,
    costCny: cny,
    lowCny: cny,
    highCny: cny.nullable(),
    depositCny: cny,
    counterparties: z.int(),
    readyAt: instant.nullable(),
    /** True: nothing better exists. Else what is certain about how much better it could be. */
    proven: z.boolean(),
    boundCny: cny.nullable(),
  })
  .meta({ id: 'Plan' });

export const planExclusion = z
  .strictObject({
    ...offerFields,
    priceCny: cny,
    rule: exclusionRule,
    /** What the sentence of the rule is filled with. */
    detail: z.record(z.string(), z.string()),
  })
  .meta({ id: 'PlanExclusion' });

/** What would make the need coverable, cheapest first. */
export const planRelaxation = z
  .strictObject({
    kind: z.enum(['later-deadline', 'wider-region', 'larger-deficit', 'smaller-need']),
    detail: z.record(z.string(), z.string()),
    costCny: cny.nullable(),
  })
  .meta({ id: 'PlanRelaxation' });

export const planSet = z
  .strictObject({
    id,
    madeAt: instant,
    party: partyCode,
    needId: id.nullable(),
    needTitle: z.string().nullable(),
    quota: quotaKind,
    required: quantitiesWire,
    /** From the buyer's own bank: first, and for nothing. */
    own: quantitiesWire,
    /** Won or led already, and on its way. */
    coming: quantitiesWire,
    toBuy: quantitiesWire,
    /** What the buyer may still buy at most (domain §9); null without a cap. */
    allowed: quantitiesWire.nullable(),
    deadline: day.nullable(),
    offers: z.int(),
    plans: z.array(plan),
    excluded: z.array(planExclusion),
    shortfall: z
      .strictObject({
        short: quantitiesWire,
        /** False: nothing better was found in the time given; patience `thorough` might find it. */
        certain: z.boolean(),
        relaxations: z.array(planRelaxation),
      })
      .nullable(),
  })
  .meta({ id: 'PlanSet' });

/** A chosen plan, carried out: everything it needs is registered for in one act. */
export const actInput = z.strictObject({ aim: planAim }).meta({ id: 'ActOnPlan' });

export const actStepState = z.enum([
  'deposit-due',
  'ready',
  'leading',
  'won',
  'transferred',
  'written-off',
  'lost',
]);

export const planAct = z
  .strictObject({
    id,
    planSetId: id,
    needId: id.nullable(),
    aim: planAim,
    actedAt: instant,
    state: z.enum(['open', 'lost', 'done']),
    /** The plan that was made anew when a lot was lost. */
    nextPlanSetId: id.nullable(),
    depositCny: cny,
    steps: z.array(
      z.strictObject({
        listingId: id,
        number: z.string().nullable(),
        title: z.string(),
        form: tradeForm,
        listingStatus: z.string(),
        registrationId: id,
        /** Of the deposit, until it is paid. */
        paymentId: id.nullable(),
        depositCny: cny,
        expectedCny: cny,
        quantities: quantitiesWire,
        state: actStepState,
        tradeId: id.nullable(),
      }),
    ),
  })
  .meta({ id: 'PlanAct' });
export const planActs = z.strictObject({ items: z.array(planAct) }).meta({ id: 'PlanActs' });
