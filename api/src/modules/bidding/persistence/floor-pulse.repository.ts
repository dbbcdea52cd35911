import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Missed beats up to here are no gap: a busy process, a restart. */
const gapSeconds = 15;

/** Says that bidding is possible; answers a row unless there was a gap, or never a pulse. */
export const beatSql = `
  update floor_pulse set wall_at = clock_timestamp(), market_at = app_now()
  where wall_at > clock_timestamp() - interval '${gapSeconds} s' returning 1`;

export interface Pulse {
  /** Market time at which bidding was last known to be possible. */
  marketAt: Date;
  /** Seconds by the wall clock since then. */
  ageSeconds: number;
}

const columns = `market_at as "marketAt", extract(epoch from clock_timestamp() - wall_at)::float8 as "ageSeconds"`;

/** The gap that this process is the first to see, under the row's lock; null when there is none (any more). */
export async function lockGap(tx: Tx): Promise<Pulse | null> {
  await tx.query(
    `insert into floor_pulse (wall_at, market_at) values (clock_timestamp(), app_now()) on conflict do nothing`,
  );
  await tx.query('select 1 from floor_pulse for update');
  const [pulse] = await tx.query<Pulse>(`select ${columns} from floor_pulse`);
  return pulse && pulse.ageSeconds > gapSeconds ? pulse : null;
}

export async function findPulse(tx: Tx | ReadTx): Promise<Pulse | null> {
  const [pulse] = await tx.query<Pulse>(`select ${columns} from floor_pulse`);
  return pulse ?? null;
}

export async function renewPulse(tx: Tx): Promise<void> {
  await tx.query('update floor_pulse set wall_at = clock_timestamp(), market_at = app_now()');
}

/** Auctions whose final window ran at some time between two instants, and was not over at the first. */
export async function findWindowsBetween(tx: Tx, from: Date, until: Date): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from listing where form = 'timed-bidding' and status in ('prefecture-window', 'listing-open', 'timed-bidding',
         'ceiling-reached') and closes_at > $1 and timed_starts_at < $2 order by id`,
    [from, until],
  );
  return rows.map((row) => row.id);
}

export async function setWindowEnd(tx: Tx, listingId: string, closesAt: Date): Promise<void> {
  await tx.query('update listing set closes_at = $2 where id = $1', [listingId, closesAt]);
}
