import { z } from 'zod';
import { policySchema } from './common/policy.js';
import { cny, hectares, id, instant } from './common/schema.js';

/** Versions of the pack in force: drafted with a reason, tried on last year's listings, released by a second person. */

const words = z.string().trim().min(1).max(500);

export const draftPolicyInput = z
  .strictObject({
    /** Named differences over what is in force; what they may be is judged by the policy's own schema. */
    changes: z.record(z.string(), z.unknown()),
    effectiveFrom: instant,
    reason: words,
  })
  .meta({ id: 'DraftPolicy' });
export const decidePolicyInput = z
  .strictObject({ release: z.boolean(), reason: words })
  .meta({ id: 'DecidePolicy' });

const difference = z.strictObject({ key: z.string(), before: z.unknown(), after: z.unknown() });

export const policyVersion = z
  .strictObject({
    id,
    pack: z.string(),
    version: z.int(),
    state: z.enum(['draft', 'scheduled', 'in-force', 'past', 'withdrawn']),
    effectiveFrom: instant,
    releasedAt: instant.nullable(),
    reason: z.string().nullable(),
    draftedBy: z.string().nullable(),
    releasedBy: z.string().nullable(),
    mine: z.boolean(),
    values: policySchema,
    /** Against the released version before it. */
    differences: z.array(difference),
  })
  .meta({ id: 'PolicyVersion' });
export const policyVersions = z
  .strictObject({ items: z.array(policyVersion) })
  .meta({ id: 'PolicyVersions' });

const outcome = z.strictObject({
  listings: z.int(),
  areaHa: hectares,
  priceCny: cny,
  /** What reaches the selling counties after the pack's deductions and shares. */
  countyCny: cny,
});
export const policyTrial = z
  .strictObject({
    from: instant,
    to: instant,
    /** As it came, under the rules of its day. */
    was: outcome,
    /** What of it the draft would have let happen, no price above the draft's ceiling. */
    would: outcome,
    /** What buyers would have gone without. */
    unmetHa: hectares,
    refused: z.array(
      z.strictObject({
        listingId: id,
        listing: z.string(),
        seller: z.string(),
        code: z.string(),
        areaHa: hectares,
      }),
    ),
  })
  .meta({ id: 'PolicyTrial' });
