import { z } from 'zod';
import { cny, hectares, kilograms, page, pageQuery, partyCode, quotaKind } from './common/schema.js';

/** What quota costs (domain §12): volume-weighted by month, with the rows that it is made of. */

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** open: found in competition. negotiated: agreed between two or allotted. related: both sides are one house. */
export const priceKind = z.enum(['open', 'negotiated', 'related']);
const priceClass = z.enum(['dry', 'paddy', 'lsq']);
const component = z.enum(['area', 'capacity']);

export const priceIndexQuery = z.strictObject({
  quota: quotaKind.default('SFQ'),
  from: month.optional(),
  to: month.optional(),
});
export const priceIndex = z
  .strictObject({
    quota: quotaKind,
    method: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
    series: z.array(
      z.strictObject({
        month,
        component,
        priceClass,
        /** 1 to 15; null when a trade mixes grades or has none. */
        grade: z.number().int().nullable(),
        kind: priceKind,
        trades: z.number().int(),
        areaHa: hectares,
        capacityKg: kilograms,
        totalCny: cny,
        /** For one 亩 when area is sold, for one kilogram when only capacity is. */
        unitCny: cny,
      }),
    ),
  })
  .meta({ id: 'PriceIndex' });

export const priceRowQuery = z.strictObject({ ...pageQuery, quota: quotaKind.default('SFQ') });
export const priceRow = z.strictObject({
  trade: z.string(),
  month,
  component,
  priceClass,
  grade: z.number().int().nullable(),
  kind: priceKind,
  form: z.string(),
  seller: partyCode,
  buyer: partyCode,
  areaHa: hectares,
  capacityKg: kilograms,
  totalCny: cny,
  unitCny: cny,
});
export const priceRows = page(priceRow).meta({ id: 'PriceRows' });
