import { z } from 'zod';
import {
  day,
  id,
  instant,
  page,
  pageQuery,
  partyCode,
  quantitiesWire,
  quotaKind,
  quantitiesInput,
} from '../common/schema.js';

/** Demand on record (domain §8). */

const text = (max: number) => z.string().trim().min(1).max(max);

export const needCategory = z.enum([
  'construction',
  'national-key',
  'regional-key',
  'livelihood',
  'village-housing',
  'rural-development',
]);

/** A party registers its own demand (domain §8). */
export const createNeedInput = z
  .strictObject({
    quota: quotaKind,
    category: needCategory,
    title: text(120),
    projectCode: text(60).optional(),
    ...quantitiesInput,
    wantedBy: day.optional(),
  })
  .meta({ id: 'CreateNeed' });
export const need = z
  .strictObject({
    id,
    number: z.string(),
    party: partyCode,
    quota: quotaKind,
    category: needCategory,
    title: z.string(),
    projectCode: z.string().nullable(),
    required: quantitiesWire,
    covered: quantitiesWire,
    uncovered: quantitiesWire,
    status: z.enum(['open', 'covered', 'withdrawn']),
    /** False while the region has yet to confirm the category (or, for a zone or owner, the need itself). */
    regionConfirmed: z.boolean(),
    wantedBy: day.nullable(),
    registeredAt: instant,
  })
  .meta({ id: 'Need' });
export const needPage = page(need).meta({ id: 'NeedPage' });
export const needQuery = z.strictObject({
  limit: pageQuery.limit,
  cursor: id.optional(),
  party: partyCode.optional(),
  quota: quotaKind.optional(),
  status: z.enum(['open', 'covered', 'withdrawn']).optional(),
});
export const withdrawNeedInput = z.strictObject({ reason: text(300) }).meta({ id: 'WithdrawNeed' });
export const confirmNeedInput = z.strictObject({ note: text(200).optional() }).meta({ id: 'ConfirmNeed' });
