import { quotaKind } from '@muheng/contracts/common/schema';
import { tradeForms } from '@muheng/contracts/common/statuses';
import { z } from 'zod';

/** The scenario format, version 1. What a file says beyond it is an error: a story must not be half understood. */

const ha = z.string().regex(/^\d{1,10}\.\d{4}$/, 'hectares with 4 decimals, such as "60.8544"');
const kg = z.string().regex(/^\d{1,13}\.\d{4}$/, 'kilograms with 4 decimals, such as "365126.4000"');
const cny = z.string().regex(/^\d{1,13}\.\d{2}$/, 'CNY with 2 decimals, such as "45640800.00"');
const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();
const code = z.string().min(2).max(32);
const ref = z.string().min(1).max(60);
const quantities = { areaHa: ha.optional(), paddyHa: ha.optional(), capacityKg: kg.optional() };
const category = z.enum([
  'construction',
  'national-key',
  'regional-key',
  'livelihood',
  'village-housing',
  'rural-development',
]);

const party = z.strictObject({
  code,
  kind: z.enum(['zone', 'project-owner', 'county-unit']),
  county: code.optional(),
  name: z.string().min(1),
  /** Where readers of English should see another name. */
  nameEn: z.string().min(1).optional(),
  standalone: z.boolean().optional(),
});
const lot = z.strictObject({
  ref,
  owner: code,
  quota: quotaKind,
  ...quantities,
  grade: z.number().int().min(1).max(15).optional(),
  fundingSource: z
    .enum(['county', 'reclamation-fee', 'social', 'new-construction-land-fee'])
    .default('county'),
});
const needFields = {
  ref,
  party: code,
  quota: quotaKind,
  ...quantities,
  category,
  title: z.string().optional(),
};
const surveyFields = { county: code, farmlandHa: ha, targetHa: ha };
const usage = z.strictObject({
  county: code,
  quota: quotaKind,
  meanYearlyAreaHa: ha.optional(),
  meanYearlyPaddyHa: ha.optional(),
  meanYearlyCapacityKg: kg.optional(),
});

const common = { expect: z.string().optional() };
const step = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ do: z.literal(name), ...shape, ...common });
const useFields = { party: code, project: z.string().min(1).max(60), quota: quotaKind, ...quantities };
const reason = z.string().min(1).default('scenario');

const steps = [
  step('declare-need', needFields),
  step('create-listing', {
    ref,
    /** In every form but a purchase. */
    seller: code.optional(),
    form: z.enum(tradeForms),
    buyer: code.optional(),
    /** Lots; of a purchase quantities alone, which may as well stand beside the form. */
    items: z.array(z.strictObject({ lot: ref.optional(), ...quantities })).default([]),
    ...quantities,
    /** Of a purchase; `SFQ` when left out. */
    quota: quotaKind.optional(),
    startPriceCny: cny,
    floorCny: cny.optional(),
    stepCny: cny.optional(),
    depositCny: cny.optional(),
    ceilingCny: cny.nullable().optional(),
    title: z.string().optional(),
    approvals: z.enum(['auto', 'none']).default('auto'),
  }),
  step('approve', { listing: ref, by: code, reason }),
  step('reject', { listing: ref, by: code, reason }),
  step('register', {
    listing: ref,
    buyer: code.optional(),
    seller: code.optional(),
    project: z.string().optional(),
    items: z.array(z.strictObject({ lot: ref, ...quantities })).optional(),
  }),
  step('bid', {
    listing: ref,
    buyer: code.optional(),
    seller: code.optional(),
    priceCny: cny,
    quantityHa: ha.optional(),
    maxPriceCny: cny.optional(),
  }),
  step('buy', { listing: ref, buyer: code }),
  step('accept-ceiling', { listing: ref, buyer: code }),
  step('withdraw', { listing: ref, reason }),
  step('sign', { listing: ref, by: code }),
  step('pay', { listing: ref, by: code }),
  step('settle', { listing: ref }),
  step('gateway-fault', {
    kind: z.enum([
      'slow',
      '409',
      '429',
      '500',
      'reset',
      'commit-then-timeout',
      'duplicate',
      'reordered',
      'dropped',
    ]),
    count: z.number().int().min(1).max(1_000),
  }),
  step('survey', surveyFields),
  step('freeze', { party: code.optional(), lot: ref.optional(), by: code.optional(), reason }),
  step('unfreeze', { party: code.optional(), lot: ref.optional(), by: code.optional(), reason }),
  step('earmark', useFields),
  step('release', useFields),
  step('write-off', { ...useFields, occupied: z.strictObject(quantities).optional() }),
  step('object', { listing: ref, by: code, reason }),
  step('decide-objection', {
    listing: ref,
    by: code.default('640000'),
    reason,
    uphold: z.boolean().default(false),
  }),
  step('suspend', { party: code, ground: z.enum(['idle-land', 'assessment', 'bad-record']), reason }),
  step('reinstate', { party: code, ground: z.enum(['idle-land', 'assessment', 'bad-record']), reason }),
  step('crash', { process: z.enum(['api', 'worker']) }),
  step('advance', { to: z.string().optional(), by: z.string().optional() }),
  step('reconcile', {}),
] as const;

export const scenarioSchema = z.strictObject({
  scenario: z.literal(1),
  name: z.string().min(1),
  start: instant,
  policyPack: z.string().default('ningxia'),
  policy: z.record(z.string(), z.unknown()).default({}),
  parties: z.array(party).default([]),
  lots: z.array(lot).default([]),
  needs: z.array(z.strictObject(needFields)).default([]),
  usage: z.array(usage).default([]),
  surveys: z.array(z.strictObject(surveyFields)).default([]),
  declarations: z.array(z.strictObject({ county: code, signedOn: day })).default([]),
  steps: z.array(z.discriminatedUnion('do', steps)),
  /** For `npm run plan` alone: which need to cover, and by when. */
  plan: z.strictObject({ need: ref, deadline: day.optional() }).optional(),
});

export type Scenario = z.output<typeof scenarioSchema>;
export type Step = Scenario['steps'][number];
export type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>;

/** The file is no scenario that this version can play; the message names the path and the reason. */
export class InvalidScenario extends Error {}

/** Reads a scenario. Throws InvalidScenario. */
export function readScenario(text: string): Scenario {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InvalidScenario(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = scenarioSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}`);
  throw new InvalidScenario(faults.join('\n'));
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('') || '.';
