import { z } from 'zod';
import {
  day,
  id,
  instant,
  page,
  partyCode,
  quantitiesWire,
  quotaKind,
  regionCode,
  quantitiesInput,
  pageQuery,
} from '../common/schema.js';

/** Origin projects, the lots that they gave, and who holds what (domain §5, §7). */

export const fundingSource = z.enum(['county', 'reclamation-fee', 'social', 'new-construction-land-fee']);
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
    /** Null until the region has accepted it. */
    acceptanceNo: z.string().nullable(),
    acceptedOn: day.nullable(),
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

/** How a lot came to its owner: lent is given back, handed over is neither bought nor lent (the reserve, a replacement). */
export const lotCame = z.enum(['banked', 'bought', 'lent', 'handed']);
export const lotLoan = z.strictObject({
  number: z.string(),
  lender: partyCode,
  dueOn: day,
  /** Null while something of the loan is outstanding. */
  returnedAt: instant.nullable(),
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
    /** Not its owner's to sell on: bought, lent or handed over. */
    bought: z.boolean(),
    came: lotCame,
    /** Of a lot that is lent; null also for who may not see the loan. */
    loan: lotLoan.nullable(),
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
