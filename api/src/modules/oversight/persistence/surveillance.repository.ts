import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type {
  CountyFacts,
  LotFacts,
  MarketFacts,
  ProjectFacts,
  TradeFacts,
} from '../domain/surveillance/facts.js';
import type { AuctionFacts, Entry } from '../domain/surveillance/linked-bidders.js';

const live = `l.status in ('notice', 'listing-open', 'timed-bidding', 'ceiling-reached', 'lottery')`;

/** What the detectors look at: the market as it stands, and the trades of half a year. */
export async function marketFacts(tx: ReadTx): Promise<MarketFacts> {
  return {
    now: tx.now,
    counties: await counties(tx),
    trades: await trades(tx),
    lots: await lots(tx),
    projects: await projects(tx),
  };
}

const counties = (tx: ReadTx): Promise<CountyFacts[]> =>
  tx.query<CountyFacts>(
    `select p.id, p.region_code as "regionCode", s.farmland, s.target, d.signed_at as "declaredAt",
       (select count(*)::int from listing l where l.seller_id = p.id and ${live}) as "liveListings",
       coalesce((select jsonb_agg(jsonb_build_object('quota', m.quota, 'liveListings',
           (select count(*) from listing l where l.seller_id = p.id and l.quota = m.quota and ${live})))
         from county_margin m where m.county_id = p.id and least(m.margin_area, m.margin_paddy, m.margin_capacity) < 0),
         '[]') as deficits
     from party p
     left join lateral (select farmland, target from farmland_survey f where f.county_id = p.id
       order by f.surveyed_at desc limit 1) s on true
     left join lateral (select case when n.renews then app_now() else n.signed_at end as signed_at
       from needs_declaration n where n.county_id = p.id order by n.signed_at desc limit 1) d on true
     where p.kind = 'county'`,
  );

const trades = (tx: ReadTx): Promise<TradeFacts[]> =>
  tx.query<TradeFacts>(
    `select t.id, t.region_code as "regionCode", t.listing_id as "listingId", t.seller_id as "sellerId",
       t.buyer_id as "buyerId", t.status, t.price, t.area, l.bidder_count as bidders, l.draw is not null as drawn,
       case when t.quota = 'LSQ' then 'lsq' when t.paddy > 0 then 'paddy' else 'dry' end as "priceClass",
       case when l.form = 'timed-bidding' then l.start_price else 0 end as "startPrice", t.awarded_at as "awardedAt",
       t.payment_due_at as "paymentDueAt", t.paid_at as "paidAt", trade_frozen(t) as frozen
     from trade t join listing l on l.id = t.listing_id
     where t.awarded_at > app_now() - interval '180 days' and t.status not in ('defaulted', 'annulled')`,
  );

const lots = (tx: ReadTx): Promise<LotFacts[]> =>
  tx.query<LotFacts>(
    `select l.id, l.region_code as "regionCode", l.owner_id as "ownerId", l.trade_id is not null as bought, l.valid_until as "validUntil",
       l.created_at as "createdAt", coalesce((select sum(upper(s.serials) - lower(s.serials)) from slice s
         where s.lot_id = l.id and s.retired_by is null and s.bucket = 'available' and s.asset like '%.AREA'), 0)::bigint
         as "unusedArea"
     from lot l where l.trade_id is not null or l.valid_until is not null`,
  );

const projects = (tx: ReadTx): Promise<ProjectFacts[]> =>
  tx.query<ProjectFacts>(
    `select o.id, o.region_code as "regionCode", o.county_id as "countyId", o.quota, o.area, o.capacity, o.grade,
       count(s.id)::int as patches, max(s.observed_on)::text as "observedOn"
     from origin_project o left join satellite_patch s on s.project_id = o.id
     where o.status = 'banked' group by o.id`,
  );

/** A year of ended auctions: who registered, who bid, who won. */
export async function auctionFacts(tx: ReadTx): Promise<AuctionFacts[]> {
  const rows = await tx.query<Omit<AuctionFacts, 'entries'> & { entries: Omit<Entry, 'withdrewLate'>[] }>(
    `select l.id, l.leader_id as winner,
       coalesce((l.price - l.start_price) * 1000000 / l.start_price, 0)::int as "pricePpm",
       ((l.ceiling - l.start_price) * 1000000 / l.start_price)::int as "ceilingPpm",
       jsonb_agg(jsonb_build_object('bidder', r.buyer_id, 'bids', coalesce(b.n, 0),
         'lastBidPpm', (b.last - l.start_price) * 1000000 / l.start_price)) as entries
     from listing l join registration r on r.listing_id = l.id and r.status <> 'rejected'
     left join lateral (select count(*)::int as n, max(price) as last from bid
       where listing_id = l.id and buyer_id = r.buyer_id) b on true
     where l.closed_at > app_now() - interval '365 days' and l.form = 'timed-bidding'
     group by l.id order by l.closed_at`,
  );
  return rows.map((row) => ({
    ...row,
    entries: row.entries.map((each) => ({ ...each, withdrewLate: false })),
  }));
}

/** By what bidders may be one house: whose money is behind them. */
export async function partyTraits(tx: ReadTx): Promise<Map<string, Set<string>>> {
  const rows = await tx.query<{ id: string; trait: string }>(
    `select id, 'house:' || beneficial_group as trait from party where beneficial_group is not null`,
  );
  const traits = new Map<string, Set<string>>();
  for (const { id, trait } of rows) traits.set(id, new Set([...(traits.get(id) ?? []), trait]));
  return traits;
}

export interface NamedParty {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  region: string;
}

/** Who the members of a ring are, by id. */
export async function namedParties(tx: ReadTx, parties: readonly string[]): Promise<Map<string, NamedParty>> {
  const rows = await tx.query<NamedParty>(
    `select id, code, name_zh as "nameZh", name_en as "nameEn", region_code as region
     from party where id = any ($1::uuid[])`,
    [parties],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function surveillanceOverrides(tx: ReadTx): Promise<Record<string, unknown>> {
  const [row] = await tx.query<{ value: Record<string, unknown> }>(
    `select value from market_setting where key = 'surveillance'`,
  );
  return row?.value ?? {};
}

/** Alerts, as `code/subject`, that stand or were decided lately: what somebody has judged is not raised again at once. */
export async function knownAlerts(tx: ReadTx, quietDays: number): Promise<Set<string>> {
  const rows = await tx.query<{ key: string }>(
    `select code || '/' || subject_id as key from alert
     where decided_at is null or decided_at > app_now() - make_interval(days => $1)`,
    [quietDays],
  );
  return new Set(rows.map(({ key }) => key));
}
