import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { NeedCategory } from '../domain/needs.js';

export interface NewNeed {
  id: string;
  number: string;
  partyId: string;
  regionCode: string;
  quota: QuotaKind;
  category: NeedCategory;
  title: string;
  projectCode: string | null;
  quantities: Quantities;
  regionConfirmed: boolean;
  wantedBy: string | null;
  byPersonId: string;
}

export async function insertNeed(tx: Tx, need: NewNeed): Promise<void> {
  await tx.query(
    `insert into need (id, number, party_id, region_code, quota, category, title, project_code, area, paddy, capacity,
       region_confirmed, wanted_by, registered_at, by_person_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, app_now(), $14)`,
    [
      need.id,
      need.number,
      need.partyId,
      need.regionCode,
      need.quota,
      need.category,
      need.title,
      need.projectCode,
      need.quantities.area.toString(),
      need.quantities.paddy.toString(),
      need.quantities.capacity.toString(),
      need.regionConfirmed,
      need.wantedBy,
      need.byPersonId,
    ],
  );
}

export interface NeedRow {
  id: string;
  number: string;
  partyId: string;
  party: string;
  quota: QuotaKind;
  category: NeedCategory;
  title: string;
  projectCode: string | null;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  coveredArea: bigint;
  coveredPaddy: bigint;
  coveredCapacity: bigint;
  status: 'open' | 'covered' | 'withdrawn';
  regionConfirmed: boolean;
  wantedBy: string | null;
  registeredAt: Date;
}

const columns = `
  n.id, n.number, n.party_id as "partyId", y.code as party, n.quota, n.category, n.title, n.project_code as "projectCode",
  n.area, n.paddy, n.capacity, n.covered_area as "coveredArea", n.covered_paddy as "coveredPaddy",
  n.covered_capacity as "coveredCapacity", n.status, n.region_confirmed as "regionConfirmed", n.wanted_by as "wantedBy",
  n.registered_at as "registeredAt"`;
const from = 'from need n join party y on y.id = n.party_id';

export async function findNeed(tx: Tx | ReadTx, id: string): Promise<NeedRow | null> {
  const [row] = await tx.query<NeedRow>(`select ${columns} ${from} where n.id = $1`, [id]);
  return row ?? null;
}

/** Open needs of these parties for one indicator, oldest first. */
export async function findOpenNeeds(
  tx: Tx | ReadTx,
  partyIds: readonly string[],
  quota: QuotaKind,
): Promise<NeedRow[]> {
  return tx.query<NeedRow>(
    `select ${columns} ${from} where n.party_id = any($1) and n.quota = $2 and n.status = 'open' order by n.registered_at, n.id`,
    [partyIds, quota],
  );
}

export interface NeedFilter {
  party?: string | undefined;
  quota?: string | undefined;
  status?: string | undefined;
  /** Id of the last need seen. */
  after: string | null;
  limit: number;
}

/** A page, newest first: ids are time-ordered. Answers one more row than `limit`. */
export async function listNeeds(tx: ReadTx, filter: NeedFilter): Promise<NeedRow[]> {
  return tx.query<NeedRow>(
    `select ${columns} ${from}
     where ($1::text is null or y.code = $1) and ($2::text is null or n.quota = $2) and ($3::text is null or n.status = $3)
       and ($4::uuid is null or n.id < $4)
     order by n.id desc limit $5`,
    [filter.party ?? null, filter.quota ?? null, filter.status ?? null, filter.after, filter.limit + 1],
  );
}

/** Marks the need as confirmed by the region; answers whether there was something to confirm. */
export async function confirmNeed(tx: Tx, id: string): Promise<void> {
  await tx.query('update need set region_confirmed = true where id = $1', [id]);
}

/** Withdraws an open need; answers false when it is not open any more. */
export async function setNeedWithdrawn(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update need set status = 'withdrawn' where id = $1 and status = 'open' returning 1`,
    [id],
  );
  return rows.length > 0;
}
