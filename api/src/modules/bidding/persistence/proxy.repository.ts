import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { plainList, type Statement } from '../../../kernel/unit-of-work/statement.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { BidderRow } from './auction.repository.js';

/** A registration that left a limit; `bidder` is its party's code. */
export interface ProxyRow extends BidderRow {
  listingId: string;
  bidder: string;
  limit: bigint;
  rank: bigint;
  byPersonId: string;
}

/** Limits of these listings, under the listings' locks. */
export const loadProxies = (listingIds: readonly string[]): Statement => ({
  name: 'load-proxies',
  text: `
    select r.listing_id as "listingId", y.code as bidder, r.proxy_limit as "limit", r.proxy_seq as rank,
      r.proxy_by as "byPersonId", r.id as "registrationId", r.buyer_id as "buyerId", r.bidder_no as "bidderNo",
      r.region_code as "regionCode", r.status, r.entered_timed as "enteredTimed",
      r.accepted_ceiling_at as "acceptedCeilingAt", r.is_capped as "isCapped"
    from registration r join party y on y.id = r.buyer_id
    where r.listing_id = any($1::uuid[]) and r.proxy_limit is not null order by r.proxy_seq, r.proxy_at`,
  values: [plainList(listingIds)],
});

export interface NewLimit {
  registrationId: string;
  limit: bigint;
  /** How many bids there were when it was set, with the one that brought it. */
  seq: number;
  byPersonId: string;
}

export const writeLimits = (limits: readonly NewLimit[], at: Date): Statement => ({
  name: 'write-limits',
  text: `
    update registration r set proxy_limit = t.value, proxy_seq = t.seq, proxy_by = t.person, proxy_at = $5
    from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::uuid[]) as t (id, value, seq, person) where r.id = t.id`,
  values: [
    plainList(limits.map((each) => each.registrationId)),
    plainList(limits.map((each) => each.limit)),
    plainList(limits.map((each) => each.seq)),
    plainList(limits.map((each) => each.byPersonId)),
    at,
  ],
});

/** A bid that the market made for a registration. */
export interface LimitUse {
  registrationId: string;
  seq: number;
}

export const useLimits = (uses: readonly LimitUse[], at: Date): Statement => ({
  name: 'use-limits',
  text: `
    update registration r set proxy_uses = r.proxy_uses + t.uses, proxy_used_seq = t.seq, proxy_used_at = $3
    from (select id, count(*) as uses, max(seq) as seq from unnest($1::uuid[], $2::bigint[]) as u (id, seq) group by id) t
    where r.id = t.id`,
  values: [plainList(uses.map((each) => each.registrationId)), plainList(uses.map((each) => each.seq)), at],
});

export const dropLimit = (registrationId: string): Statement => ({
  name: 'drop-limit',
  text: 'update registration set proxy_limit = null, proxy_seq = null, proxy_by = null, proxy_at = null where id = $1',
  values: [registrationId],
});

export interface LimitRow {
  limit: bigint;
  setAt: Date;
  uses: number;
  usedSeq: bigint | null;
  usedAt: Date | null;
}

/** The limit that a registration left; null when it left none. */
export async function findLimit(tx: ReadTx | Tx, registrationId: string): Promise<LimitRow | null> {
  const [row] = await tx.query<LimitRow>(
    `select proxy_limit as "limit", proxy_at as "setAt", proxy_uses as uses, proxy_used_seq as "usedSeq",
       proxy_used_at as "usedAt"
     from registration where id = $1 and proxy_limit is not null`,
    [registrationId],
  );
  return row ?? null;
}
