import { z } from 'zod';
import {
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
  regionCode,
  signedQuantitiesWire,
} from './common/schema.js';

/** The quota bank on the wire (domain §5, §7, §8): projects, lots, needs, county-first. */

export const fundingSource = z.enum(['county', 'reclamation-fee', 'social', 'new-construction-land-fee']);
export const needCategory = z.enum([
  'construction',
  'national-key',
  'regional-key',
  'livelihood',
  'village-housing',
  'rural-development',
]);
const componentFlags = z.strictObject({ area: z.boolean(), paddy: z.boolean(), capacity: z.boolean() });
const grade = z.number().int().min(1).max(15);
const text = (max: number) => z.string().trim().min(1).max(max);

/** What a party or a lot holds of one indicator, bucket by bucket. */
export const bucketBalances = z
  .strictObject({
    available: quantitiesWire,
    listed: quantitiesWire,
    inSettlement: quantitiesWire,
    earmarked: quantitiesWire,
    frozen: quantitiesWire,
    writtenOff: quantitiesWire,
    deducted: quantitiesWire,
    expired: quantitiesWire,
    nationalPool: quantitiesWire,
  })
  .meta({ id: 'BucketBalances' });
export const partyAccounts = z
  .strictObject({ party: partyCode, SFQ: bucketBalances, LSQ: bucketBalances })
  .meta({ id: 'PartyAccounts' });

/** One accepted project, filed with the ministry, that the region banks for its owner. Absent quantities are zero. */
export const bankProjectInput = z
  .strictObject({
    /** Left out, the market gives a number. */
    number: z
      .string()
      .regex(/^[A-Z0-9][A-Z0-9-]{2,39}$/)
      .optional(),
    owner: partyCode,
    quota: quotaKind,
    name: text(120),
    acceptanceNo: text(80),
    acceptedOn: day,
    filingNo: text(40),
    ...quantitiesInput,
    grade: grade.optional(),
    fundingSource,
    landClassChanged: z.boolean().default(true),
    validUntil: instant.optional(),
  })
  .meta({ id: 'BankProject' });

export const project = z
  .strictObject({
    id,
    number: z.string(),
    quota: quotaKind,
    name: z.string(),
    owner: partyCode,
    regionCode,
    acceptanceNo: z.string(),
    acceptedOn: day,
    filingNo: z.string().nullable(),
    quantities: quantitiesWire,
    grade: grade.nullable(),
    fundingSource,
    status: z.string(),
    landClassChanged: z.boolean(),
    bankedAt: instant.nullable(),
  })
  .meta({ id: 'Project' });
export const projectPage = page(project).meta({ id: 'ProjectPage' });
export const projectQuery = z.strictObject({
  ...pageQuery,
  owner: partyCode.optional(),
  quota: quotaKind.optional(),
});

export const lot = z
  .strictObject({
    id,
    number: z.string(),
    owner: partyCode,
    quota: quotaKind,
    projectNumber: z.string(),
    projectName: z.string(),
    grade: grade.nullable(),
    fundingSource,
    /** Whether its funding source and its history let it be sold at all; what is free stands in `balances`. */
    saleable: z.boolean(),
    bought: z.boolean(),
    validUntil: instant.nullable(),
    /** What it held when it came to be. */
    quantities: quantitiesWire,
    balances: bucketBalances,
    createdAt: instant,
  })
  .meta({ id: 'Lot' });
export const lotPage = page(lot).meta({ id: 'LotPage' });
export const lotQuery = z.strictObject({
  ...pageQuery,
  owner: partyCode.optional(),
  quota: quotaKind.optional(),
  saleable: z.enum(['true', 'false']).optional(),
});

/** One lot of the family of a project, as its slices tell it; `parentLotId` is null for what was banked. */
const lotRelative = z.strictObject({
  id,
  number: z.string(),
  parentLotId: id.nullable(),
  owner: partyCode,
  tradeId: id.nullable(),
  quantities: quantitiesWire,
  createdAt: instant,
});
/** What befell the lot, newest last: entry kinds of domain §5. */
const lotMovement = z.strictObject({
  entryId: id,
  kind: z.string(),
  at: instant,
  toBucket: z.string(),
  subjectType: z.string(),
  subjectId: id,
  quantities: quantitiesWire,
});
export const lotDetail = z
  .strictObject({ lot, project, family: z.array(lotRelative), movements: z.array(lotMovement) })
  .meta({ id: 'LotDetail' });
export const projectDetail = z.strictObject({ project, lots: z.array(lot) }).meta({ id: 'ProjectDetail' });

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
export const confirmNeedInput = z.strictObject({ note: text(200).optional() }).meta({ id: 'ConfirmNeed' });

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

/** One fault of one cell: a row with several faults has several entries. `row` is the sheet's, the header being 1. */
export const importFault = z
  .strictObject({
    row: z.number().int(),
    column: z.string(),
    code: z.string(),
    message: z.string(),
    messageEn: z.string(),
  })
  .meta({ id: 'ImportFault' });
/** Topic `job:<id>` of the live stream carries {state, done, total} while it runs. */
export const projectImport = z
  .strictObject({
    id,
    party: partyCode,
    fileName: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: z.number().int(),
    total: z.number().int().nullable(),
    rows: z.number().int().nullable(),
    banked: z.number().int(),
    unchanged: z.number().int(),
    /** Rows turned back; `rejected` names every fault in them. */
    rejectedRows: z.number().int(),
    areaHa: hectares,
    /** Why the whole file was turned back (`import.unreadable`, `import.column-missing` …). */
    failure: z.strictObject({ code: z.string(), message: z.string(), messageEn: z.string() }).nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'ProjectImport' });
export const projectImportDetail = projectImport
  .extend({ rejected: z.array(importFault) })
  .meta({ id: 'ProjectImportDetail' });
export const projectImportPage = page(projectImport).meta({ id: 'ProjectImportPage' });
export const projectImportQuery = z.strictObject({ limit: pageQuery.limit, cursor: id.optional() });
export const projectImportAccepted = z.strictObject({ id }).meta({ id: 'ProjectImportAccepted' });
