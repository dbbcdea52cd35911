import type { NoticeFacts } from '@muheng/contracts/common/notices/text';
import { traderKinds } from '@muheng/contracts/common/people';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** One audience of one occasion, and what its people are told. */
export interface ToTell {
  of: string;
  /** The party or person that `of` means; the listing of bidders, losers, city and demand. */
  who: string | null;
  region: string | null;
  roles: readonly string[];
  kinds: readonly string[];
  kind: string;
  topic: string;
  page: string;
  facts: NoticeFacts;
  once: string;
  /** What it asks somebody to act upon; null: nothing. */
  matter: string | null;
  at: string;
}

export interface Told {
  id: string;
  personId: string;
  kind: string;
}

/**
 * Writes one notice for each person of the audiences; who is in two of one occasion gets the first. A notice that a
 * person has already is not written again. Where a person has an endpoint that takes such notices, it is laid out for
 * that too: an endpoint tells nothing that its maker would not be told.
 */
export async function tellAudiences(tx: Tx, audiences: readonly ToTell[]): Promise<Told[]> {
  if (audiences.length === 0) return [];
  const numbered = audiences.map((each, rank) => ({ ...each, rank, first: uuidv7() }));
  return tx.query<Told>(tellSql, [JSON.stringify(numbered), traderKinds]);
}

const tellSql = `
  with a as (
    select * from jsonb_to_recordset($1::jsonb) as a (rank int, first text, "of" text, who uuid, region text, roles text[],
      kinds text[], kind text, topic text, page text, facts jsonb, once text, matter uuid, at timestamptz)
  ), parties as (
    select a.rank, a.who as party from a where a."of" = 'party'
    union all
    select a.rank, r.buyer_id from a join registration r on r.listing_id = a.who
      where a."of" in ('bidders', 'losers') and r.status in ('applied', 'qualified', 'deposit-paid', 'bidding-right',
        'deposit-applied', 'refunded')
        -- Of those who lost, only whoever could bid; a trade of the listing is a win.
        and (a."of" = 'bidders' or (r.status <> 'applied'
          and not exists (select from trade t where t.listing_id = r.listing_id and t.buyer_id = r.buyer_id)))
    union all
    select a.rank, p.id from a join listing l on l.id = a.who join party p on p.kind = any($2)
      and left(p.region_code, 4) = left(l.region_code, 4) and p.id <> l.seller_id where a."of" = 'city'
    union all
    select distinct a.rank, d.party_id from a join listing l on l.id = a.who join need n on n.quota = l.quota
      and n.status = 'open' join demand d on d.need_id = n.id and d.withdrawn_at is null and d.party_id <> l.seller_id
      and d.valid_until >= (app_now() at time zone 'Asia/Shanghai')::date where a."of" = 'demand'
    union all
    select a.rank, p.id from a join party p on p.kind = any(a.kinds) and coalesce(a.region, '64') like
      case p.kind when 'city' then left(p.region_code, 4) else left(p.region_code, 2) end || '%' where a."of" = 'watch'
  ), people as (
    select a.rank, p.id from a join parties t on t.rank = a.rank join person p on p.party_id = t.party
      -- Or holds the signature of a colleague for a while.
      and (p.roles && a.roles or ('approver' = any(a.roles) and exists (select from delegation d
        where d.to_person_id = p.id and d.ended_at is null and d.until_at > app_now())))
      where p.disabled_at is null
    union all
    select a.rank, p.id from a join person p on p.id = a.who and p.disabled_at is null where a."of" = 'person'
  ), sent as (
    insert into notice_delivery (endpoint_id, party_id, region_code, kind, topic, facts, page, told_once, at)
    select distinct on (e.id, a.kind, a.once) e.id, e.party_id, e.region_code, a.kind, a.topic, a.facts, a.page, a.once, a.at
    from people p join a on a.rank = p.rank join webhook_endpoint e on e.created_by = p.id and e.ended_at is null
      and exists (select from unnest(e.events) as w (prefix)
        where starts_with('notice.' || a.topic || '.' || a.kind, w.prefix))
    order by e.id, a.kind, a.once, a.rank
    on conflict (endpoint_id, kind, told_once) do nothing
  )
  insert into notification (id, person_id, kind, topic, facts, page, told_once, subject_id, at)
  -- In the order of what happened, also at one instant: time and sequence of the audience, the rest by chance.
  select (left(a.first, 26) || right(gen_random_uuid()::text, 10))::uuid, p.id, a.kind, a.topic,
    a.facts, a.page, a.once, a.matter, a.at from people p join a on a.rank = p.rank
  order by a.rank
  on conflict (person_id, kind, told_once) do nothing
  returning id, person_id as "personId", kind`;
