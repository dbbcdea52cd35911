import type { Tx } from '../../../kernel/unit-of-work/tx.js';

const staggerLock = 7_240_640_001;

/** Ends of listings from about an instant on; no other notice is given a place before this transaction is over. */
export async function lockEndsFrom(tx: Tx, first: Date, staggerMin: number): Promise<Date[]> {
  await tx.query('select pg_advisory_xact_lock($1)', [staggerLock]);
  const rows = await tx.query<{ at: Date }>(
    `select listing_ends_at as at from listing
     where status in ('notice', 'listing-open', 'suspended') and listing_ends_at > $1::timestamptz - make_interval(mins => $2)`,
    [first, staggerMin],
  );
  return rows.map((row) => row.at);
}
