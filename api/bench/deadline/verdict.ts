import pg from 'pg';
import type { Fen } from '@muheng/contracts/common/quantity';
import { type LogEntry, replayLog } from '../../src/modules/bidding/domain/auction-log.js';
import { startPrice, step } from '../bids/floor-world.js';
import type { Target } from './volley.js';

/** Gives each listing a deadline of its own: listing bids stop, and with nobody left to bid it closes, at that instant. */
export async function setDeadlines(superuserUrl: string, targets: readonly Target[]): Promise<void> {
  await withClient(superuserUrl, (client) =>
    client.query(
      `update listing l set listing_bid_stop_at = t.at, listing_ends_at = t.at, timed_starts_at = t.at, closes_at = t.at
       from unnest($1::uuid[], $2::timestamptz[]) as t (id, at) where l.id = t.id`,
      [targets.map((each) => each.listing), targets.map((each) => new Date(each.deadline))],
    ),
  );
}

/** Bids in the log at or after their listing's deadline. */
export async function countLate(superuserUrl: string, targets: readonly Target[]): Promise<number> {
  const { rows } = await withClient(superuserUrl, (client) =>
    client.query<{ late: number }>(
      `select count(*)::int as late from bid b join unnest($1::uuid[], $2::timestamptz[]) as t (id, at)
         on b.listing_id = t.id where b.accepted_at >= t.at`,
      [targets.map((each) => each.listing), targets.map((each) => new Date(each.deadline))],
    ),
  );
  return rows[0]?.late ?? 0;
}

/** Throws unless the rule, run over each log again, gives who leads and at what price (reliability I10). */
export async function expectSameVerdict(superuserUrl: string, targets: readonly Target[]): Promise<void> {
  for (const { listing, deadline } of targets) {
    const { log, leader, price } = await readLog(superuserUrl, listing);
    const at = new Date(deadline);
    const terms = {
      seller: '640425',
      start: startPrice as Fen,
      step: step as Fen,
      ceiling: null,
      opensAt: new Date(0),
      listingBidsStopAt: at,
      timedStartsAt: at,
      windowMin: 4,
      entry: 'listing-bid',
    } as const;
    const { outcome } = replayLog(terms, log, { firstClosesAt: at, listingEndsAt: at, at });
    const same =
      outcome.outcome === 'sold'
        ? outcome.bidder === leader && outcome.price === price && outcome.closedAt.getTime() === deadline
        : log.length === 0 && leader === null;
    if (!same)
      throw new Error(`listing ${listing}: the log gives ${JSON.stringify(outcome, text)}, not ${leader}`);
  }
}

const text = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;

async function readLog(superuserUrl: string, listing: string) {
  return withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ seq: number; bidder: string; price: string; at: Date }>(
      `select b.seq::int as seq, y.code as bidder, b.price::text as price, b.accepted_at as at
       from bid b join party y on y.id = b.buyer_id where b.listing_id = $1 order by b.seq`,
      [listing],
    );
    const head = await client.query<{ leader: string | null; price: string | null }>(
      `select y.code as leader, l.price::text as price from listing l left join party y on y.id = l.leader_id
       where l.id = $1`,
      [listing],
    );
    const log = rows.map((row): LogEntry => ({ ...row, price: BigInt(row.price) as Fen }));
    const { leader = null, price = null } = head.rows[0] ?? {};
    return { log, leader, price: price === null ? null : BigInt(price) };
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
