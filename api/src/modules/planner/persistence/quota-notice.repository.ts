import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

export interface NoticeRow {
  kind: 'quota-expiring' | 'buyer-hoarding';
  lotId: string;
  lotNumber: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  since: Date | null;
  until: Date | null;
}

/**
 * Lots of a party that still hold something available and run out within 90 days, or were bought more than 12 months
 * ago and lie unused (domain §13 QUOTA_EXPIRING, BUYER_HOARDING).
 */
export async function findNotices(tx: ReadTx, partyId: string): Promise<NoticeRow[]> {
  return tx.query<NoticeRow>(
    `select k.kind, l.id as "lotId", l.number as "lotNumber", h.area, h.paddy, h.capacity,
       case when k.kind = 'buyer-hoarding' then l.created_at end as since,
       case when k.kind = 'quota-expiring' then l.valid_until end as until
     from lot l
     cross join lateral (
       select coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.AREA'), 0)::bigint as area,
         coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.PADDY'), 0)::bigint as paddy,
         coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.CAPACITY'), 0)::bigint as capacity
       from slice s where s.lot_id = l.id and s.owner_id = l.owner_id and s.retired_by is null and s.bucket = 'available') h
     cross join lateral (values
       ('quota-expiring', l.valid_until between app_now() and app_now() + interval '90 days'),
       ('buyer-hoarding', l.trade_id is not null and l.created_at < app_now() - interval '12 months')) k (kind, holds)
     where l.owner_id = $1 and k.holds and h.area + h.paddy + h.capacity > 0
     order by l.valid_until nulls last, l.number limit 200`,
    [partyId],
  );
}
