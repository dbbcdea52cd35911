import { z } from 'zod';
import { cny, id, instant, quantitiesWire, quotaKind } from '../common/schema.js';
import { partyRef } from '../listings.js';

/** A buyer asks the owner of quota that is not on offer to sell or allot it by name (domain §11 F3, F4). */
export const quotaRequest = z
  .strictObject({
    id,
    /** negotiation: a county's lot that found no buyer; allocation: the region's reserve. */
    kind: z.enum(['negotiation', 'allocation']),
    quota: quotaKind,
    buyer: partyRef,
    owner: partyRef,
    lotNumber: z.string(),
    needTitle: z.string(),
    quantities: quantitiesWire,
    priceCny: cny,
    /** accepted: the owner's draft names the buyer; then it goes the way of any listing. */
    state: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
    reason: z.string().nullable(),
    listingId: id.nullable(),
    askedAt: instant,
    answeredAt: instant.nullable(),
    /** Whether the reader's party is the one to answer. */
    mine: z.boolean(),
  })
  .meta({ id: 'QuotaRequest' });
export const quotaRequests = z.strictObject({ items: z.array(quotaRequest) }).meta({ id: 'QuotaRequests' });

export const answerRequestInput = z
  .strictObject({
    decision: z.enum(['accepted', 'declined']),
    reason: z.string().trim().min(1).max(500).optional(),
  })
  .meta({ id: 'AnswerQuotaRequest' });
