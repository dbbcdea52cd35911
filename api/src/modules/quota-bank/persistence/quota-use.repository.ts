import {
  addQuantities,
  type Quantities,
  type QuotaKind,
  subtractQuantities,
} from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { quantitiesOf } from './quantity-columns.js';

/** Quota tied to one project of one party. */
export interface UseRow {
  id: string;
  number: string;
  partyId: string;
  party: string;
  partyName: string;
  regionCode: string;
  quota: QuotaKind;
  projectCode: string;
  projectName: string;
  needId: string | null;
  needNumber: string | null;
  held: Quantities;
  writtenOff: Quantities;
  released: Quantities;
  byPersonId: string;
  earmarkedAt: Date;
  changedAt: Date;
}

const prefixes = { held: '', writtenOff: 'written_off_', released: 'released_' } as const;
type Part = keyof typeof prefixes;
const triple = (part: Part): string =>
  (['area', 'paddy', 'capacity'] as const).map((c) => `u.${prefixes[part]}${c} as "${part}_${c}"`).join(', ');

const select = `
  select u.id, u.number, u.party_id as "partyId", y.code as party, y.name_zh as "partyName",
    u.region_code as "regionCode", u.quota, u.project_code as "projectCode", u.project_name as "projectName",
    u.need_id as "needId", n.number as "needNumber", ${triple('held')}, ${triple('writtenOff')}, ${triple('released')},
    u.by_person_id as "byPersonId", u.earmarked_at as "earmarkedAt", u.changed_at as "changedAt"
  from quota_use u join party y on y.id = u.party_id left join need n on n.id = u.need_id`;

type Raw = Omit<UseRow, Part> & Record<string, bigint>;

function useOf(row: Raw): UseRow {
  const of = (part: Part): Quantities =>
    quantitiesOf({
      area: row[`${part}_area`] ?? 0n,
      paddy: row[`${part}_paddy`] ?? 0n,
      capacity: row[`${part}_capacity`] ?? 0n,
    });
  const { id, number, partyId, party, partyName, regionCode, quota, projectCode, projectName } = row;
  const { needId, needNumber, byPersonId, earmarkedAt, changedAt } = row;
  return {
    ...{ id, number, partyId, party, partyName, regionCode, quota, projectCode, projectName },
    ...{ needId, needNumber, byPersonId, earmarkedAt, changedAt },
    ...{ held: of('held'), writtenOff: of('writtenOff'), released: of('released') },
  };
}

export async function findUse(tx: Tx | ReadTx, id: string): Promise<UseRow | null> {
  const [row] = await tx.query<Raw>(`${select} where u.id = $1`, [id]);
  return row ? useOf(row) : null;
}

export async function findUseOfProject(
  tx: Tx,
  partyId: string,
  quota: QuotaKind,
  projectCode: string,
): Promise<UseRow | null> {
  const [row] = await tx.query<Raw>(
    `${select} where u.party_id = $1 and u.quota = $2 and u.project_code = $3`,
    [partyId, quota, projectCode],
  );
  return row ? useOf(row) : null;
}

export interface UseFilter {
  party?: string | undefined;
  quota?: string | undefined;
  project?: string | undefined;
  status?: string | undefined;
  after: string | null;
  limit: number;
}

const statusSql = `case when u.area + u.paddy + u.capacity > 0 then 'earmarked'
  when u.written_off_area + u.written_off_paddy + u.written_off_capacity > 0 then 'written-off' else 'released' end`;

/** A page, newest first. Answers one more row than `limit`. */
export async function listUses(tx: ReadTx, filter: UseFilter): Promise<UseRow[]> {
  const rows = await tx.query<Raw>(
    `${select} where ($1::text is null or y.code = $1) and ($2::text is null or u.quota = $2)
       and ($3::text is null or u.project_code = $3) and ($4::text is null or ${statusSql} = $4)
       and ($5::uuid is null or u.id < $5)
     order by u.id desc limit $6`,
    [
      filter.party ?? null,
      filter.quota ?? null,
      filter.project ?? null,
      filter.status ?? null,
      filter.after,
      filter.limit + 1,
    ],
  );
  return rows.map(useOf);
}

export async function insertUse(
  tx: Tx,
  use: Pick<
    UseRow,
    | 'id'
    | 'number'
    | 'partyId'
    | 'regionCode'
    | 'quota'
    | 'projectCode'
    | 'projectName'
    | 'needId'
    | 'byPersonId'
  >,
): Promise<void> {
  await tx.query(
    `insert into quota_use (id, number, party_id, region_code, quota, project_code, project_name, need_id, by_person_id,
       earmarked_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, app_now(), app_now())`,
    [
      use.id,
      use.number,
      use.partyId,
      use.regionCode,
      use.quota,
      use.projectCode,
      use.projectName,
      use.needId,
      use.byPersonId,
    ],
  );
}

/** What a movement does to the three totals of a use. */
export interface UseChange {
  held: Quantities;
  writtenOff: Quantities;
  released: Quantities;
  needId: string | null;
}

export const afterEarmark = (use: UseRow, added: Quantities, needId: string | null): UseChange => ({
  ...use,
  held: addQuantities(use.held, added),
  needId,
});
export const afterRelease = (use: UseRow, given: Quantities): UseChange => ({
  ...use,
  held: subtractQuantities(use.held, given),
  released: addQuantities(use.released, given),
});
export const afterWriteOff = (use: UseRow, used: Quantities): UseChange => ({
  ...use,
  held: subtractQuantities(use.held, used),
  writtenOff: addQuantities(use.writtenOff, used),
});

export async function saveUse(tx: Tx, id: string, change: UseChange): Promise<void> {
  const amounts = [change.held, change.writtenOff, change.released].flatMap((each) => [
    each.area.toString(),
    each.paddy.toString(),
    each.capacity.toString(),
  ]);
  await tx.query(
    `update quota_use set area = $2, paddy = $3, capacity = $4, written_off_area = $5, written_off_paddy = $6,
       written_off_capacity = $7, released_area = $8, released_paddy = $9, released_capacity = $10, need_id = $11,
       changed_at = app_now()
     where id = $1`,
    [id, ...amounts, change.needId],
  );
}

/**
 * A need is covered by all that is earmarked or written off for it, up to what it asks, and open again when some is
 * given back. Reckoned anew each time from the uses themselves, so that it cannot drift from them.
 */
export async function coverNeed(tx: Tx, needId: string): Promise<void> {
  await tx.query(
    `update need n set covered_area = least(n.area, t.area), covered_paddy = least(n.paddy, t.paddy),
       covered_capacity = least(n.capacity, t.capacity),
       status = case when n.status = 'withdrawn' then 'withdrawn'
         when t.area >= n.area and t.paddy >= n.paddy and t.capacity >= n.capacity then 'covered' else 'open' end
     from (select coalesce(sum(area + written_off_area), 0) as area, coalesce(sum(paddy + written_off_paddy), 0) as paddy,
             coalesce(sum(capacity + written_off_capacity), 0) as capacity
           from quota_use where need_id = $1) t
     where n.id = $1`,
    [needId],
  );
}
