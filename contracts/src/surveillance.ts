import { z } from 'zod';
import { alert } from './oversight.js';
import { day, hectares, id, instant } from './common/schema.js';

/** Case files of alerts, how detectors are tuned, and what satellites report (domain §13). */

export const caseFile = z
  .strictObject({
    alertId: id,
    /** What was raised, with its evidence. */
    alert,
    owner: z.string().nullable(),
    dueAt: instant.nullable(),
    notes: z.array(z.strictObject({ id, byName: z.string(), body: z.string(), at: instant })),
    outcome: z.string().nullable(),
    reason: z.string().nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'CaseFile' });
export const caseNoteInput = z
  .strictObject({ body: z.string().trim().min(1).max(4_000) })
  .meta({ id: 'CaseNote' });
export const takeCaseInput = z.strictObject({}).meta({ id: 'TakeCase' });

export const patchInput = z
  .strictObject({
    projectNumber: z.string().min(1).max(64),
    observedOn: day,
    source: z.string().trim().min(1).max(200),
    areaHa: hectares,
  })
  .meta({ id: 'SatellitePatch' });
export const patchNoted = z.strictObject({ id }).meta({ id: 'SatellitePatchNoted' });

const number = z.number().min(0).max(1_000_000).optional();
export const tuneInput = z
  .strictObject({
    reason: z.string().trim().min(1).max(500),
    settings: z.strictObject({
      priceBandPct: number,
      expiryWarningDays: number,
      hoardingMonths: number,
      transferFilingDays: number,
      declarationMaxAgeDays: number,
      capacityKgPerHaMin: number,
      capacityKgPerHaMax: number,
      traitSharedMax: number,
      meetingsMin: number,
      scoreMin: number,
      joinMin: number,
    }),
  })
  .meta({ id: 'TuneSurveillance' });
export const surveillanceSettings = z.record(z.string(), z.number()).meta({ id: 'SurveillanceSettings' });
