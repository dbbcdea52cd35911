import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { makeTokens } from '../../src/modules/parties/application/session-tokens.js';

/** A person of a buyer, signed in. */
export interface Buyer {
  party: string;
  cookie: string;
  csrf: string;
}
/** And the trades that its party has to pay. */
export type Payer = Buyer & { trades: string[] };

const sellers = ['640425', '640324', '640323', '640221', '640521', '640422', '640423', '640522'];
const buyers = ['640104', '640105', '640106', '640121', '640122', '640181', '640202', '640205'];
/** m², 0.0001 kg and 分 of each trade. */
const area = 10_000n;
const capacity = 60_000_000n;
const price = 75_000_000n;

/** So many people, spread over the buyers. They pay in every run: new ones for each would be told of all that follows. */
export async function signInBuyers(superuserUrl: string, count: number): Promise<Buyer[]> {
  const people = Array.from({ length: count }, (_, i) => ({
    id: uuidv7(),
    party: buyers[i % buyers.length] ?? '',
    tokens: makeTokens(),
  }));
  await asMarket(superuserUrl, (client) => insertPeople(client, people));
  return people.map(({ party, tokens }) => ({
    party,
    cookie: `muheng=${tokens.id}`,
    csrf: tokens.csrfToken,
  }));
}

/**
 * Trades whose contracts are signed and whose price is due, with the quota of each waiting in settlement, written
 * through the ledger's own functions: what is measured is settlement, not the way there.
 */
export async function buildDueTrades(
  superuserUrl: string,
  payers: readonly Buyer[],
  each: number,
): Promise<Payer[]> {
  const trades = payers.flatMap(({ party }) =>
    Array.from({ length: each }, (_, n) => ({
      id: uuidv7(),
      listing: uuidv7(),
      lot: uuidv7(),
      project: uuidv7(),
      payment: uuidv7(),
      seller: sellers[n % sellers.length] ?? '',
      buyer: party,
    })),
  );
  await asMarket(superuserUrl, (client) => insertTrades(client, trades));
  return payers.map((payer, i) => ({
    ...payer,
    trades: trades.slice(i * each, (i + 1) * each).map(({ id }) => id),
  }));
}

