import { z } from 'zod';
import { cny, instant, partyCode, quantitiesWire, quotaKind, signedQuantitiesWire } from './common/schema.js';

/** The quota atlas 指标一张图 (ux.md §4.2): who has, who sold to whom, at what price, month by month. */

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const count = z.number().int().min(0);

export const marketAtlasQuery = z.strictObject({ quota: quotaKind.default('SFQ') });

/** Published trades that stand, of one month, one seller and one region of the buyer. */
export const atlasFlow = z.strictObject({
  month,
  seller: partyCode,
  /** The county that the buyer lies in; a buyer of the whole region has the region's code. */
  buyerRegion: partyCode,
  trades: count,
  quantities: quantitiesWire,
  priceCny: cny,
});

export const marketAtlas = z
  .strictObject({
    at: instant,
    quota: quotaKind,
    /** The last 24 months, oldest first. */
    months: z.array(month),
    counties: z.array(
      z.strictObject({
        code: partyCode,
        /** What county-first leaves to sell now, sign kept; null until it was computed. */
        margin: signedQuantitiesWire.nullable(),
        /** What stands in notices and auctions now. */
        onOffer: z.strictObject({ listings: count, quantities: quantitiesWire }),
      }),
    ),
    flows: z.array(atlasFlow),
    /** How a seller's published trades ended: quota handed over, or given up. */
    outcomes: z.array(z.strictObject({ month, seller: partyCode, kept: count, broken: count })),
  })
  .meta({ id: 'MarketAtlas' });
