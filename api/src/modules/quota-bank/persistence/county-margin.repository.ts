import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { CountyFirstPosition } from '../domain/county-first.js';
import { quantityArrays } from './quantity-columns.js';

export interface MarginLock {
  countyId: string;
  quota: QuotaKind;
  isBlocked: boolean;
  /** An input has changed since it was last computed, or it never was. */
  isStale: boolean;
}

const lockSql = `select county_id as "countyId", quota, blocked_since is not null as "isBlocked",
    stale_since is not null or computed_at is null as "isStale"
  from county_margin where county_id = any($1) and quota = any($2) order by county_id, quota for update`;

/**
 * Locks the (county, indicator) rows, made where they are missing. They are the first in the lock order, so nothing
 * of a listing, an account or a slice may be locked before. Sorted, so that two callers never wait in a circle.
 */
export async function lockMargins(
  tx: Tx,
  countyIds: readonly string[],
  quotas: readonly QuotaKind[],
): Promise<MarginLock[]> {
  const wanted = countyIds.length * quotas.length;
  const there = await tx.query<MarginLock>(lockSql, [countyIds, quotas]);
  if (there.length === wanted) return there;
  await tx.query(
    `insert into county_margin (county_id, region_code, quota)
     select y.id, y.region_code, q.quota from party y cross join unnest($2::text[]) as q (quota)
     where y.id = any($1) order by y.id, q.quota
     on conflict do nothing`,
    [countyIds, quotas],
  );
  return tx.query<MarginLock>(lockSql, [countyIds, quotas]);
}

/**
 * Notes that an input of these rows has changed, and answers those that were not stale before: of the others the
 * recomputation is due already, and it waits for the lock that the caller holds. Lock first.
 */
export async function markMarginsStale(
  tx: Tx,
  countyIds: readonly string[],
  quota: QuotaKind,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update county_margin set stale_since = app_now()
     where county_id = any($1) and quota = $2 and stale_since is null returning county_id as id`,
    [countyIds, quota],
  );
  return rows.map(({ id }) => id);
}

/** Stores recomputed positions in one statement and clears their marks. The caller holds the locks. */
export async function storeMargins(
  tx: Tx,
  quota: QuotaKind,
  positions: ReadonlyMap<string, CountyFirstPosition>,
): Promise<void> {
  if (positions.size === 0) return;
  const each = [...positions.values()];
  await tx.query(
    `update county_margin m set
       avail_area = t.aa, avail_paddy = t.ap, avail_capacity = t.ac,
       need_area = t.na, need_paddy = t.np, need_capacity = t.nc,
       reserve_area = t.ra, reserve_paddy = t.rp, reserve_capacity = t.rc,
       margin_area = t.ma, margin_paddy = t.mp, margin_capacity = t.mc,
       computed_at = app_now(), stale_since = null
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
       $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[])
       as t (county, aa, ap, ac, na, np, nc, ra, rp, rc, ma, mp, mc)
     where m.county_id = t.county and m.quota = $1`,
    [
      quota,
      [...positions.keys()],
      ...quantityArrays(each.map((one) => one.available)),
      ...quantityArrays(each.map((one) => one.need)),
      ...quantityArrays(each.map((one) => one.reserve)),
      ...quantityArrays(each.map((one) => one.margin)),
    ],
  );
}

/** Bars or frees a county from new listings after a breach that only confirmed trades could answer (domain §8). */
export async function setBlocked(
  tx: Tx,
  countyId: string,
  quota: QuotaKind,
  blocked: boolean,
): Promise<void> {
  await tx.query(
    `update county_margin set blocked_since = case when $3 then coalesce(blocked_since, app_now()) end
     where county_id = $1 and quota = $2`,
    [countyId, quota, blocked],
  );
}

/** Whether the county is barred from new listings. */
export async function isCountyBlocked(tx: Tx | ReadTx, countyId: string, quota: QuotaKind): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from county_margin where county_id = $1 and quota = $2 and blocked_since is not null',
    [countyId, quota],
  );
  return rows.length > 0;
}

/** When each county's margin was last recomputed and enforced, by county id. */
export async function findComputedAt(tx: ReadTx, quota: QuotaKind): Promise<Map<string, Date>> {
  const rows = await tx.query<{ countyId: string; computedAt: Date }>(
    `select county_id as "countyId", computed_at as "computedAt" from county_margin
     where quota = $1 and computed_at is not null`,
    [quota],
  );
  return new Map(rows.map((row) => [row.countyId, row.computedAt]));
}
