import type { Check } from '../../domain/check.js';

/** A listing holds its quota from the county's certificate until it ends or its trade takes the quota over. */
const holds = `(l.status in ('county-certified', 'city-review', 'region-review', 'gov-approval', 'prefecture-window',
    'notice', 'listing-open', 'timed-bidding', 'ceiling-reached', 'lottery', 'suspended')
  or (l.status = 'closed-sold' and not exists (select from trade t where t.listing_id = l.id)))`;
const parts = (row: string): string =>
  `(values ('AREA', ${row}.area), ('PADDY', ${row}.paddy), ('CAPACITY', ${row}.capacity)) as q (component, amount)`;
const name = `coalesce(l.number, l.title)`;

/** What is on sale: buckets, holds and listings say the same; county-first held when the public was told (I9, I10). */
export const listingChecks: readonly Check[] = [
  {
    code: 'listing.listed-differs',
    depth: 'short',
    about: 'data',
    sql: `with offered as (
        select i.lot_id, l.quota || '.' || q.component as asset, sum(q.amount) as total
        from listing l join listing_item i on i.listing_id = l.id cross join lateral ${parts('i')}
        where ${holds} and q.amount > 0 group by 1, 2
        union all
        select i.lot_id, l.quota || '.' || q.component, sum(q.amount)
        from registration_item i join registration r on r.id = i.registration_id join listing l on l.id = r.listing_id
        cross join lateral ${parts('i')}
        where q.amount > 0 and exists (
          select from hold h where h.subject_type = 'registration' and h.subject_id = r.id and h.state = 'held')
        group by 1, 2),
      listed as (
        select lot_id, asset, sum(upper(serials) - lower(serials)) as total from slice
        where retired_by is null and bucket = 'listed' group by 1, 2)
      select (select number from lot where id = coalesce(o.lot_id, s.lot_id)) || ' ' || coalesce(o.asset, s.asset) as subject,
        coalesce(o.total, 0)::text as expected, coalesce(s.total, 0)::text as actual
      from (select lot_id, asset, sum(total) as total from offered group by 1, 2) o
        full join listed s on (s.lot_id, s.asset) = (o.lot_id, o.asset)
      where coalesce(o.total, 0) <> coalesce(s.total, 0)`,
  },
  {
    code: 'listing.hold-differs',
    depth: 'short',
    about: 'data',
    sql: `with offered as (
        select l.id, l.seller_id, l.quota || '.' || q.component as asset, sum(q.amount) as total
        from listing l join listing_item i on i.listing_id = l.id cross join lateral ${parts('i')}
        where ${holds} and q.amount > 0 group by 1, 2, 3),
      held as (
        select subject_id, party_id, asset, sum(amount) as total from hold
        where subject_type = 'listing' and state = 'held' group by 1, 2, 3)
      select coalesce(o.id, h.subject_id) || ' ' || coalesce(o.asset, h.asset) as subject,
        coalesce(o.total, 0)::text as expected, coalesce(h.total, 0)::text as actual
      from offered o full join held h on (h.subject_id, h.party_id, h.asset) = (o.id, o.seller_id, o.asset)
      where coalesce(o.total, 0) <> coalesce(h.total, 0)`,
  },
  {
    code: 'listing.offer-hold-differs',
    depth: 'short',
    about: 'data',
    // What a seller puts up for a purchase is held whole, from its certificate until the purchase ends.
    sql: `with offered as (
        select r.id, r.buyer_id, l.quota || '.' || q.component as asset, sum(q.amount) as total
        from registration_item i join registration r on r.id = i.registration_id join listing l on l.id = r.listing_id
        cross join lateral ${parts('i')}
        where q.amount > 0 and r.certified_at is not null
          and l.status in ('notice', 'listing-open', 'suspended', 'lottery') group by 1, 2, 3),
      held as (
        select h.subject_id, h.party_id, h.asset, h.amount as total from hold h
        join registration r on r.id = h.subject_id join listing l on l.id = r.listing_id
        where h.subject_type = 'registration' and h.state = 'held'
          and l.status in ('notice', 'listing-open', 'suspended', 'lottery'))
      select coalesce(o.id, h.subject_id) || ' ' || coalesce(o.asset, h.asset) as subject,
        coalesce(o.total, 0)::text as expected, coalesce(h.total, 0)::text as actual
      from offered o full join held h on (h.subject_id, h.party_id, h.asset) = (o.id, o.buyer_id, o.asset)
      where coalesce(o.total, 0) <> coalesce(h.total, 0)`,
  },
  {
    code: 'listing.items-differ',
    depth: 'full',
    about: 'data',
    sql: `select ${name} as subject, l.area || '/' || l.paddy || '/' || l.capacity as expected,
        coalesce(sum(i.area), 0) || '/' || coalesce(sum(i.paddy), 0) || '/' || coalesce(sum(i.capacity), 0) as actual
      from listing l left join listing_item i on i.listing_id = l.id
      where l.form <> 'reverse-purchase' group by l.id
      having (l.area, l.paddy, l.capacity) is distinct from
        (coalesce(sum(i.area), 0), coalesce(sum(i.paddy), 0), coalesce(sum(i.capacity), 0))`,
  },
  {
    code: 'listing.margin-at-notice',
    depth: 'full',
    about: 'data',
    // I9: no county sold below its own need; the arithmetic that the notice rests on is kept with it.
    sql: `select ${name} || ' ' || (line ->> 'component') as subject, 'surplus of at least ' || (line ->> 'asked') as expected,
        coalesce(line ->> 'surplus', 'no arithmetic') as actual
      from listing l left join lateral jsonb_array_elements(l.county_first -> 'lines') as line on true
      where l.notice_at is not null and l.quota = 'SFQ' and l.form <> 'reverse-purchase'
        and exists (select from party y where y.id = l.seller_id and y.kind <> 'region-department')
        and (line is null or (line ->> 'asked')::numeric > (line ->> 'surplus')::numeric)`,
  },
  {
    code: 'listing.bids-differ',
    depth: 'full',
    about: 'data',
    sql: `select ${name} as subject, count(b.seq) || ' bids, last ' || coalesce(max(b.price), 0) as expected,
        l.bid_count || ' bids, price ' || coalesce(l.price, 0) as actual
      from listing l left join bid b on b.listing_id = l.id and b.phase <> 'ceiling'
      where l.form = 'timed-bidding' group by l.id
      having l.bid_count <> count(b.seq) or coalesce(l.price, 0) <> coalesce(max(b.price), 0)`,
  },
  {
    code: 'listing.leader-differs',
    depth: 'full',
    about: 'data',
    sql: `select ${name} as subject, b.buyer_id::text as expected, coalesce(l.leader_id::text, 'nobody') as actual
      from listing l join bid b on b.listing_id = l.id and b.seq = l.bid_count and b.phase <> 'ceiling'
      where l.form = 'timed-bidding' and l.draw is null and b.buyer_id is distinct from l.leader_id`,
  },
  {
    code: 'listing.closed-off-time',
    depth: 'full',
    about: 'data',
    // I10: it closed when the rule says: a window after the last timed bid, or after timed bidding began. A listing
    // that stood still on the way has another timetable.
    sql: `select ${name} as subject, (greatest(l.timed_starts_at, x.last) + x.wait)::text as expected, l.closed_at::text as actual
      from listing l cross join lateral (
        select max(b.accepted_at) as last, make_interval(mins => (l.policy ->> 'timedWindowMin')::int) as wait
        from bid b where b.listing_id = l.id and b.phase = 'timed') x
      where l.form = 'timed-bidding' and l.status in ('closed-sold', 'closed-failed') and l.bid_count > 0
        and l.closed_at is distinct from greatest(l.timed_starts_at, x.last) + x.wait
        and not exists (select from listing_event e where e.listing_id = l.id and e.event = 'listing.suspended')`,
  },
  {
    code: 'listing.bid-after-close',
    depth: 'full',
    about: 'data',
    sql: `select ${name} || ' bid ' || b.seq as subject, 'before ' || l.closed_at as expected, b.accepted_at::text as actual
      from listing l join bid b on b.listing_id = l.id
      where b.accepted_at > l.closed_at
        or (b.accepted_at = l.closed_at and l.status in ('closed-sold', 'closed-failed'))`,
  },
  {
    code: 'listing.event-gap',
    depth: 'full',
    about: 'data',
    sql: `select ${name} as subject, l.version || ' events' as expected, count(e.version)::text as actual
      from listing l left join listing_event e on e.listing_id = l.id
      group by l.id having l.version <> count(e.version)`,
  },
];
