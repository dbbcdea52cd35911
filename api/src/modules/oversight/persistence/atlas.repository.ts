import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { standing } from './market-figures.repository.js';

const monthOf = `to_char(t.awarded_at at time zone 'Asia/Shanghai', 'YYYY-MM')`;

export interface MonthlyFlow {
  month: string;
  seller: string;
  buyerRegion: string;
  trades: number;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  price: bigint;
}

/** Published trades that stand, by month, seller and the buyer's region, since the first of a month. */
export async function monthlyFlows(tx: ReadTx, quota: QuotaKind, since: Date): Promise<MonthlyFlow[]> {
  return tx.query<MonthlyFlow>(
    `select ${monthOf} as month, s.code as seller, b.region_code as "buyerRegion", count(*)::int as trades,
       sum(t.area)::bigint as area, sum(t.paddy)::bigint as paddy, sum(t.capacity)::bigint as capacity,
       sum(t.price)::bigint as price
     from trade t join party s on s.id = t.seller_id and s.kind = 'county' join party b on b.id = t.buyer_id
     where t.quota = $1 and t.awarded_at >= $2 and ${standing}
     group by 1, 2, 3 order by 1, 2, 3`,
    [quota, since],
  );
}

export interface MonthlyOutcome {
  month: string;
  seller: string;
  kept: number;
  broken: number;
}

/** How published trades ended: with the quota handed over, or given up by default or annulment. */
export async function monthlyOutcomes(tx: ReadTx, quota: QuotaKind, since: Date): Promise<MonthlyOutcome[]> {
  return tx.query<MonthlyOutcome>(
    `select ${monthOf} as month, s.code as seller,
       count(*) filter (where t.transferred_at is not null)::int as kept,
       count(*) filter (where t.status in ('defaulted', 'annulled'))::int as broken
     from trade t join party s on s.id = t.seller_id and s.kind = 'county'
     where t.quota = $1 and t.awarded_at >= $2 and t.published_at is not null
       and (t.transferred_at is not null or t.status in ('defaulted', 'annulled'))
     group by 1, 2 order by 1, 2`,
    [quota, since],
  );
}

export interface CountyOffer {
  code: string;
  listings: number;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

/** What each county has in notices and auctions now. */
export async function countyOffers(tx: ReadTx, quota: QuotaKind): Promise<CountyOffer[]> {
  return tx.query<CountyOffer>(
    `select p.code, count(*)::int as listings, sum(l.area)::bigint as area, sum(l.paddy)::bigint as paddy,
       sum(l.capacity)::bigint as capacity
     from listing l join party p on p.id = l.seller_id and p.kind = 'county'
     where l.quota = $1 and l.notice_at is not null
       and l.status in ('prefecture-window', 'notice', 'listing-open', 'timed-bidding', 'ceiling-reached', 'lottery')
     group by p.code`,
    [quota],
  );
}
