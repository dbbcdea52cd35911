import { z } from 'zod';
import {
  day,
  hectares,
  id,
  instant,
  partyCode,
  quantitiesWire,
  quotaKind,
  signedQuantitiesWire,
  quantitiesInput,
} from '../common/schema.js';
import { yearlyUse } from './county-records.js';
import { needCategory } from './needs.js';

/** County-first with its numbers (domain §8). */

const componentFlags = z.strictObject({ area: z.boolean(), paddy: z.boolean(), capacity: z.boolean() });

/** The published position of one county: all that the atlas shows. */
export const countyFirstQuery = z.strictObject({ quota: quotaKind.default('SFQ') });
export const countyPosition = z
  .strictObject({
    county: partyCode,
    quota: quotaKind,
    available: quantitiesWire,
    listed: quantitiesWire,
    need: quantitiesWire,
    reserve: quantitiesWire,
    margin: signedQuantitiesWire,
    surplus: quantitiesWire,
    deficit: quantitiesWire,
    computedAt: instant.nullable(),
  })
  .meta({ id: 'CountyPosition' });
export const countyPositions = z
  .strictObject({ items: z.array(countyPosition) })
  .meta({ id: 'CountyPositions' });

/**
 * The whole arithmetic of domain §8, as shown to whoever is refused and as kept with the certificate.
 * A refusal `county-first.surplus-exceeded` carries it in `params.arithmetic`.
 */
export const countyFirstArithmetic = z
  .strictObject({
    county: partyCode,
    quota: quotaKind,
    available: quantitiesWire,
    need: quantitiesWire,
    reserve: quantitiesWire,
    margin: signedQuantitiesWire,
    surplus: quantitiesWire,
    /** What the listing asks for; how much too much; the most that could be listed now. */
    asked: quantitiesWire,
    excess: quantitiesWire,
    largest: quantitiesWire,
    holds: componentFlags,
    needs: z.array(
      z.strictObject({
        id,
        number: z.string(),
        title: z.string(),
        category: needCategory,
        uncovered: quantitiesWire,
      }),
    ),
    declaration: z.strictObject({
      valid: z.boolean(),
      signedOn: day.nullable(),
      validUntil: day.nullable(),
    }),
    retention: z.strictObject({ farmlandHa: hectares, targetHa: hectares, met: z.boolean() }).nullable(),
    policy: z.strictObject({
      version: z.string(),
      reservePct: z.number(),
      absFloorAreaHa: hectares,
      needHorizonMonths: z.number().int(),
      declarationMaxAgeDays: z.number().int(),
      retentionGate: z.enum(['on', 'off']),
    }),
    at: instant,
  })
  .meta({ id: 'CountyFirstArithmetic' });

export const countyFirstDetail = z
  .strictObject({ arithmetic: countyFirstArithmetic, yearlyUse: z.array(yearlyUse) })
  .meta({ id: 'CountyFirstDetail' });

/** What the listing form asks before anything is filed: would these items be certified now? */
export const countyFirstCheckInput = z
  .strictObject({
    quota: quotaKind,
    items: z
      .array(z.strictObject({ lotId: id, ...quantitiesInput }))
      .min(1)
      .max(100),
  })
  .meta({ id: 'CountyFirstCheckInput' });
export const countyFirstCheck = z
  .strictObject({
    certifiable: z.boolean(),
    refusal: z
      .strictObject({
        code: z.string(),
        pointer: z.string().nullable(),
        params: z.record(z.string(), z.unknown()),
        message: z.string(),
        messageEn: z.string(),
      })
      .nullable(),
    arithmetic: countyFirstArithmetic,
  })
  .meta({ id: 'CountyFirstCheck' });
