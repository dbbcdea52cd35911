import { z } from 'zod';
import { quotaKinds } from './component.js';

/** Wire schemas that every module shares (architecture §3). Strings stay strings: `quantity.ts` reads them. */

export const cny = z
  .string()
  .regex(/^\d{1,13}\.\d{2}$/)
  .meta({ description: 'CNY with 2 decimals', examples: ['45640800.00'] });
export const hectares = z
  .string()
  .regex(/^\d{1,10}\.\d{4}$/)
  .meta({ description: 'hectares with 4 decimals; 0.0001 ha = 1 m²', examples: ['60.8544'] });
export const signedHectares = z.string().regex(/^-?\d{1,10}\.\d{4}$/);
export const kilograms = z
  .string()
  .regex(/^\d{1,13}\.\d{4}$/)
  .meta({ description: 'kilograms with 4 decimals', examples: ['365126.4000'] });
export const signedKilograms = z.string().regex(/^-?\d{1,13}\.\d{4}$/);

export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
export const id = z.uuid();
export const partyCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,31}$/);
export const regionCode = z.string().regex(/^64\d{4}$/);
export const quotaKind = z.enum(quotaKinds);

/** Quantities as somebody types them: absent is zero. */
export const quantitiesInput = {
  areaHa: hectares.optional(),
  paddyHa: hectares.optional(),
  capacityKg: kilograms.optional(),
};
/** Quantities as the market answers them: all three, always. */
export const quantitiesWire = z
  .strictObject({ areaHa: hectares, paddyHa: hectares, capacityKg: kilograms })
  .meta({ id: 'Quantities' });
/** Differences may be negative: a margin keeps its sign (domain §8). */
export const signedQuantitiesWire = z
  .strictObject({ areaHa: signedHectares, paddyHa: signedHectares, capacityKg: signedKilograms })
  .meta({ id: 'SignedQuantities' });

/** A page of a feed: `{items, nextCursor}`, keyset only. */
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
};

/** RFC 9457 body of every refusal; `code` is the key of the one problem table. */
export const problemBody = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    instance: z.string().optional(),
    traceId: z.string().optional(),
    errors: z
      .array(z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() }))
      .optional(),
    params: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
