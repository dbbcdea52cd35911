import { z } from 'zod';
import { id, instant, quotaKind } from '../common/schema.js';
import { drawRecord, partyRef } from './fairness.js';

/** 64 hex digits that a seller makes itself: nobody else can know them before. */
const contribution = z.string().regex(/^[0-9a-f]{64}$/);

/** The operator puts listings of several counties into one order (domain §11 F6). */
export const openLotOrderInput = z
  .strictObject({ listingIds: z.array(id).min(2).max(50) })
  .meta({ id: 'OpenLotOrder' });
export const contributeInput = z.strictObject({ value: contribution }).meta({ id: 'Contribute' });
export const drawLotOrderInput = z.strictObject({}).meta({ id: 'DrawLotOrder' });

export const lotOrder = z
  .strictObject({
    id,
    quota: quotaKind,
    commitment: z.string().meta({ description: 'published before anything was contributed' }),
    openedAt: instant,
    closesAt: instant.meta({ description: 'from then on it is drawn, by what has been contributed' }),
    drawnAt: instant.nullable(),
    listings: z.array(
      z.strictObject({
        id,
        number: z.string(),
        title: z.string(),
        seller: partyRef,
        turn: z.int().nullable().meta({ description: 'from 1, once it is drawn' }),
        listingEndsAt: instant.nullable(),
      }),
    ),
    contributions: z.array(
      z.strictObject({ seq: z.int(), party: z.string(), value: z.string(), at: instant }),
    ),
    draw: drawRecord.nullable(),
  })
  .meta({ id: 'LotOrder' });
export const lotOrders = z
  .strictObject({ items: z.array(lotOrder).meta({ description: 'the newest twenty' }) })
  .meta({ id: 'LotOrders' });
