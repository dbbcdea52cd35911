import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Whether the regulator still has to decide a county-first breach on the listing (domain §8). */
export async function breachUndecided(tx: Tx, listingId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from alert where code = 'COUNTY_FIRST_BREACH' and subject_type = 'listing' and subject_id = $1
       and decided_at is null`,
    [listingId],
  );
  return rows.length > 0;
}

/** Why a lot of the trade, or one of its parties, is frozen; null when nothing is. */
export async function freezeReason(tx: Tx, tradeId: string): Promise<string | null> {
  const [row] = await tx.query<{ reason: string }>(
    `select f.reason from quota_freeze f
     where f.lifted_at is null and not f.partial and (
       f.lot_id in (select i.lot_id from trade_item i where i.trade_id = $1)
       or (f.lot_id is null and f.party_id in (select unnest(array[t.seller_id, t.buyer_id]) from trade t where t.id = $1)))
     order by f.frozen_at limit 1`,
    [tradeId],
  );
  return row?.reason ?? null;
}

/** Whether the seller's margin was negative in something that it sold, at notice (domain §8). */
export async function failedAtNotice(tx: Tx, listingId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from priority_record where listing_id = $1 and moment = 'notice' and not holds`,
    [listingId],
  );
  return rows.length > 0;
}

/** Those of some trades that a freeze of a lot or a party holds. */
export async function frozenAmong(tx: Tx, tradeIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    'select t.id from trade t where t.id = any($1) and trade_frozen(t)',
    [tradeIds],
  );
  return new Set(rows.map(({ id }) => id));
}
