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
import { fundingSource, lotCame, lotLoan, project } from './projects.js';

/** The life of an origin project (domain §7), its evidence, its care, and the fees where quota is missing. */

const text = (max: number) => z.string().trim().min(1).max(max);

/** A county files a project that is only planned; quantities are what it expects. */
export const fileProjectInput = z
  .strictObject({
    quota: quotaKind,
    name: text(120),
    location: text(200),
    ...quantitiesInput,
    grade: z.number().int().min(1).max(15).optional(),
    fundingSource,
  })
  .meta({ id: 'FileProject' });

export const projectSteps = [
  'approve',
  'start',
  'self-check',
  'city-review',
  'confirm',
  'demolition-accept',
  'file',
  'bank',
  'reject',
] as const;
export const projectStepInput = z
  .strictObject({
    step: z.enum(projectSteps),
    /** The figure that this step leaves; absent: unchanged. A lower one is a cut and needs a reason. */
    ...quantitiesInput,
    reason: text(300).optional(),
    documentNo: text(80).optional(),
    acceptedOn: day.optional(),
    filingNo: text(40).optional(),
    validUntil: instant.optional(),
  })
  .meta({ id: 'TakeProjectStep' });

export const projectDocumentKinds = [
  'village-consent',
  'survey-map',
  'acceptance',
  'filing',
  'demolition',
  'resettlement',
  'funding',
  'care',
  'other',
] as const;
export const projectDocumentQuery = z.strictObject({ kind: z.enum(projectDocumentKinds) });
export const projectDocument = z
  .strictObject({
    id,
    kind: z.enum(projectDocumentKinds),
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    party: partyCode,
    at: instant,
  })
  .meta({ id: 'ProjectDocument' });

const parcelCode = z.string().regex(/^[0-9]{6}[0-9A-Z]{4,24}$/);
const parcel = z.strictObject({
  code: parcelCode,
  mapSheet: text(40).nullable(),
  patchNo: text(40).nullable(),
  landClass: text(40),
  areaHa: hectares,
});
export const parcelsInput = z
  .strictObject({ parcels: z.array(parcel).min(1).max(500) })
  .meta({ id: 'RecordParcels' });

export const careInput = z
  .strictObject({ body: text(120), fromDay: day, years: z.number().int().min(1).max(30) })
  .meta({ id: 'AgreeCare' });
/** The yearly check. One that failed names what is lost: it is deducted, or has to be replaced. */
export const careCheckInput = z
  .strictObject({
    year: z.number().int().min(2000).max(2100),
    passed: z.boolean(),
    findings: text(500),
    documentNo: text(80),
    ...quantitiesInput,
  })
  .meta({ id: 'CheckCare' });

export const projectRecord = z
  .strictObject({
    project,
    location: z.string().nullable(),
    regime: z.string(),
    /** Steps that may come next, whoever's turn it is. */
    next: z.array(z.enum(projectSteps)),
    steps: z.array(
      z.strictObject({
        step: z.string(),
        status: z.string(),
        figure: quantitiesWire.nullable(),
        cut: quantitiesWire,
        reason: z.string().nullable(),
        documentNo: z.string().nullable(),
        party: partyCode,
        at: instant,
      }),
    ),
    documents: z.array(projectDocument),
    parcels: z.array(parcel),
    care: z
      .strictObject({ body: z.string(), fromDay: day, untilDay: day, years: z.number().int() })
      .nullable(),
    careChecks: z.array(
      z.strictObject({
        year: z.number().int(),
        passed: z.boolean(),
        findings: z.string(),
        documentNo: z.string(),
        lost: quantitiesWire,
        at: instant,
      }),
    ),
  })
  .meta({ id: 'ProjectRecord' });

export const reclamationFeeInput = z
  .strictObject({
    projectCode: text(60),
    projectName: text(120),
    areaHa: hectares,
    basicFarmland: z.boolean(),
    cnyPerMu: cny,
    paidOn: day,
    receiptNo: text(80),
  })
  .meta({ id: 'RecordReclamationFee' });
export const reclamationFee = z
  .strictObject({
    id,
    number: z.string(),
    party: partyCode,
    projectCode: z.string(),
    projectName: z.string(),
    areaHa: hectares,
    basicFarmland: z.boolean(),
    cnyPerMu: cny,
    amountCny: cny,
    paidOn: day,
    receiptNo: z.string(),
    at: instant,
  })
  .meta({ id: 'ReclamationFee' });
export const reclamationFeePage = page(reclamationFee).meta({ id: 'ReclamationFeePage' });

const keyLevel = z.enum(['national-key', 'regional-key', 'livelihood']);
export const keyProjectInput = z
  .strictObject({ code: text(60), name: text(120), level: keyLevel, documentNo: text(80) })
  .meta({ id: 'ListKeyProject' });
export const keyProject = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    level: keyLevel,
    documentNo: z.string(),
    listedAt: instant,
    removedAt: instant.nullable(),
  })
  .meta({ id: 'KeyProject' });
export const keyProjectList = z.strictObject({ items: z.array(keyProject) }).meta({ id: 'KeyProjectList' });

/** The family tree of every square metre: from project to acceptance, listing, trade, and the project that used it. */
export const familyQuery = z.strictObject({
  project: z.string().max(60).optional(),
  lot: id.optional(),
  use: id.optional(),
});
const familyNode = z.strictObject({ id, number: z.string(), lotId: id, quantities: quantitiesWire });
export const family = z
  .strictObject({
    project,
    lots: z.array(
      z.strictObject({
        id,
        number: z.string(),
        owner: partyCode,
        parentLotId: id.nullable(),
        tradeId: id.nullable(),
        came: lotCame,
        loan: lotLoan.nullable(),
        quantities: quantitiesWire,
        holds: z.array(z.strictObject({ bucket: z.string(), quantities: quantitiesWire })),
        createdAt: instant,
      }),
    ),
    listings: z.array(
      familyNode.extend({ status: z.string(), seller: partyCode, noticeAt: instant.nullable() }),
    ),
    trades: z.array(
      familyNode.extend({ status: z.string(), seller: partyCode, buyer: partyCode, newLotId: id.nullable() }),
    ),
    uses: z.array(
      familyNode.extend({
        party: partyCode,
        projectCode: z.string(),
        projectName: z.string(),
        writtenOff: quantitiesWire,
        documents: z.array(z.string()),
      }),
    ),
    acts: z.array(familyNode.extend({ kind: z.string(), documentNo: z.string(), at: instant })),
  })
  .meta({ id: 'Family' });
export const families = z.strictObject({ items: z.array(family) }).meta({ id: 'Families' });

export const feeQuery = z.strictObject({
  limit: pageQuery.limit,
  cursor: id.optional(),
  party: partyCode.optional(),
});
