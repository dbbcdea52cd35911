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
export * from './planner/requests.js';

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
    /** Offers that every plan is to have; of a divisible one, how many of its parts. */
    lock: z
      .array(z.strictObject({ offerId: id, parts: z.int().min(1).optional() }))
      .max(50)
      .optional(),
    /** Offers that no plan is to have. */
    without: z.array(id).max(500).optional(),
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
  'left-out',
  'dearer',
] as const;
export const exclusionRule = z.enum(exclusionRules);

/** What can be had where: by a listing, from the region's reserve, or from an owner whose listing found no buyer. */
export const offerSource = z.enum(['listing', 'reserve', 'negotiable']);

const offerFields = {
  /** Of its listing; without one, of its lot. */
  offerId: id,
  source: offerSource,
  listingId: id.nullable().meta({ description: 'null: nothing is listed; its owner is asked' }),
  number: z.string().nullable(),
  title: z.string(),
  seller: partyRef,
  form: tradeForm,
  divisible: z.boolean(),
  /** Equal parts that it is sold in; 1: as a whole. */
  ofParts: z.int(),
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
    /** Parts that are taken. */
    parts: z.int(),
    locked: z.boolean(),
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
    /** From the buyer's own bank, as much of it as is for this need: first, and for nothing. */
    own: quantitiesWire,
    /** Won or led already, and on its way: as much of it as is for this need. */
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
export const actInput = z
  .strictObject({
    aim: planAim,
    /** wallet: the party's deposit wallet stands for every registration at once; each: every one asks for its own. */
    deposit: z.enum(['each', 'wallet']).default('each'),
  })
  .meta({ id: 'ActOnPlan' });

export const actStepState = z.enum([
  /** The owner has not answered. */
  'asked',
  /** The owner agreed, or the notice names the buyer: it is sold to it when its notice has run. */
  'agreed',
  'deposit-due',
  /** A price to bid is left to the person. */
  'ready',
  /** Sealing happens in the browser of the person who bids: prepared, and left to it. */
  'to-seal',
  'sealed',
  /** Fixed price: the market buys as soon as it may. */
  'buying',
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
    deposit: z.enum(['each', 'wallet']),
    steps: z.array(
      z.strictObject({
        /** Null until an asked owner lists it. */
        listingId: id.nullable(),
        requestId: id.nullable(),
        number: z.string().nullable(),
        title: z.string(),
        form: tradeForm,
        listingStatus: z.string().nullable(),
        registrationId: id.nullable(),
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

/** A planning that is under way, known by the idempotency key it was asked with. */
export const planRun = z
  .strictObject({
    key: id,
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    done: z.int(),
    total: z.int(),
  })
  .meta({ id: 'PlanRun' });
