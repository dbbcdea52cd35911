import type { Check } from '../../domain/check.js';

/** Open auctions by their own log (I10). */
export const auctionChecks: readonly Check[] = [
  {
    code: 'bid.not-rising',
    depth: 'full',
    about: 'data',
    // Each bid is the start plus whole steps, or the ceiling, and at least a step above the one before (domain §11 F1).
    sql: `with run as (
        select b.seq, b.price, l.id as listing_id, l.number, l.start_price, l.step, l.ceiling,
          lag(b.price) over (partition by b.listing_id order by b.seq) as before
        from bid b join listing l on l.id = b.listing_id
        where l.form = 'timed-bidding' and b.phase <> 'ceiling')
      select coalesce(number, listing_id::text) || ' bid ' || seq as subject,
        'a step from ' || coalesce(before, start_price) as expected, price::text as actual
      from run
      where price > ceiling
        or (price is distinct from ceiling and (price < coalesce(before + coalesce(step, 1), start_price)
          or (price - start_price) % coalesce(step, 1) <> 0))
        or (price = ceiling and price <= before)`,
  },
  {
    code: 'bid.out-of-time-order',
    depth: 'full',
    about: 'data',
    sql: `select listing_id || ' bid ' || seq as subject, 'not before ' || before as expected, accepted_at::text as actual
      from (select listing_id, seq, accepted_at, lag(accepted_at) over (partition by listing_id order by seq) as before
            from bid) b
      where accepted_at < before`,
  },
];
