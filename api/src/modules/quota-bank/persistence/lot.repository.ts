import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { FundingSource, LotRecord } from '../domain/saleability.js';
import { quantityArrays } from './quantity-columns.js';

export interface NewLot {
  id: string;
  number: string;
  projectId: string;
  ownerId: string;
  regionCode: string;
  quota: QuotaKind;
  quantities: Quantities;
  grade: number | null;
  saleable: boolean;
  validUntil: Date | null;
}

export async function insertLots(tx: Tx, lots: readonly NewLot[]): Promise<void> {
  const [area, paddy, capacity] = quantityArrays(lots.map((each) => each.quantities));
  await tx.query(
    `insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, grade, saleable,
       valid_until, created_at)
     select t.*, app_now()
     from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
       $9::bigint[], $10::smallint[], $11::boolean[], $12::timestamptz[]) as t`,
    [
      lots.map((l) => l.id),
      lots.map((l) => l.number),
      lots.map((l) => l.projectId),
      lots.map((l) => l.ownerId),
      lots.map((l) => l.regionCode),
      lots.map((l) => l.quota),
      area,
      paddy,
      capacity,
      lots.map((l) => l.grade),
      lots.map((l) => l.saleable),
      lots.map((l) => l.validUntil),
    ],
  );
}

export type LotCame = 'banked' | 'bought' | 'lent' | 'handed';

/** The loan by which a lot came; nulls for any other, and for a loan that the reader may not see. */
export interface LotOrigin {
  loanNumber: string | null;
  lender: string | null;
  loanDueOn: string | null;
  loanReturnedAt: Date | null;
}

export interface LotRow extends LotOrigin {
  id: string;
  number: string;
  owner: string;
  quota: QuotaKind;
  projectId: string;
  projectNumber: string;
  projectName: string;
  grade: number | null;
  fundingSource: FundingSource;
  saleable: boolean;
  bought: boolean;
  came: LotCame;
  validUntil: Date | null;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  createdAt: Date;
}

/** How lot `l` came to its owner, with its loan `n` of lender `v`; `bought` says only that it may not be sold on. */
export const lotOrigin = `case when l.loan_id is not null then 'lent' when l.trade_id is not null then 'bought'
    when l.bought then 'handed' else 'banked' end as came,
  n.number as "loanNumber", v.code as lender, n.due_on as "loanDueOn", n.returned_at as "loanReturnedAt"`;
export const joinLoan = 'left join quota_loan n on n.id = l.loan_id left join party v on v.id = n.lender_id';

const columns = `
  l.id, l.number, y.code as owner, l.quota, o.id as "projectId", o.number as "projectNumber", o.name as "projectName",
  l.grade, o.funding_source as "fundingSource", l.saleable, l.bought, l.valid_until as "validUntil", l.area, l.paddy,
  l.capacity, l.created_at as "createdAt", ${lotOrigin}`;
const from = `from lot l join party y on y.id = l.owner_id join origin_project o on o.id = l.origin_project_id
  ${joinLoan}`;

export async function findLot(tx: Tx | ReadTx, id: string): Promise<LotRow | null> {
  const [row] = await tx.query<LotRow>(`select ${columns} ${from} where l.id = $1`, [id]);
  return row ?? null;
}

export async function listLotsOfProject(tx: ReadTx, projectId: string): Promise<LotRow[]> {
  return tx.query<LotRow>(
    `select ${columns} ${from} where l.origin_project_id = $1 order by l.created_at, l.number`,
    [projectId],
  );
}

export interface LotFilter {
  owner?: string | undefined;
  quota?: string | undefined;
  saleable?: boolean | undefined;
  /** Number of the last lot seen. */
  after: string | null;
  limit: number;
}

/** A page in order of lot numbers. Answers one more row than `limit`. */
export async function listLots(tx: ReadTx, filter: LotFilter): Promise<LotRow[]> {
  return tx.query<LotRow>(
    `select ${columns} ${from}
     where ($1::text is null or y.code = $1) and ($2::text is null or l.quota = $2)
       and ($3::boolean is null or l.saleable = $3) and ($4::text is null or l.number > $4)
     order by l.number limit $5`,
    [filter.owner ?? null, filter.quota ?? null, filter.saleable ?? null, filter.after, filter.limit + 1],
  );
}

interface LotRecordRow extends Omit<LotRecord, 'isOwn'> {
  id: string;
  ownerId: string;
}

/** What lots have to prove before they are listed (domain §8, condition 4), by lot id. */
export async function findLotRecords(
  tx: Tx | ReadTx,
  ids: readonly string[],
): Promise<Map<string, LotRecordRow>> {
  const rows = await tx.query<LotRecordRow>(
    `select l.id, l.owner_id as "ownerId", l.number, l.quota, o.status = 'banked' as "isAccepted",
       o.filing_no is not null as "isFiled", o.measured as "isMeasured", l.bought as "isBought",
       exists (select from quota_freeze f where f.lifted_at is null and not f.partial and f.party_id = l.owner_id
         and (f.lot_id is null or f.lot_id = l.id)) as "isFrozen",
       o.land_class_changed as "landClassChanged", o.residents_resettled as "residentsResettled",
       o.funding_source as "fundingSource", l.valid_until as "validUntil"
     from lot l join origin_project o on o.id = l.origin_project_id where l.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Lots that a party gets out of another's, outside a trade: same origin, grade and end of validity, not resalable.
 * `loanId`: they are lent, and by which loan.
 */
export async function insertHandedLots(
  tx: Tx,
  { ownerId, loanId }: { ownerId: string; loanId: string | null },
  lots: readonly { id: string; number: string; parentLotId: string; quantities: Quantities }[],
): Promise<void> {
  await tx.query(
    `insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, grade, saleable,
       bought, parent_lot_id, valid_until, created_at, loan_id)
     select t.id, t.number, p.origin_project_id, y.id, y.region_code, p.quota, t.area, t.paddy, t.capacity, p.grade, false,
       true, p.id, p.valid_until, app_now(), $8
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[])
       as t (id, number, parent, area, paddy, capacity)
     join lot p on p.id = t.parent join party y on y.id = $1`,
    [
      ownerId,
      lots.map((lot) => lot.id),
      lots.map((lot) => lot.number),
      lots.map((lot) => lot.parentLotId),
      ...quantityArrays(lots.map((lot) => lot.quantities)),
      loanId,
    ],
  );
}
