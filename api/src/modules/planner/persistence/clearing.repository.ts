import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

/** The study sees everything at one instant, so these queries read other modules' tables; nothing is written. */

export interface PartyAmounts {
  partyId: string;
  code: string;
  nameZh: string;
  nameEn: string;
  regionCode: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

const party = `y.id as "partyId", y.code, y.name_zh as "nameZh", y.name_en as "nameEn", y.region_code as "regionCode"`;
const sums = (from: string): string =>
  `coalesce(sum(${from}.area), 0)::bigint as area, coalesce(sum(${from}.paddy), 0)::bigint as paddy,
   coalesce(sum(${from}.capacity), 0)::bigint as capacity`;

/** Margin of every county: positive is surplus, negative is what it lacks (domain §8). */
export const findMargins = (tx: ReadTx, quota: QuotaKind): Promise<PartyAmounts[]> =>
  tx.query(
    `select ${party}, coalesce(m.margin_area, 0) as area, coalesce(m.margin_paddy, 0) as paddy,
       coalesce(m.margin_capacity, 0) as capacity
     from party y left join county_margin m on m.county_id = y.id and m.quota = $1
     where y.kind = 'county' order by y.code`,
    [quota],
  );

/** What is available of every saleable lot of a county. */
export const findSaleable = (tx: ReadTx, quota: QuotaKind): Promise<PartyAmounts[]> =>
  tx.query(
    `select ${party},
       coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.AREA'), 0)::bigint as area,
       coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.PADDY'), 0)::bigint as paddy,
       coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.CAPACITY'), 0)::bigint as capacity
     from lot l join party y on y.id = l.owner_id and y.kind = 'county'
     join slice s on s.lot_id = l.id and s.owner_id = l.owner_id and s.retired_by is null and s.bucket = 'available'
     where l.quota = $1 and l.saleable and not l.bought
     group by l.id, y.id order by l.id`,
    [quota],
  );

/** Confirmed open needs of zones and project owners: what they lack still, one row a party. */
export const findOthersNeeds = (tx: ReadTx, quota: QuotaKind): Promise<PartyAmounts[]> =>
  tx.query(
    `select ${party}, coalesce(sum(n.area - n.covered_area), 0)::bigint as area,
       coalesce(sum(n.paddy - n.covered_paddy), 0)::bigint as paddy,
       coalesce(sum(n.capacity - n.covered_capacity), 0)::bigint as capacity
     from need n join party y on y.id = n.party_id
     where n.quota = $1 and n.status = 'open' and n.region_confirmed and y.kind <> 'county'
     group by n.id, y.id order by n.id`,
    [quota],
  );

/** What each county has sold since the year began, unless it came to nothing. */
export const findSold = (tx: ReadTx, quota: QuotaKind, since: Date): Promise<PartyAmounts[]> =>
  tx.query(
    `select ${party}, ${sums('t')} from trade t join party y on y.id = t.seller_id
     where t.quota = $1 and t.awarded_at >= $2 and t.status not in ('defaulted', 'annulled') group by y.id`,
    [quota, since],
  );

/** The highest price for one 亩 that each party has published; only those that named one. */
export const findLimits = (
  tx: ReadTx,
  quota: QuotaKind,
): Promise<{ partyId: string; limitPerMu: bigint }[]> =>
  tx.query(
    `select d.party_id as "partyId", max(d.limit_per_mu) as "limitPerMu"
     from demand d join need n on n.id = d.need_id
     where n.quota = $1 and d.withdrawn_at is null and d.limit_per_mu is not null
       and d.valid_until >= (app_now() at time zone 'Asia/Shanghai')::date
     group by d.party_id`,
    [quota],
  );
