import { z } from 'zod';
import { id } from '../common/schema.js';

/** Whether a party could register for a listing now, and what to think of before it bids (domain §9). */
export const eligibilityQuery = z.strictObject({ needId: id.optional() });
export const eligibility = z
  .strictObject({
    eligible: z.boolean(),
    refusal: z
      .strictObject({
        code: z.string(),
        params: z.record(z.string(), z.unknown()),
        message: z.string(),
        messageEn: z.string(),
      })
      .nullable(),
    /** Quality: what the offer brings less of than the need asks for so much area; amounts in ha or kg. */
    warnings: z.array(
      z.strictObject({ component: z.enum(['paddy', 'capacity']), wanted: z.string(), offered: z.string() }),
    ),
  })
  .meta({ id: 'Eligibility' });
