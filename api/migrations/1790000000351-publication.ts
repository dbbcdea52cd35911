import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** The public change feed, and those who have it sent to them. */
export class Publication1790000000351 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(feed);
    await runner.query(sources);
    await runner.query(webhooks);
    await runner.query(writable('webhook_endpoint', 'webhook_delivery'));
    await runner.query(tenantTable('webhook_endpoint', 'party_id', 'region_code'));
    await runner.query(tenantTable('webhook_delivery', 'party_id', 'region_code'));
    await runner.query(`
      grant select, insert, update on publication to muheng_api, muheng_worker;
      grant select on publication, webhook_endpoint, webhook_delivery to muheng_reconciler;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const feed = `
  -- What everyone may know has changed, as it was at that moment. The worker gives each committed row its position.
  create table publication (
    id uuid primary key default gen_random_uuid(),
    seq bigint generated always as identity,
    event text not null,
    subject_type text not null check (subject_type in ('listing', 'trade', 'suspension')),
    subject_id uuid not null,
    region_code char(6) not null,
    facts jsonb not null,
    at timestamptz not null default app_now(),
    written_at timestamptz not null default clock_timestamp(),
    position bigint unique check (position > 0)
  );
  create index publication_waiting on publication (seq) where position is null;
  create index publication_subject on publication (subject_id, position);

  create function publication_keep() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.position is null
      and to_jsonb(new) - 'position' = to_jsonb(old) - 'position' then return new; end if;
    raise exception 'publication is append-only' using errcode = 'restrict_violation';
  end $$;
  create trigger publication_no_change before update or delete on publication
    for each row execute function publication_keep();
  create trigger publication_no_truncate before truncate on publication
    for each statement execute function refuse_change();`;

// At the end of the transaction, when every lock is held: so the order of seq is one in which each change could be
// seen by those after it.
const sources = `
  create function publish(event text, type text, subject uuid, region char(6), facts jsonb) returns void
    language plpgsql as $$
  begin
    insert into publication (event, subject_type, subject_id, region_code, facts)
      values (event, type, subject, region, facts);
    perform pg_notify('publication', '');
  end $$;

  create function party_facts(party_id uuid) returns jsonb language sql stable as
    $$ select jsonb_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en) from party where id = party_id $$;

  create function publish_listing() returns trigger language plpgsql as $$
  begin
    perform publish('listing.' || new.status, 'listing', new.id, new.region_code, jsonb_build_object(
      'listing', new.number, 'title', new.title, 'status', new.status, 'quota', new.quota, 'form', new.form,
      'seller', party_facts(new.seller_id), 'area', new.area::text, 'paddy', new.paddy::text,
      'capacity', new.capacity::text, 'startPrice', new.start_price::text, 'price', new.price::text,
      'noticeAt', new.notice_at, 'opensAt', new.opens_at, 'endsAt', new.closes_at, 'bids', new.bid_count,
      'bidders', new.bidder_count));
    return null;
  end $$;
  -- A bid sets the status that the listing has already: only a change of it is news.
  create constraint trigger listing_published after update on listing
    deferrable initially deferred for each row
    when (new.notice_at is not null
      and (old.status is distinct from new.status or old.notice_at is distinct from new.notice_at))
    execute function publish_listing();
  create constraint trigger listing_published_new after insert on listing
    deferrable initially deferred for each row when (new.notice_at is not null)
    execute function publish_listing();

  create function publish_trade() returns trigger language plpgsql as $$
  begin
    perform publish('trade.' || new.status, 'trade', new.id, new.region_code, jsonb_build_object(
      'trade', new.number, 'listing', (select number from listing where id = new.listing_id),
      'title', (select title from listing where id = new.listing_id), 'status', new.status, 'quota', new.quota,
      'form', (select form from listing where id = new.listing_id), 'seller', party_facts(new.seller_id),
      'buyer', party_facts(new.buyer_id), 'area', new.area::text, 'paddy', new.paddy::text,
      'capacity', new.capacity::text, 'price', new.price::text, 'awardedAt', new.awarded_at,
      'objectionsUntil', new.publicity_ends_at));
    return null;
  end $$;
  create constraint trigger trade_published after update on trade
    deferrable initially deferred for each row
    when (new.published_at is not null
      and (old.status is distinct from new.status or old.published_at is distinct from new.published_at))
    execute function publish_trade();
  create constraint trigger trade_published_new after insert on trade
    deferrable initially deferred for each row when (new.published_at is not null)
    execute function publish_trade();

  create function publish_suspension() returns trigger language plpgsql as $$
  begin
    perform publish(case when new.lifted_at is null then 'suspension.imposed' else 'suspension.lifted' end,
      'suspension', new.id, new.region_code, jsonb_build_object('party', party_facts(new.party_id),
        'ground', new.ground, 'reason', coalesce(new.lift_reason, new.reason), 'from', new.from_at,
        'until', coalesce(new.lifted_at, new.until_at)));
    return null;
  end $$;
  create constraint trigger suspension_published after insert or update of lifted_at on suspension
    deferrable initially deferred for each row execute function publish_suspension();`;

const webhooks = `
  create table webhook_endpoint (
    id uuid primary key,
    party_id uuid not null references party (id),
    region_code char(6) not null,
    url text not null,
    -- Standard Webhooks: whsec_ and base64.
    secret text not null,
    -- Prefixes of events, such as trade. or listing.notice; none means all.
    events text[] not null default '{}',
    from_position bigint not null,
    created_by uuid not null,
    created_at timestamptz not null,
    ended_at timestamptz
  );

  create table webhook_delivery (
    endpoint_id uuid not null references webhook_endpoint (id),
    position bigint not null,
    party_id uuid not null,
    region_code char(6) not null,
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
    attempts integer not null default 0,
    next_at timestamptz not null default clock_timestamp(),
    status integer,
    error text,
    delivered_at timestamptz,
    primary key (endpoint_id, position)
  );
  create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';`;
