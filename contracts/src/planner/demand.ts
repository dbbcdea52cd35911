import { z } from 'zod';
import {
  cny,
  day,
  hectares,
  id,
  instant,
  page,
  pageQuery,
  partyCode,
  quantitiesWire,
  quotaKind,
  regionCode,
} from '../common/schema.js';
import { partyRef } from '../listings.js';
import { needCategory } from '../quota-bank/needs.js';

/** The demand book: what buyers look for, for sellers to see. Names stay hidden until their owners show them. */

export const publishDemandInput = z
  .strictObject({
    needId: id,
    /** What the buyer would pay for one 亩 of land; left out, it is not said. */
    limitCnyPerMu: cny.optional(),
    named: z.boolean().default(false),
    validUntil: day,
  })
  .meta({ id: 'PublishDemand' });

export const demand = z
  .strictObject({
    id,
    quota: quotaKind,
    category: z.string(),
    /** The year in which it is wanted. */
    year: z.int(),
    /** The buyer's city; its county only where it shows its name. */
    regionCode,
    party: partyRef.nullable().meta({ description: 'null: the buyer does not show its name' }),
    wanted: quantitiesWire,
    limitCnyPerMu: cny.nullable(),
    validUntil: day,
    publishedAt: instant,
    mine: z.boolean(),
    /** Listings on offer now that lie within what is wanted, and within the limit. */
    matches: z.array(z.strictObject({ listingId: id, number: z.string().nullable(), title: z.string() })),
  })
  .meta({ id: 'Demand' });
export const demandPage = page(demand).meta({ id: 'DemandPage' });
const demandFilter = {
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  category: needCategory.optional(),
  city: regionCode.optional(),
};
export const demandQuery = z.strictObject({
  limit: pageQuery.limit,
  cursor: id.optional(),
  quota: quotaKind.optional(),
  ...demandFilter,
});

/** How much is wanted at each price, dearest first. */
export const demandDepth = z
  .strictObject({
    quota: quotaKind,
    levels: z.array(
      z.strictObject({
        limitCnyPerMu: cny.nullable().meta({ description: 'null: no limit is said' }),
        needs: z.int(),
        areaHa: hectares,
        cumulativeHa: hectares,
      }),
    ),
  })
  .meta({ id: 'DemandDepth' });
export const demandDepthQuery = z.strictObject({ quota: quotaKind.default('SFQ'), ...demandFilter });

/** Quota of one's own that runs out, or that was bought and lies unused (domain §13). */
export const quotaNotice = z
  .strictObject({
    kind: z.enum(['quota-expiring', 'buyer-hoarding']),
    lotId: id,
    lotNumber: z.string(),
    quantities: quantitiesWire,
    since: instant.nullable(),
    until: instant.nullable(),
  })
  .meta({ id: 'QuotaNotice' });
/** A listing that lies within what one's own published need still wants, and within its limit. */
export const demandMatch = z
  .strictObject({
    demandId: id,
    needTitle: z.string(),
    listingId: id,
    number: z.string().nullable(),
    title: z.string(),
    priceCny: cny,
  })
  .meta({ id: 'DemandMatch' });
export const quotaNotices = z
  .strictObject({ items: z.array(quotaNotice), matches: z.array(demandMatch) })
  .meta({ id: 'QuotaNotices' });
export const withdrawnDemand = z.strictObject({ id }).meta({ id: 'WithdrawnDemand' });

/** Market clearing on paper (domain §13): a study, never an order. */
export const clearingInput = z.strictObject({ quota: quotaKind.default('SFQ') });
export const clearing = z
  .strictObject({
    at: instant,
    quota: quotaKind,
    lots: z.int(),
    needs: z.int(),
    /** Worth to buyers less what sellers ask, if all were matched best. */
    welfareCny: cny,
    /** Prices at which it clears: duals. */
    prices: z.strictObject({ areaCnyPerMu: cny, paddyCnyPerMu: cny, capacityCnyPerKg: cny }),
    counties: z.array(
      z.strictObject({
        county: partyRef,
        surplus: quantitiesWire,
        /** On offer now, and sold this year. */
        offered: quantitiesWire,
        sold: quantitiesWire,
        /** What it would sell if all were matched best. */
        best: quantitiesWire,
        /** best − offered, never below zero. */
        gapHa: hectares,
        /** What one more 亩 of its surplus would be worth to the region. */
        shadowCnyPerMu: cny,
      }),
    ),
    buyers: z.array(z.strictObject({ party: partyRef, wanted: quantitiesWire, best: quantitiesWire })),
    flows: z.array(z.strictObject({ from: partyCode, to: partyCode, areaHa: hectares })),
  })
  .meta({ id: 'Clearing' });
