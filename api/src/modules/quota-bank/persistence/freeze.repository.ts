import type { Quantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Draw } from '../domain/draw-quota.js';
import { type QuantityColumns, quantitiesOf, quantityArrays } from './quantity-columns.js';

export type FreezeGround = 'regulator' | 'satellite-patch' | 'quality' | 'reconciliation' | 'seller-default';

export interface FreezeRow {
  id: string;
  partyId: string;
  party: string;
  lotId: string | null;
  lotNumber: string | null;
  ground: FreezeGround;
  patchNo: string | null;
  partial: boolean;
  reason: string;
  frozenAt: Date;
  liftedAt: Date | null;
  liftReason: string | null;
}

const select = `
  select f.id, f.party_id as "partyId", y.code as party, f.lot_id as "lotId", l.number as "lotNumber", f.ground,
    f.patch_no as "patchNo", f.partial, f.reason, f.frozen_at as "frozenAt", f.lifted_at as "liftedAt",
    f.lift_reason as "liftReason"
  from quota_freeze f join party y on y.id = f.party_id left join lot l on l.id = f.lot_id`;

export async function insertFreeze(
  tx: Tx,
  freeze: Pick<FreezeRow, 'id' | 'partyId' | 'lotId' | 'ground' | 'patchNo' | 'partial' | 'reason'> & {
    byPersonId: string | null;
  },
): Promise<void> {
  await tx.query(
    `insert into quota_freeze (id, party_id, region_code, lot_id, ground, patch_no, partial, reason, by_person_id, frozen_at)
     select $1, y.id, y.region_code, $3, $4, $5, $6, $7, $8, app_now() from party y where y.id = $2`,
    [
      freeze.id,
      freeze.partyId,
      freeze.lotId,
      freeze.ground,
      freeze.patchNo,
      freeze.partial,
      freeze.reason,
      freeze.byPersonId,
    ],
  );
}

export async function findFreeze(tx: Tx | ReadTx, id: string): Promise<FreezeRow | null> {
  const [row] = await tx.query<FreezeRow>(`${select} where f.id = $1`, [id]);
  return row ?? null;
}

export async function setLifted(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.query('update quota_freeze set lifted_at = app_now(), lift_reason = $2 where id = $1', [
    id,
    reason,
  ]);
}

export interface FreezeFilter {
  party?: string | undefined;
  lotId?: string | undefined;
  active: boolean;
  after: string | null;
  limit: number;
}

/** A page, newest first. Answers one more row than `limit`. */
export async function listFreezes(tx: ReadTx, filter: FreezeFilter): Promise<FreezeRow[]> {
  return tx.query<FreezeRow>(
    `${select} where ($1::text is null or y.code = $1) and ($2::uuid is null or f.lot_id = $2)
       and (not $3::boolean or f.lifted_at is null) and ($4::uuid is null or f.id < $4)
     order by f.id desc limit $5`,
    [filter.party ?? null, filter.lotId ?? null, filter.active, filter.after, filter.limit + 1],
  );
}

export interface FrozenLotRow {
  freezeId: string;
  lotId: string;
  quota: 'SFQ' | 'LSQ';
  quantities: Quantities;
}

type Raw = Omit<FrozenLotRow, 'quantities'> & QuantityColumns;
const frozenOf = ({ area, paddy, capacity, ...row }: Raw): FrozenLotRow => ({
  ...row,
  quantities: quantitiesOf({ area, paddy, capacity }),
});
const heldColumns = `q.freeze_id as "freezeId", q.lot_id as "lotId", l.quota, q.area, q.paddy, q.capacity`;

/** What freezes hold, lot by lot. */
export async function findFrozenLots(tx: Tx | ReadTx, freezeIds: readonly string[]): Promise<FrozenLotRow[]> {
  const rows = await tx.query<Raw>(
    `select ${heldColumns} from frozen_lot q join lot l on l.id = q.lot_id where q.freeze_id = any($1)
     order by l.number`,
    [freezeIds],
  );
  return rows.map(frozenOf);
}

/** What all freezes that stand hold of one lot, the oldest first. */
export async function findFreezesOfLot(tx: Tx, lotId: string): Promise<FrozenLotRow[]> {
  const rows = await tx.query<Raw>(
    `select ${heldColumns} from frozen_lot q join quota_freeze f on f.id = q.freeze_id join lot l on l.id = q.lot_id
     where q.lot_id = $1 and f.lifted_at is null order by f.frozen_at, f.id`,
    [lotId],
  );
  return rows.map(frozenOf);
}

/** Notes that a freeze now holds more of these lots. */
export async function addFrozen(tx: Tx, freezeId: string, draws: readonly Draw[]): Promise<void> {
  await tx.query(
    `insert into frozen_lot (freeze_id, lot_id, area, paddy, capacity)
     select $1, * from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[])
     on conflict (freeze_id, lot_id) do update set area = frozen_lot.area + excluded.area,
       paddy = frozen_lot.paddy + excluded.paddy, capacity = frozen_lot.capacity + excluded.capacity`,
    [freezeId, draws.map((draw) => draw.lotId), ...quantityArrays(draws.map((draw) => draw.quantities))],
  );
}

/** Notes that frozen quota of one lot has left the market, freeze by freeze. */
export async function takeFrozen(
  tx: Tx,
  lotId: string,
  parts: readonly { freezeId: string; quantities: Quantities }[],
): Promise<void> {
  await tx.query(
    `update frozen_lot q set area = q.area - t.area, paddy = q.paddy - t.paddy, capacity = q.capacity - t.capacity
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[]) as t (hold, area, paddy, capacity)
     where q.freeze_id = t.hold and q.lot_id = $1`,
    [lotId, parts.map((part) => part.freezeId), ...quantityArrays(parts.map((part) => part.quantities))],
  );
}

/** Nothing is held any more: the freeze was lifted. */
export async function clearFrozen(tx: Tx, freezeId: string): Promise<void> {
  await tx.query('delete from frozen_lot where freeze_id = $1', [freezeId]);
}

/** The whole freeze, if any, that each of these lots stands under: of the lot itself, else of its owner. */
export async function findWholeFreezes(
  tx: Tx,
  lotIds: readonly string[],
): Promise<{ lotId: string; freezeId: string; partyId: string; quota: 'SFQ' | 'LSQ' }[]> {
  return tx.query(
    `select distinct on (l.id) l.id as "lotId", f.id as "freezeId", l.owner_id as "partyId", l.quota
     from lot l join quota_freeze f on f.party_id = l.owner_id and f.lifted_at is null and not f.partial
       and (f.lot_id is null or f.lot_id = l.id)
     where l.id = any($1) order by l.id, f.lot_id nulls last, f.frozen_at`,
    [lotIds],
  );
}
