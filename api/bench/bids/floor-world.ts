import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { makeTokens, type SessionTokens } from '../../src/modules/parties/application/session-tokens.js';

export interface Bidder {
  cookie: string;
  csrf: string;
}

export interface FloorWorld {
  bidders: Bidder[];
  listings: string[];
}

/** 分; no ceiling, so that prices may rise for as long as it takes. */
export const startPrice = 1_000_000n;
export const step = 100n;

export interface Stage {
  bidders: number;
  listings: number;
  /** SQL of the instant at which listing bids stop and timed bidding starts, and of the first close. */
  closesAt?: string;
}

interface Person {
  id: string;
  partyId: string;
  tokens: SessionTokens;
}

/**
 * Bidders who are signed in and registered, and listings that are open, written straight into the tables: what is
 * measured is bidding, not the way there.
 */
export async function buildFloor(superuserUrl: string, stage: Stage): Promise<FloorWorld> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.market', 'on', true)`);
    const people = Array.from({ length: stage.bidders }, () => ({
      id: uuidv7(),
      partyId: uuidv7(),
      tokens: makeTokens(),
    }));
    await insertPeople(client, people);
    const listings = Array.from({ length: stage.listings }, () => uuidv7());
    await insertListings(client, listings, people, stage.closesAt);
    await client.query('commit');
    await client.query('analyze');
    const bidders = people.map(({ tokens }) => ({ cookie: `muheng=${tokens.id}`, csrf: tokens.csrfToken }));
    return { bidders, listings };
  } finally {
    await client.end();
  }
}

async function insertPeople(client: pg.Client, people: readonly Person[]): Promise<void> {
  const parties = people.map((each) => each.partyId);
  const ids = people.map((each) => each.id);
  // A party's code is in capitals: a page that asks who it is would not get an answer else.
  const series = randomUUID().slice(0, 8).toUpperCase();
  await client.query(
    `insert into party (id, code, kind, name_zh, name_en, region_code, created_at)
     select t.id, 'BENCH-' || $2 || '-' || t.n, 'project-owner', '测量用户 ' || t.n, 'Bidder ' || t.n, '640106', app_now()
     from unnest($1::uuid[]) with ordinality as t (id, n)`,
    [parties, series],
  );
  await client.query(
    `insert into person (id, party_id, region_code, login, display_name, roles, created_at)
     select t.id, t.party, '640106', 'bench-' || $3 || '-' || t.n, 'Bidder ' || t.n, array['bidder'], app_now()
     from unnest($1::uuid[], $2::uuid[]) with ordinality as t (id, party, n)`,
    [ids, parties, series],
  );
  await client.query(
    `insert into session (id_hash, person_id, csrf_hash, created_at, last_seen_at, expires_at)
     select t.hash, t.id, t.csrf, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '12 hours'
     from unnest($1::bytea[], $2::uuid[], $3::bytea[]) as t (hash, id, csrf)`,
    [people.map((each) => each.tokens.idHash), ids, people.map((each) => each.tokens.csrfHash)],
  );
}

async function insertListings(
  client: pg.Client,
  listings: readonly string[],
  people: readonly Person[],
  closesAt = `app_now() + interval '2 days'`,
): Promise<void> {
  await client.query(
    `insert into listing (id, number, title, seller_id, region_code, quota, form, status, area, start_price, step, deposit,
       policy_version_id, policy, created_by, created_at, notice_at, opens_at, deposit_close_at, listing_bid_stop_at,
       listing_ends_at, timed_starts_at, closes_at, bidder_count)
     select t.id, 'BENCH-' || t.id, '水田指标', s.id, s.region_code, 'SFQ', 'timed-bidding', 'listing-open', 10000,
       $2, $3, 1, p.id, p.values, $4, app_now(), app_now() - interval '2 days', app_now() - interval '1 day',
       app_now() - interval '1 hour', e.at, e.at, e.at, e.at, $5
     from unnest($1::uuid[]) as t (id)
     cross join (select id, region_code from party where code = '640425') s
     cross join (select id, values from policy_version where pack = 'ningxia' order by version desc limit 1) p
     cross join (select ${closesAt} as at) e`,
    [listings, startPrice.toString(), step.toString(), people[0]?.id ?? null, people.length],
  );
  await client.query(
    `insert into registration (id, listing_id, buyer_id, region_code, bidder_no, status, deposit, registered_at, by_person_id)
     select gen_random_uuid(), l.id, b.id, '640106', b.n, 'bidding-right', 1, app_now(), $3
     from unnest($1::uuid[]) as l (id), unnest($2::uuid[]) with ordinality as b (id, n)`,
    [listings, people.map((each) => each.partyId), people[0]?.id ?? null],
  );
}

/** Throws unless the log of each listing holds exactly the answered bids, each at least a step above the one before. */
export async function expectAllKept(
  superuserUrl: string,
  answered: Readonly<Record<string, number>>,
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ listing: string; bids: string; fell: string }>(
    `select b.listing_id as listing, count(*) as bids,
       count(*) filter (where b.price < b.before + $2) as fell
     from (select listing_id, price, lag(price) over (partition by listing_id order by seq) as before
       from bid where listing_id = any($1::uuid[])) b
     group by b.listing_id`,
    [Object.keys(answered), step.toString()],
  );
  await client.end();
  const kept = Object.fromEntries(rows.map((row) => [row.listing, Number(row.bids)]));
  for (const [listing, count] of Object.entries(answered))
    if ((kept[listing] ?? 0) !== count)
      throw new Error(`${count} bids on ${listing} were answered, ${kept[listing] ?? 0} are in the log`);
  if (rows.some((row) => row.fell !== '0')) throw new Error('a price rose by less than the step');
}
