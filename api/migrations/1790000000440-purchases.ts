import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * F2, reverse purchase (domain §11): what a seller puts up is certified by a second person, its county-first
 * arithmetic is kept with it, and the end of a purchase is due work like any other.
 */
export class Purchases1790000000440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(due);
    await runner.query('grant select on registration_item to muheng_reconciler');
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const columns = `
  alter table registration
    add column county_first jsonb,
    add column certified_by uuid,
    add column certified_at timestamptz,
    add constraint registration_two_people check (certified_by is null or certified_by <> by_person_id),
    add constraint registration_certified_whole check ((certified_by is null) = (certified_at is null));
  comment on column registration.county_first is 'Of an offer to sell: the arithmetic it was certified by (domain §8).';`;

const due = `
  create or replace view due_work_forms with (security_invoker = true) as
    -- One price, or offers, or seals: the end of the listing is the end of bidding.
    select 'listing.close' as job, id as subject_id, listing_ends_at as due_at from listing
      where status in ('listing-open', 'prefecture-window')
        and form in ('fixed-price', 'negotiated', 'allocation', 'reverse-purchase')
    union all
    select 'listing.close', l.id, l.listing_ends_at from listing l join sealed_auction s on s.listing_id = l.id
      where l.status in ('listing-open', 'prefecture-window') and s.tie_record is null
    union all
    -- Nobody opened the seals in time: what bidders revealed decides.
    select 'listing.close', l.id, s.reveal_ends_at from listing l join sealed_auction s on s.listing_id = l.id
      where l.status in ('listing-open', 'prefecture-window') and s.opened_at is null and s.reveal_ends_at is not null
    union all
    -- The city window of timed bidding runs like any other listing; where nobody bid, the region's notice follows.
    select 'listing.start-timed', id, timed_starts_at from listing
      where status = 'prefecture-window' and form = 'timed-bidding' and bid_count > 0
    union all
    select 'listing.close', id, listing_ends_at from listing
      where status = 'prefecture-window' and form = 'timed-bidding' and bid_count = 0
    union all
    select distinct 'listing.settle', l.id, coalesce(l.closed_at, l.created_at)
      from payment p join registration r on r.id = p.subject_id join listing l on l.id = r.listing_id
      where p.kind = 'deposit' and p.state = 'succeeded' and p.refunded + p.applied < p.amount
        and l.status = 'closed-sold' and l.leader_id is null
        and not exists (select from listing_award a where a.registration_id = r.id)
        and not exists (select from refund f where f.payment_id = p.id and f.state = 'failed')
    union all
    -- A purchase is over, and quota that a seller put up for it is still held.
    select distinct 'listing.settle', l.id, l.closed_at
      from hold h join registration r on r.id = h.subject_id join listing l on l.id = r.listing_id
      where h.subject_type = 'registration' and h.state = 'held'
        and l.status in ('closed-sold', 'closed-failed', 'terminated', 'withdrawn');`;
