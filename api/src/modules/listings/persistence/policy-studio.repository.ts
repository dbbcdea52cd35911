import type { Policy } from '@muheng/contracts/common/policy';
import type { QuotaKind } from '@muheng/contracts/common/component';
import type { TradeForm } from '@muheng/contracts/common/statuses';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface VersionRow {
  id: string;
  pack: string;
  version: number;
  values: Policy;
  effectiveFrom: Date;
  releasedAt: Date | null;
  withdrawnAt: Date | null;
  reason: string | null;
  draftedById: string | null;
  draftedBy: string | null;
  releasedBy: string | null;
}

const select = `select v.id, v.pack, v.version, v.values, v.effective_from as "effectiveFrom",
    v.released_at as "releasedAt", v.withdrawn_at as "withdrawnAt", v.reason, v.drafted_by as "draftedById",
    d.display_name as "draftedBy", r.display_name as "releasedBy"
  from policy_version v left join person d on d.id = v.drafted_by left join person r on r.id = v.released_by`;

/** Newest first. */
export const listVersions = (tx: Tx | ReadTx, pack: string): Promise<VersionRow[]> =>
  tx.query<VersionRow>(`${select} where v.pack = $1 order by v.version desc limit 200`, [pack]);

export async function lockVersion(tx: Tx, id: string): Promise<VersionRow | null> {
  await tx.query('select 1 from policy_version where id = $1 for update', [id]);
  const [row] = await tx.query<VersionRow>(`${select} where v.id = $1`, [id]);
  return row ?? null;
}

/** Two who draft at once wait for each other by the unique number, and the second is tried again. */
export async function insertVersion(
  tx: Tx,
  row: { id: string; pack: string; values: Policy; effectiveFrom: string; reason: string; personId: string },
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`policy ${row.pack}`]);
  await tx.query(
    `insert into policy_version (id, pack, version, values, effective_from, reason, drafted_by, drafted_at)
     select $1, $2, coalesce(max(version), 0) + 1, $3::jsonb, $4, $5, $6, app_now() from policy_version where pack = $2`,
    [row.id, row.pack, JSON.stringify(row.values), row.effectiveFrom, row.reason, row.personId],
  );
}

export async function releaseVersion(tx: Tx, id: string, personId: string, reason: string): Promise<void> {
  await tx.query(
    `update policy_version set released_at = app_now(), released_by = $2, release_reason = $3,
       effective_from = greatest(effective_from, app_now()) where id = $1`,
    [id, personId, reason],
  );
}

export async function withdrawVersion(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.query('update policy_version set withdrawn_at = app_now(), release_reason = $2 where id = $1', [
    id,
    reason,
  ]);
}

export interface SoldRow {
  id: string;
  listing: string;
  seller: string;
  form: TradeForm;
  quota: QuotaKind;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  start: bigint;
  step: bigint | null;
  deposit: bigint;
  ceiling: bigint | null;
  sold: bigint;
  policy: Policy;
  countyFirst: {
    lines: { component: 'area' | 'paddy' | 'capacity'; available: string; need: string; reserve: string }[];
  } | null;
}

/** Every listing sold since then, with what its certificate rested on; trades that fell are left out. */
export const soldSince = (tx: ReadTx, from: Date): Promise<SoldRow[]> =>
  tx.query<SoldRow>(
    `select l.id, concat_ws(' ', l.number, l.title) as listing, p.name_zh as seller, l.form, l.quota, l.area, l.paddy,
       l.capacity, l.start_price as start, l.step, l.deposit, l.ceiling, t.sold, l.policy, l.county_first as "countyFirst"
     from listing l join party p on p.id = l.seller_id
     join lateral (select sum(price)::bigint as sold from trade where listing_id = l.id
       and status not in ('defaulted', 'annulled')) t on t.sold > 0
     where l.status = 'closed-sold' and l.closed_at >= $1 order by l.closed_at limit 20000`,
    [from],
  );
