import { z } from 'zod';
import { partyLabel } from './oversight.js';
import {
  cny,
  hectares,
  instant,
  quantitiesWire,
  quotaKind,
  regionCode,
  signedQuantitiesWire,
} from './common/schema.js';

/** What a regulator sees of the market by county, month and age (domain §13): figures of the reader's scope only. */

const count = z.number().int().min(0);
const month = z.string().regex(/^\d{4}-\d{2}$/);

export const cockpitQuery = z.strictObject({
  quota: quotaKind.default('SFQ'),
  /** Narrows to one city or county of the reader's scope. */
  region: z
    .string()
    .regex(/^64(\d{2}){0,2}$/)
    .optional(),
  months: z.coerce.number().int().min(1).max(60).default(12),
});

const countyRow = z.strictObject({
  county: partyLabel,
  regionCode,
  available: quantitiesWire,
  listed: quantitiesWire,
  inSettlement: quantitiesWire,
  earmarked: quantitiesWire,
  frozen: quantitiesWire,
  writtenOff: quantitiesWire,
  margin: signedQuantitiesWire,
  /** New occupation allowed this year and used of it; null where the region has settled none. */
  allowance: z.strictObject({ areaHa: hectares, usedHa: hectares }).nullable(),
});

export const cockpit = z
  .strictObject({
    at: instant,
    scope: z.string(),
    quota: quotaKind,
    /** Months up to this one are sealed sums; those after it are counted as they stand. */
    sealedTo: month.nullable(),
    counties: z.array(countyRow),
    /** Who sold to whom in these months, largest first. */
    flows: z.array(
      z.strictObject({
        seller: partyLabel,
        buyer: partyLabel,
        trades: count,
        quantities: quantitiesWire,
        priceCny: cny,
      }),
    ),
    months: z.array(
      z.strictObject({
        month,
        banked: quantitiesWire,
        sold: quantitiesWire,
        writtenOff: quantitiesWire,
        trades: count,
        priceCny: cny,
        cnyPerMu: cny.nullable(),
      }),
    ),
    /** Trades that are not done, by status and by how long ago they were awarded. */
    ageing: z.array(
      z.strictObject({
        status: z.string(),
        week: count,
        month: count,
        quarter: count,
        older: count,
        priceCny: cny,
      }),
    ),
    care: z.strictObject({ underCare: count, checkedThisYear: count, faultyLast: count }),
    /** What runs out in the coming twelve months, by month. */
    expiring: z.array(z.strictObject({ month, lots: count, quantities: quantitiesWire })),
    /** Bought more than so many months ago and tied to nothing. */
    hoarding: z.array(
      z.strictObject({ party: partyLabel, lots: count, quantities: quantitiesWire, since: instant }),
    ),
  })
  .meta({ id: 'Cockpit' });