async function asMarket(superuserUrl: string, write: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.market', 'on', true)`);
    await write(client);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

interface Person {
  id: string;
  party: string;
  tokens: ReturnType<typeof makeTokens>;
}

async function insertPeople(client: pg.Client, people: readonly Person[]): Promise<void> {
  const ids = people.map(({ id }) => id);
  await client.query(
    `insert into person (id, party_id, region_code, login, display_name, roles, created_at)
     select t.id, y.id, y.region_code, 'bench-' || t.id, '测量用户 ' || t.n, array['bidder', 'finance'], app_now()
     from unnest($1::uuid[], $2::text[]) with ordinality as t (id, code, n) join party y on y.code = t.code`,
    [ids, people.map(({ party }) => party)],
  );
  await client.query(
    `insert into session (id_hash, person_id, csrf_hash, created_at, last_seen_at, expires_at)
     select t.hash, t.id, t.csrf, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '12 hours'
     from unnest($1::bytea[], $2::uuid[], $3::bytea[]) as t (hash, id, csrf)`,
    [people.map(({ tokens }) => tokens.idHash), ids, people.map(({ tokens }) => tokens.csrfHash)],
  );
}

interface DueTrade {
  id: string;
  listing: string;
  lot: string;
  project: string;
  payment: string;
  seller: string;
  buyer: string;
}

async function insertTrades(client: pg.Client, trades: readonly DueTrade[]): Promise<void> {
  await client.query(
    `create temporary table due on commit drop as
     select r.*, s.id as seller_id, s.region_code, b.id as buyer_id, b.region_code as buyer_region, p.id as policy_id,
       p.values as policy, row_number() over () as n
     from jsonb_to_recordset($1::jsonb) as r (id uuid, listing uuid, lot uuid, project uuid, payment uuid, seller text, buyer text)
     join party s on s.code = r.seller join party b on b.code = r.buyer
     cross join (select id, values from policy_version where pack = 'ningxia' order by version desc limit 1) p`,
    [JSON.stringify(trades)],
  );
  const series = randomUUID().slice(0, 8);
  await client.query(`
    insert into origin_project (id, number, quota, name, county_id, region_code, acceptance_no, accepted_on, filing_no, area,
      paddy, capacity, grade, funding_source, banked_at, created_at)
    select project, 'BENCH-${series}-' || n, 'SFQ', '土地整治项目', seller_id, region_code, '宁自然资验〔2025〕1号', date '2025-01-02',
      'B-${series}-' || n, ${area}, 0, ${capacity}, 12, 'county', app_now(), app_now() from due;
    insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, grade, saleable, created_at)
    select lot, 'BENCH-${series}-' || n, project, seller_id, region_code, 'SFQ', ${area}, 0, ${capacity}, 12, true, app_now() from due;
    select quota_credit(array_agg(e.entry), 'project-in', array_agg(lot), array_agg(project), array_agg(seller_id),
      array_agg(c.asset), array_agg(c.amount), app_now())
    from (select *, gen_random_uuid() as entry from due) e
    cross join (values ('SFQ.AREA', ${area}::bigint), ('SFQ.CAPACITY', ${capacity}::bigint)) as c (asset, amount);
    select quota_move(array_agg(e.entry), array_agg('settlement-hold'::text), array_agg('listing'::text), array_agg(listing),
      array_agg(lot), array_agg(c.asset), array_agg('available'::text), array_agg(c.amount), array_agg('in-settlement'::text),
      array_agg(seller_id), array_agg(lot), app_now())
    from (select *, gen_random_uuid() as entry from due order by lot) e
    cross join (values ('SFQ.AREA', ${area}::bigint), ('SFQ.CAPACITY', ${capacity}::bigint)) as c (asset, amount);
    insert into listing (id, number, title, seller_id, region_code, quota, form, status, area, paddy, capacity, start_price,
      step, deposit, policy_version_id, policy, created_by, created_at, notice_at, closed_at, price, leader_id)
    select listing, 'BENCH-${series}-' || n, '耕地指标', seller_id, region_code, 'SFQ', 'timed-bidding', 'closed-sold', ${area}, 0,
      ${capacity}, ${price}, 1, 1, policy_id, policy, seller_id, app_now(), app_now() - interval '20 days',
      app_now() - interval '9 days', ${price}, buyer_id from due;
    insert into trade (id, number, listing_id, seller_id, buyer_id, region_code, quota, status, area, paddy, capacity, price,
      deposit, policy, awarded_at, published_at, publicity_ends_at, confirmed_at, seller_signed_at, buyer_signed_at, payment_due_at)
    select id, 'BENCH-${series}-' || n, listing, seller_id, buyer_id, region_code, 'SFQ', 'payment-due', ${area}, 0, ${capacity},
      ${price}, 0, policy, app_now() - interval '9 days', app_now() - interval '9 days', app_now() - interval '2 days',
      app_now() - interval '2 days', app_now(), app_now(), app_now() + interval '30 days' from due;
    insert into trade_item (trade_id, ordinal, lot_id, area, paddy, capacity)
    select id, 1, lot, ${area}, 0, ${capacity} from due;
    insert into payment (id, kind, subject_type, subject_id, party_id, region_code, amount, state, requested_at)
    select payment, 'balance', 'trade', id, buyer_id, buyer_region, ${price}, 'requested', app_now() from due;`);
}

/** Throws unless each of the trades was settled once: one success of one payment, the quota with its buyer, one certificate. */
export async function expectSettled(superuserUrl: string, tradeIds: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ wrong: string }>(
    `select count(*) as wrong from trade t where t.id = any($1::uuid[]) and (
       t.transferred_at is null
       or (select count(*) from payment p where p.subject_id = t.id and p.state = 'succeeded') <> 1
       or (select count(*) from certificate c where c.trade_id = t.id) <> 1
       or (select sum(upper(s.serials) - lower(s.serials)) from trade_item i join slice s on s.lot_id = i.new_lot_id
           where i.trade_id = t.id and s.retired_by is null and s.owner_id = t.buyer_id and s.bucket = 'available')
         <> t.area + t.capacity)`,
    [tradeIds],
  );
  await client.end();
  if (rows[0]?.wrong !== '0') throw new Error(`${rows[0]?.wrong} trades did not end once`);
}
