import { z } from 'zod';
import {
  day,
  hectares,
  id,
  instant,
  partyCode,
  quantitiesWire,
  quotaKind,
  quantitiesInput,
} from '../common/schema.js';

/** What county-first rests on beside needs: declarations, surveys, yearly use (domain §8). */

/** `county`, `signedOn` and `renews` exist for practice markets, where a story begins before today. */
export const declareInput = z
  .strictObject({
    county: partyCode.optional(),
    signedOn: day.optional(),
    renews: z.boolean().optional(),
  })
  .meta({ id: 'Declare' });
export const declaration = z
  .strictObject({ id, county: partyCode, year: z.number().int(), signedAt: instant, renews: z.boolean() })
  .meta({ id: 'Declaration' });

export const surveyInput = z
  .strictObject({ county: partyCode, farmlandHa: hectares, targetHa: hectares })
  .meta({ id: 'RecordSurvey' });
export const survey = z
  .strictObject({ id, county: partyCode, farmlandHa: hectares, targetHa: hectares, surveyedAt: instant })
  .meta({ id: 'Survey' });
/** The latest of each county. */
export const surveyList = z.strictObject({ items: z.array(survey) }).meta({ id: 'SurveyList' });
/** Of one county, or of all that the reader may see. */
export const countyRecordQuery = z.strictObject({ county: partyCode.optional() });

/** What a county may newly occupy in a year: last year's net stable increase, as the region settles it (domain §6). */
export const allowanceInput = z
  .strictObject({
    county: partyCode,
    year: z.number().int().min(2025).max(2100),
    areaHa: hectares,
    documentNo: z.string().trim().min(1).max(80),
  })
  .meta({ id: 'RecordAllowance' });
export const allowance = z
  .strictObject({
    county: partyCode,
    year: z.number().int(),
    areaHa: hectares,
    /** Counted of the year's approvals so far; may stand above an allowance that was settled after them. */
    usedHa: hectares,
    documentNo: z.string(),
    recordedAt: instant,
  })
  .meta({ id: 'Allowance' });
export const allowanceList = z.strictObject({ items: z.array(allowance) }).meta({ id: 'AllowanceList' });

/** A county records its own; the region may record any county's, and names it. */
export const yearlyUseInput = z
  .strictObject({
    county: partyCode.optional(),
    quota: quotaKind,
    year: z.number().int().min(2000).max(2100),
    ...quantitiesInput,
  })
  .meta({ id: 'RecordYearlyUse' });
export const yearlyUse = z
  .strictObject({ county: partyCode, quota: quotaKind, year: z.number().int(), quantities: quantitiesWire })
  .meta({ id: 'YearlyUse' });
export const yearlyUseQuery = countyRecordQuery.extend({ quota: quotaKind.default('SFQ') });
export const yearlyUseList = z.strictObject({ items: z.array(yearlyUse) }).meta({ id: 'YearlyUseList' });
