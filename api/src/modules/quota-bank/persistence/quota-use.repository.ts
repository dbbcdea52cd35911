import {
  addQuantities,
  type Quantities,
  type QuotaKind,
  subtractQuantities,
} from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Draw } from '../domain/draw-quota.js';
import { type QuantityColumns, quantitiesOf, quantityArrays } from './quantity-columns.js';

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

/** Adds to (or, with `sign` −1, takes from) what a use holds lot by lot. The check constraints refuse less than nothing. */
export async function addToUseLots(
  tx: Tx,
  useId: string,
  draws: readonly Draw[],
  sign: 1 | -1,
): Promise<void> {
  const [area, paddy, capacity] = quantityArrays(draws.map((draw) => draw.quantities));
  const lots = draws.map((draw) => draw.lotId);
  if (sign === 1) {
    await tx.query(
      `insert into quota_use_lot (use_id, lot_id, area, paddy, capacity)
       select $1, * from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[])
       on conflict (use_id, lot_id) do update set area = quota_use_lot.area + excluded.area,
         paddy = quota_use_lot.paddy + excluded.paddy, capacity = quota_use_lot.capacity + excluded.capacity`,
      [useId, lots, area, paddy, capacity],
    );
    return;
  }
  await tx.query(
    `update quota_use_lot q set area = q.area - t.area, paddy = q.paddy - t.paddy, capacity = q.capacity - t.capacity
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[]) as t (lot, area, paddy, capacity)
     where q.use_id = $1 and q.lot_id = t.lot`,
    [useId, lots, area, paddy, capacity],
  );
}

export interface UseLotRow {
  lotId: string;
  lotNumber: string;
  originProject: string;
  grade: number | null;
  held: Quantities;
  writtenOff: Quantities;
}

/** The lots that a use has drawn from, in the order in which they are used up. */
export async function findUseLots(tx: Tx | ReadTx, useId: string): Promise<UseLotRow[]> {
  const rows = await tx.query<
    Omit<UseLotRow, 'held' | 'writtenOff'> & QuantityColumns & Record<'wa' | 'wp' | 'wc', bigint>
  >(
    `select l.id as "lotId", l.number as "lotNumber", o.number as "originProject", l.grade, q.area, q.paddy, q.capacity,
       coalesce(w.area, 0)::bigint as wa, coalesce(w.paddy, 0)::bigint as wp, coalesce(w.capacity, 0)::bigint as wc
     from quota_use_lot q join lot l on l.id = q.lot_id join origin_project o on o.id = l.origin_project_id
     left join (select wl.lot_id, sum(wl.area) as area, sum(wl.paddy) as paddy, sum(wl.capacity) as capacity
       from quota_write_off_lot wl join quota_write_off w on w.id = wl.write_off_id where w.use_id = $1 group by wl.lot_id) w
       on w.lot_id = q.lot_id
     where q.use_id = $1 order by l.valid_until nulls last, l.bought desc, l.number`,
    [useId],
  );
  return rows.map(({ area, paddy, capacity, wa, wp, wc, ...row }) => ({
    ...row,
    held: quantitiesOf({ area, paddy, capacity }),
    writtenOff: quantitiesOf({ area: wa, paddy: wp, capacity: wc }),
  }));
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
