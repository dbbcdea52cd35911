import { z } from 'zod';
import { id, instant, page, pageQuery, partyCode } from './common/schema.js';
import { freezeInput } from './quota-bank/uses.js';
import { reinstateInput, suspendInput } from './parties.js';

/** What the region does to a party, a lot, a listing or a trade: proposed by one person, carried out by another. */

/** Empty words are refused with a code of their own, so that the form can say what is missing. */
const reason = z.string().trim().max(500);
const ofListing = <Kind extends string>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), listingId: id, reason });

export const measureInput = z
  .discriminatedUnion('kind', [
    freezeInput.extend({ kind: z.literal('freeze'), reason }),
    z.strictObject({ kind: z.literal('unfreeze'), freezeId: id, reason }),
    suspendInput.extend({ kind: z.literal('suspension'), party: partyCode, reason }),
    reinstateInput.extend({ kind: z.literal('reinstatement'), party: partyCode, reason }),
    ofListing('listing-suspension'),
    ofListing('listing-resumption'),
    ofListing('listing-termination'),
    z.strictObject({
      kind: z.literal('annulment'),
      tradeId: id,
      /** The court's judgment; nothing less undoes a certificate. */
      documentNo: z.string().trim().max(120).optional(),
      reason,
    }),
  ])
  .meta({ id: 'ProposeMeasure' });

export const measureKinds = [
  'freeze',
  'unfreeze',
  'suspension',
  'reinstatement',
  'listing-suspension',
  'listing-resumption',
  'listing-termination',
  'annulment',
] as const;

export const decideMeasureInput = z
  .strictObject({ carryOut: z.boolean(), reason })
  .meta({ id: 'DecideMeasure' });

export const measure = z
  .strictObject({
    id,
    kind: z.enum(measureKinds),
    subjectType: z.enum(['party', 'lot', 'freeze', 'listing', 'trade']),
    subjectId: id,
    subject: z.string(),
    party: z.strictObject({ code: partyCode, nameZh: z.string(), nameEn: z.string() }),
    reason: z.string(),
    documentNo: z.string().nullable(),
    proposedBy: z.string(),
    proposedAt: instant,
    /** Whether the reader proposed it: then somebody else has to decide. */
    mine: z.boolean(),
    outcome: z.enum(['carried-out', 'refused', 'withdrawn']).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: 'Measure' });
export const measurePage = page(measure).meta({ id: 'MeasurePage' });
export const measureQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'decided', 'all']).default('open'),
});
