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
  quantitiesInput,
  quantitiesWire,
  quotaKind,
} from '../common/schema.js';

/** Use of quota: earmark to a named project, release, write-off (domain §5, §7, §9 "Quality"). */

const text = (max: number) => z.string().trim().min(1).max(max);
const documentNo = text(80);

/** Lots that somebody chooses; left out, the market takes the quota that runs out first, and bought quota before own. */
const chosenLots = z
  .array(z.strictObject({ lotId: id, ...quantitiesInput }))
  .min(1)
  .max(100)
  .refine((lots) => new Set(lots.map((lot) => lot.lotId)).size === lots.length, 'each lot once');

/** Ties quota to one construction project. A second earmark for the same project adds to the first. */
export const earmarkInput = z
  .strictObject({
    quota: quotaKind,
    projectCode: text(60),
    projectName: text(120),
    /** The registered need that this covers. */
    needId: id.optional(),
    ...quantitiesInput,
    lots: chosenLots.optional(),
  })
  .meta({ id: 'EarmarkQuota' });

/** Absent quantities: all that is held. */
export const releaseInput = z
  .strictObject({ ...quantitiesInput, reason: text(300) })
  .meta({ id: 'ReleaseQuota' });

/** One approval of construction. Absent quantities: all that is held; absent `occupied`: as much as is supplied. */
export const writeOffInput = z
  .strictObject({
    ...quantitiesInput,
    occupied: z.strictObject(quantitiesInput).optional(),
    documentNo,
    approver: text(80),
  })
  .meta({ id: 'WriteOffQuota' });

const useLot = z.strictObject({
  lotId: id,
  lotNumber: z.string(),
  originProject: z.string(),
  grade: z.number().int().nullable(),
  held: quantitiesWire,
  writtenOff: quantitiesWire,
});

/** The supplementary farmland confirmation sheet (信息确认单) of one approval. */
export const writeOff = z
  .strictObject({
    id,
    number: z.string(),
    quantities: quantitiesWire,
    occupied: quantitiesWire,
    /** What of it counts against the allowance of its year. */
    countedHa: hectares,
    documentNo: z.string(),
    approver: z.string(),
    at: instant,
  })
  .meta({ id: 'WriteOff' });

export const quotaUse = z
  .strictObject({
    id,
    number: z.string(),
    party: partyCode,
    quota: quotaKind,
    projectCode: z.string(),
    projectName: z.string(),
    needId: id.nullable(),
    needNumber: z.string().nullable(),
    status: z.enum(['earmarked', 'written-off', 'released']),
    /** Held for the project now, used in approvals so far, given back so far. */
    held: quantitiesWire,
    writtenOff: quantitiesWire,
    released: quantitiesWire,
    earmarkedAt: instant,
    changedAt: instant,
  })
  .meta({ id: 'QuotaUse' });
export const quotaUsePage = page(quotaUse).meta({ id: 'QuotaUsePage' });
export const quotaUseDetail = z
  .strictObject({ use: quotaUse, lots: z.array(useLot), writeOffs: z.array(writeOff) })
  .meta({ id: 'QuotaUseDetail' });
export const quotaUseQuery = z.strictObject({
  limit: pageQuery.limit,
  cursor: id.optional(),
  party: partyCode.optional(),
  quota: quotaKind.optional(),
  project: z.string().max(60).optional(),
  status: z.enum(['earmarked', 'written-off', 'released']).optional(),
});

/** The region holds quota back: a whole party, a whole lot, or a stated amount of a lot. */
export const freezeInput = z
  .strictObject({
    party: partyCode.optional(),
    lotId: id.optional(),
    ...quantitiesInput,
    ground: z.enum(['regulator', 'satellite-patch', 'quality', 'reconciliation']).default('regulator'),
    patchNo: text(60).optional(),
    reason: text(300),
  })
  .meta({ id: 'FreezeQuota' });
export const quotaFreeze = z
  .strictObject({
    id,
    party: partyCode,
    lotId: id.nullable(),
    lotNumber: z.string().nullable(),
    ground: z.enum(['regulator', 'satellite-patch', 'quality', 'reconciliation', 'seller-default']),
    patchNo: z.string().nullable(),
    partial: z.boolean(),
    reason: z.string(),
    held: z.strictObject({ SFQ: quantitiesWire, LSQ: quantitiesWire }),
    frozenAt: instant,
    liftedAt: instant.nullable(),
    liftReason: z.string().nullable(),
  })
  .meta({ id: 'QuotaFreeze' });
