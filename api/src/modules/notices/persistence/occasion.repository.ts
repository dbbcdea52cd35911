import type { NoticeFacts } from '@muheng/contracts/common/notices/text';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Something happened of which somebody is to be told. */
export interface Occasion {
  id: string;
  kind: string;
  subjectId: string;
  regionCode: string | null;
  /** Ids by the names of the table of kinds: seller, buyer, party, person, owner. */
  who: Record<string, string>;
  facts: NoticeFacts;
  listingId: string | null;
  tradeId: string | null;
  toldOnce: string | null;
  at: Date;
  /** The listing was decided by lot. */
  drawn: boolean;
}

export async function isAnyWaiting(tx: ReadTx): Promise<boolean> {
  const rows = await tx.query('select 1 from occasion limit 1');
  return rows.length > 0;
}

/** Takes the oldest out of the table, with what people call their listing and trade. Two takers never get the same. */
export async function takeOccasions(tx: Tx, limit: number): Promise<Occasion[]> {
  return tx.query<Occasion>(
    `with taken as (
       delete from occasion o using (select id from occasion order by seq limit $1 for update skip locked) t
       where o.id = t.id returning o.*
     )
     select t.id, t.kind, t.subject_id as "subjectId", coalesce(t.region_code, l.region_code) as "regionCode", t.who,
       jsonb_strip_nulls(jsonb_build_object('listing', l.number, 'title', l.title, 'trade', d.number, 'reason', case
         when t.kind = 'listing.refused' then (select a.reason from approval a where a.listing_id = l.id
           and a.decision = 'rejected' order by a.decided_at desc limit 1) end)) || t.facts as facts,
       t.listing_id as "listingId", t.trade_id as "tradeId", t.told_once as "toldOnce", t.at,
       coalesce(l.draw is not null, false) as drawn
     from taken t left join trade d on d.id = t.trade_id
     left join listing l on l.id = coalesce(t.listing_id, d.listing_id) order by t.seq`,
    [limit],
  );
}

/** Whether a running auction has bids of which nobody has told those whom they outbid. */
export async function isOutbidWaiting(tx: ReadTx): Promise<boolean> {
  const rows = await tx.query(`select 1 ${newlyBid} limit 1`);
  return rows.length > 0;
}

const newlyBid = `from listing l left join outbid_told o on o.listing_id = l.id
  where l.status in ('prefecture-window', 'listing-open', 'timed-bidding', 'ceiling-reached')
    and l.notice_at is not null and l.form = 'timed-bidding' and l.bid_count > coalesce(o.seq, 0)`;

/**
 * Everybody who led a running auction since we last looked and leads no more. Derived from the bids, so that placing one
 * writes nothing for it. Twice over the same bids is one occasion for each.
 */
export async function noteOutbid(tx: Tx): Promise<void> {
  await tx.query(
    `with moved as (
       select l.id, l.region_code, l.leader_id, l.price, coalesce(o.seq, 0) as told, l.bid_count ${newlyBid}
     ), marked as (
       insert into outbid_told (listing_id, seq) select id, bid_count from moved
       on conflict (listing_id) do update set seq = greatest(outbid_told.seq, excluded.seq)
     )
     insert into occasion (kind, subject_id, region_code, who, facts, listing_id, told_once)
     select 'bid.outbid', m.id, m.region_code, jsonb_build_object('party', b.buyer_id),
       jsonb_build_object('priceCny', wire_cny(m.price)), m.id, m.id || ':' || m.bid_count
     from moved m cross join lateral (select buyer_id from bid
       where listing_id = m.id and seq >= m.told and seq < m.bid_count and buyer_id <> m.leader_id
       -- Who stands at the ceiling with the leader was not outbid.
       group by buyer_id having max(price) < m.price) b`,
  );
}
