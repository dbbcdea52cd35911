import { z } from 'zod';
import { id, instant, page, pageQuery } from './common/schema.js';

/** Beside the lanes: who signs in whose place, and what is looked at once more. */

const words = z.string().trim().min(1).max(500);

export const delegateInput = z
  .strictObject({ toPersonId: id, until: instant, reason: words })
  .meta({ id: 'Delegate' });
export const delegation = z
  .strictObject({
    id,
    from: z.string(),
    to: z.string(),
    mine: z.boolean(),
    reason: z.string(),
    fromAt: instant,
    untilAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Delegation' });
export const delegations = z
  .strictObject({
    items: z.array(delegation),
    /** Who of the reader's party may be given a signature. */
    colleagues: z.array(z.strictObject({ id, name: z.string() })),
  })
  .meta({ id: 'Delegations' });

export const sampleReview = z
  .strictObject({
    id,
    listingId: id,
    listing: z.string(),
    regionCode: z.string(),
    drawnAt: instant,
    dueAt: instant,
    outcome: z.enum(['sound', 'faulty']).nullable(),
    reason: z.string().nullable(),
    by: z.string().nullable(),
    decidedAt: instant.nullable(),
    /** The reader made, certified or signed the listing, and so gives no finding of it. */
    hadAHand: z.boolean(),
  })
  .meta({ id: 'SampleReview' });
export const sampleReviewPage = page(sampleReview).meta({ id: 'SampleReviewPage' });
export const sampleReviewQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'decided', 'all']).default('open'),
});
export const reviewSampleInput = z
  .strictObject({ outcome: z.enum(['sound', 'faulty']), reason: words })
  .meta({ id: 'ReviewSample' });
