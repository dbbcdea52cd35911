import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

/** Area traded between two instants by sellers of the scope, in m². */
export async function areaTraded(
  tx: ReadTx,
  quota: QuotaKind,
  scope: string,
  from: Date,
  to: Date,
): Promise<bigint> {
  const [row] = await tx.query<{ area: bigint }>(
    `select coalesce(sum(area), 0)::bigint as area from trade
     where quota = $1 and region_code like $2 || '%' and awarded_at >= $3 and awarded_at < $4
       and status not in ('defaulted', 'annulled')`,
    [quota, scope, from, to],
  );
  return row?.area ?? 0n;
}

export interface Queues {
  failedListings: number;
  deposits: bigint;
  depositCount: number;
  approvalsWaiting: number;
  approvalsDueAt: Date | null;
}

/** What waits and what is held in the scope: one row, each figure over an index of its own. */
export async function queues(tx: ReadTx, quota: QuotaKind, scope: string, yearFrom: Date): Promise<Queues> {
  const [row] = await tx.query<Queues>(
    `select
       (select count(*)::int from listing
        where quota = $1 and status = 'closed-failed' and closed_at >= $3 and region_code like $2 || '%') as "failedListings",
       (select coalesce(sum(a.balance), 0)::bigint from account a join party p on p.id = a.party_id
        where a.asset = 'CNY' and a.bucket = 'deposit-held' and p.region_code like $2 || '%') as deposits,
       (select count(*)::int from account a join party p on p.id = a.party_id
        where a.asset = 'CNY' and a.bucket = 'deposit-held' and a.balance > 0
          and p.region_code like $2 || '%') as "depositCount",
       (select count(distinct w.listing_id)::int from approval w join listing l on l.id = w.listing_id
        where w.decision is null and l.region_code like $2 || '%'
          and l.status in ('county-certified', 'city-review', 'region-review', 'gov-approval')) as "approvalsWaiting",
       (select min(w.due_at) from approval w join listing l on l.id = w.listing_id
        where w.decision is null and l.region_code like $2 || '%'
          and l.status in ('county-certified', 'city-review', 'region-review', 'gov-approval')) as "approvalsDueAt"`,
    [quota, scope, yearFrom],
  );
  if (!row) throw new Error('a count answered nothing');
  return row;
}

export interface AlertCount {
  regionCode: string;
  severity: 'high' | 'medium' | 'low';
  n: number;
}

export async function openAlertCounts(tx: ReadTx, scope: string): Promise<AlertCount[]> {
  return tx.query<AlertCount>(
    `select region_code as "regionCode", severity, count(*)::int as n from alert
     where decided_at is null and region_code like $1 || '%' group by region_code, severity`,
    [scope],
  );
}

export interface LiveListing {
  listingId: string;
  number: string | null;
  title: string;
  code: string;
  nameZh: string;
  nameEn: string;
  status: string;
  price: bigint;
  area: bigint;
  bids: number;
  endsAt: Date | null;
}

/** What can be bid for now, the next end first. */
export async function liveListings(
  tx: ReadTx,
  quota: QuotaKind,
  scope: string,
  limit: number,
): Promise<LiveListing[]> {
  return tx.query<LiveListing>(
    `select l.id as "listingId", l.number, l.title, p.code, p.name_zh as "nameZh", p.name_en as "nameEn", l.status,
       coalesce(l.price, l.start_price) as price, l.area, l.bid_count as bids,
       case when l.status in ('listing-open', 'prefecture-window') then l.listing_ends_at else l.closes_at end as "endsAt"
     from listing l join party p on p.id = l.seller_id
     where l.quota = $1 and l.region_code like $2 || '%'
       and l.status in ('prefecture-window', 'listing-open', 'timed-bidding', 'ceiling-reached', 'lottery')
     order by "endsAt" nulls last, l.id limit $3`,
    [quota, scope, limit],
  );
}

export interface TradePrice {
  tradeId: string;
  at: Date;
  sellerCode: string;
  price: bigint;
  area: bigint;
}

/** Trades of the last 120 days that carry area, oldest first. */
export async function recentPrices(
  tx: ReadTx,
  quota: QuotaKind,
  scope: string,
  limit: number,
): Promise<TradePrice[]> {
  const rows = await tx.query<TradePrice>(
    `select t.id as "tradeId", t.awarded_at as at, p.code as "sellerCode", t.price, t.area
     from trade t join party p on p.id = t.seller_id
     where t.quota = $1 and t.region_code like $2 || '%' and t.area > 0 and t.status not in ('defaulted', 'annulled')
       and t.awarded_at > app_now() - interval '120 days'
     order by t.awarded_at desc limit $3`,
    [quota, scope, limit],
  );
  return rows.reverse();
}

export interface IdentityRow {
  asset: string;
  opening: bigint;
  projectIn: bigint;
  writtenOff: bigint;
  deducted: bigint;
  nationalPool: bigint;
  expired: bigint;
  held: bigint;
}

/**
 * Domain §13, region-wide: what came in by the journal, what left for good by the balances, what is held by the
 * slices. Three sources that know nothing of each other.
 */
export async function quotaIdentity(tx: ReadTx, quota: QuotaKind): Promise<IdentityRow[]> {
  return tx.query<IdentityRow>(
    `with came as (
       select p.asset, -sum(p.amount) filter (where e.kind = 'opening-base') as opening,
         -sum(p.amount) filter (where e.kind <> 'opening-base') as project_in
       from account a join posting p on p.account_id = a.id join entry e on e.id = p.entry_id and e.at = p.at
       where a.bucket = 'origin' and a.asset like $1 || '.%' group by p.asset),
     left_for_good as (
       select asset, sum(balance) filter (where bucket = 'written-off') as written_off,
         sum(balance) filter (where bucket = 'deducted') as deducted,
         sum(balance) filter (where bucket = 'national-pool') as national_pool,
         sum(balance) filter (where bucket = 'expired') as expired
       from account where asset like $1 || '.%' group by asset),
     held as (
       select asset, sum(upper(serials) - lower(serials)) as total from slice
       where retired_by is null and bucket in ('available', 'earmarked', 'listed', 'in-settlement', 'frozen')
         and asset like $1 || '.%' group by asset)
     select l.asset, coalesce(c.opening, 0)::bigint as opening, coalesce(c.project_in, 0)::bigint as "projectIn",
       coalesce(l.written_off, 0)::bigint as "writtenOff", coalesce(l.deducted, 0)::bigint as deducted,
       coalesce(l.national_pool, 0)::bigint as "nationalPool", coalesce(l.expired, 0)::bigint as expired,
       coalesce(h.total, 0)::bigint as held
     from left_for_good l left join came c on c.asset = l.asset left join held h on h.asset = l.asset
     order by l.asset`,
    [quota],
  );
}
