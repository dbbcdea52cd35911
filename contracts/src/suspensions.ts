import { z } from 'zod';
import { id, instant, page, pageQuery } from './common/schema.js';
import { partyLabel } from './oversight.js';

/** Who may not trade (domain §9, §12): since when, on what ground, until when. */

export const suspensionGrounds = ['idle-land', 'assessment', 'bad-record', 'default'] as const;

export const suspension = z
  .strictObject({
    id,
    party: partyLabel,
    ground: z.enum(suspensionGrounds),
    reason: z.string(),
    fromAt: instant,
    /** Null: until it is lifted. */
    untilAt: instant.nullable(),
    liftedAt: instant.nullable(),
    liftReason: z.string().nullable(),
    stands: z.boolean(),
  })
  .meta({ id: 'Suspension' });
export const suspensionPage = page(suspension).meta({ id: 'SuspensionPage' });
export const suspensionQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['standing', 'ended', 'all']).default('standing'),
});
