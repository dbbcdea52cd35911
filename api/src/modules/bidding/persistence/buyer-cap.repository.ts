import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import { quantities } from '@muheng/contracts/common/component';
import { plainList, type Statement } from '../../../kernel/unit-of-work/statement.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Last in the lock order: what a party stands to buy in all is asked and changed by one transaction at a time. */
export async function lockParty(tx: Tx, partyId: string): Promise<void> {
  await tx.query('select 1 from party where id = $1 for no key update', [partyId]);
}

const open = `('prefecture-window', 'notice', 'listing-open', 'timed-bidding', 'ceiling-reached', 'lottery', 'suspended')`;

/**
 * Marks a buyer's open registrations of one indicator when all of them together, with what it has been awarded and asks
 * for itself, are more than it lacks: then each of its bids is held against the cap, and only then.
 */
export async function capIfBeyond(tx: Tx, registrationId: string): Promise<void> {
  await tx.query(
    `with mine as (
       select r.buyer_id, l.quota, r.deficit_area, r.deficit_paddy, r.deficit_capacity
       from registration r join listing l on l.id = r.listing_id where r.id = $1
     ), at_stake as (
       select l.area, l.paddy, l.capacity from mine m
         join registration r on r.buyer_id = m.buyer_id join listing l on l.id = r.listing_id and l.quota = m.quota
         where l.status in ${open} and l.form <> 'reverse-purchase'
       union all
       select t.area, t.paddy, t.capacity from mine m join trade t on t.buyer_id = m.buyer_id and t.quota = m.quota
         where t.transferred_at is null and t.status not in ('defaulted', 'annulled')
       union all
       select l.area, l.paddy, l.capacity from mine m join listing l on l.seller_id = m.buyer_id and l.quota = m.quota
         where l.form = 'reverse-purchase' and l.status not in ('draft', 'closed-sold', 'closed-failed', 'terminated', 'withdrawn')
     )
     update registration r set is_capped = true from mine m, listing l,
       (select sum(area) as area, sum(paddy) as paddy, sum(capacity) as capacity from at_stake) s
     where r.buyer_id = m.buyer_id and l.id = r.listing_id and l.quota = m.quota and l.status in ${open}
       and (s.area > m.deficit_area or s.paddy > m.deficit_paddy or s.capacity > m.deficit_capacity)`,
    [registrationId],
  );
}

/** The parties of capped bids under their locks, taken in id order after the listings'. */
export const lockParties = (ids: readonly string[]): Statement => ({
  name: 'lock-capped-parties',
  text: 'select 1 from party where id = any($1::uuid[]) order by id for no key update',
  values: [plainList(ids)],
});

interface CapColumns {
  registrationId: string;
  name: string;
  quota: QuotaKind;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  deficitArea: bigint;
  deficitPaddy: bigint;
  deficitCapacity: bigint;
  takenArea: bigint;
  takenPaddy: bigint;
  takenCapacity: bigint;
}

export interface CapRow {
  registrationId: string;
  name: string;
  quota: QuotaKind;
  quantities: Quantities;
  deficit: Quantities;
  committed: Quantities;
}

/** What each of these registrations is held against; `committed` is the query of the buyer's commitments. */
export const findCaps = (
  registrationIds: readonly string[],
  committed: (buyer: string, quota: string, listing: string) => string,
): Statement => ({
  name: 'find-caps',
  text: `
    select r.id as "registrationId", y.name_zh as name, l.quota, l.area, l.paddy, l.capacity,
      r.deficit_area as "deficitArea", r.deficit_paddy as "deficitPaddy", r.deficit_capacity as "deficitCapacity",
      c.area as "takenArea", c.paddy as "takenPaddy", c.capacity as "takenCapacity"
    from registration r join listing l on l.id = r.listing_id join party y on y.id = r.buyer_id
    cross join lateral (${committed('r.buyer_id', 'l.quota', 'l.id')}) c
    where r.id = any($1::uuid[]) and r.is_capped`,
  values: [plainList(registrationIds)],
});

export type { CapColumns };

export const capOf = (row: CapColumns): CapRow => ({
  registrationId: row.registrationId,
  name: row.name,
  quota: row.quota,
  quantities: quantities(row.area, row.paddy, row.capacity),
  deficit: quantities(row.deficitArea, row.deficitPaddy, row.deficitCapacity),
  committed: quantities(row.takenArea, row.takenPaddy, row.takenCapacity),
});
