import { plainList, type Statement } from '../../../kernel/unit-of-work/statement.js';
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
    where r.listing_id = any($1::uuid[]) and r.proxy_limit is not null order by r.proxy_seq`,
  values: [plainList(listingIds)],
});

export interface NewLimit {
  registrationId: string;
  limit: bigint;
  /** The bid with which it was set. */
  seq: number;
  byPersonId: string;
}

export const writeLimits = (limits: readonly NewLimit[]): Statement => ({
  name: 'write-limits',
  text: `
    update registration r set proxy_limit = t.value, proxy_seq = t.seq, proxy_by = t.person
    from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::uuid[]) as t (id, value, seq, person) where r.id = t.id`,
  values: [
    plainList(limits.map((each) => each.registrationId)),
    plainList(limits.map((each) => each.limit)),
    plainList(limits.map((each) => each.seq)),
    plainList(limits.map((each) => each.byPersonId)),
  ],
});