export const quotaFreezePage = page(quotaFreeze).meta({ id: 'QuotaFreezePage' });
export const quotaFreezeQuery = z.strictObject({
  limit: pageQuery.limit,
  cursor: id.optional(),
  party: partyCode.optional(),
  lotId: id.optional(),
  state: z.enum(['active', 'all']).default('active'),
});

export const quotaActKinds = ['deduction', 'national-pool', 'reserve-in', 'return'] as const;
/**
 * Deduction after a check (核减), delivery to the national pool, contribution to the region's reserve, and the return of
 * bought leftovers to it, for which the region pays at most the purchase price (domain §9 "Resale").
 */
export const quotaActInput = z
  .strictObject({
    kind: z.enum(quotaActKinds),
    lotId: id,
    ...quantitiesInput,
    documentNo,
    reason: text(300),
    /** What the region pays for a return, and for a return only. */
    paidCny: cny.optional(),
  })
  .refine((act) => (act.kind === 'return') === (act.paidCny !== undefined), {
    path: ['paidCny'],
    message: 'given for a return, and only for one',
  })
  .meta({ id: 'ActOnQuota' });
export const quotaAct = z
  .strictObject({
    id,
    number: z.string(),
    kind: z.enum(quotaActKinds),
    party: partyCode,
    quota: quotaKind,
    lotId: id,
    lotNumber: z.string(),
    newLotId: id.nullable(),
    quantities: quantitiesWire,
    documentNo: z.string(),
    reason: z.string(),
    paidCny: cny.nullable(),
    at: instant,
  })
  .meta({ id: 'QuotaAct' });
export const quotaActPage = page(quotaAct).meta({ id: 'QuotaActPage' });
export const quotaActQuery = z.strictObject({
  limit: pageQuery.limit,
  cursor: id.optional(),
  party: partyCode.optional(),
});

/** The region's reserve lends to a county (domain §11 F4); until it is given back the county sells nothing. */
export const lendInput = z
  .strictObject({
    borrower: partyCode,
    quota: quotaKind,
    ...quantitiesInput,
    dueOn: day,
    documentNo,
    reason: text(300),
  })
  .meta({ id: 'LendQuota' });
export const returnLoanInput = z.strictObject({ ...quantitiesInput }).meta({ id: 'ReturnLoan' });
export const quotaLoan = z
  .strictObject({
    id,
    number: z.string(),
    borrower: partyCode,
    quota: quotaKind,
    quantities: quantitiesWire,
    returned: quantitiesWire,
    outstanding: quantitiesWire,
    dueOn: day,
    documentNo: z.string(),
    reason: z.string(),
    lentAt: instant,
    returnedAt: instant.nullable(),
  })
  .meta({ id: 'QuotaLoan' });
export const quotaLoanPage = page(quotaLoan).meta({ id: 'QuotaLoanPage' });

/** A defect found in a banked project: what is left with its county goes at once, the rest has to be replaced. */
export const defectInput = z
  .strictObject({ ...quantitiesInput, documentNo, reason: text(300) })
  .meta({ id: 'RecordDefect' });
export const replaceInput = z.strictObject({ lotId: id, ...quantitiesInput }).meta({ id: 'ReplaceQuota' });
export const replacementDuty = z
  .strictObject({
    id,
    number: z.string(),
    party: partyCode,
    originProject: z.string(),
    quota: quotaKind,
    grade: z.number().int().nullable(),
    quantities: quantitiesWire,
    replaced: quantitiesWire,
    missing: quantitiesWire,
    status: z.enum(['open', 'met', 'lapsed']),
    documentNo: z.string(),
    reason: z.string(),
    foundAt: instant,
    dueAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'ReplacementDuty' });
export const replacementDutyPage = page(replacementDuty).meta({ id: 'ReplacementDutyPage' });
export const defectOutcome = z
  .strictObject({ deducted: quantitiesWire, duty: replacementDuty.nullable() })
  .meta({ id: 'DefectOutcome' });
/** Loans and replacements are few: one list, newest first, of a party or of all that the reader may see. */
export const partyListQuery = z.strictObject({
  limit: pageQuery.limit,
  cursor: id.optional(),
  party: partyCode.optional(),
});
