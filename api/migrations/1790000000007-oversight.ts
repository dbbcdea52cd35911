import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/** Findings and alerts (domain §13) and the one list of due work that sweeper and practice clock share. */
export class Oversight1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(queueStore);
    await runner.query(writable('reconciliation', 'finding', 'alert', 'troubled_job'));
    await runner.query(tenantTable('alert', 'party_id', 'region_code'));
    await runner.query(due);
    await runner.query(`grant select on due_work to muheng_api, muheng_worker`);
    await runner.query(`
      grant select on all tables in schema public to muheng_reconciler;
      grant insert, update on reconciliation, finding to muheng_reconciler;
      revoke select on session, person from muheng_reconciler;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const tables = `
  create table reconciliation (
    id uuid primary key,
    depth text not null check (depth in ('short', 'full')),
    state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
    by_person_id uuid,
    started_at timestamptz not null,
    finished_at timestamptz,
    market_at timestamptz not null,
    ok boolean,
    done integer not null default 0,
    total integer not null default 0,
    checked jsonb not null default '{}',
    findings integer not null default 0,
    -- SHA-256 over the report; the audit log has it too.
    digest bytea
  );
  create index reconciliation_recent on reconciliation (started_at desc);

  create table finding (
    id uuid primary key,
    -- The run that saw it first; a short run is not kept for ever, so this is no foreign key.
    reconciliation_id uuid not null,
    code text not null,
    subject text not null,
    expected text not null,
    actual text not null,
    owner_party_id uuid references party (id),
    due_at timestamptz,
    found_at timestamptz not null,
    closed_at timestamptz,
    outcome text
  );
  -- A finding that stands is one row, however often it is seen.
  create unique index finding_open on finding (code, subject) where closed_at is null;

  create table alert (
    id uuid primary key,
    code text not null,
    subject_type text not null,
    subject_id uuid not null,
    party_id uuid references party (id),
    region_code char(6) not null,
    severity text not null check (severity in ('high', 'medium', 'low')),
    evidence jsonb not null,
    raised_at timestamptz not null,
    due_at timestamptz,
    decision text,
    reason text,
    decided_at timestamptz,
    decided_by uuid
  );
  create unique index alert_open on alert (code, subject_type, subject_id) where decided_at is null;
  create index alert_region on alert (region_code, raised_at desc);
  create index trade_awarded on trade (quota, awarded_at) where published_at is not null;

  -- Our own count of the deaths and failures of a job, for the queue forgets both. Quarantined, it is run no more
  -- until somebody looks; the state that made it due stays where it is.
  create table troubled_job (
    id uuid primary key,
    job text not null,
    payload jsonb not null,
    deaths integer not null default 0,
    failures integer not null default 0,
    last_error text,
    last_at timestamptz not null default clock_timestamp(),
    quarantined_at timestamptz
  );`;

const queueStore = `
  -- The queue's tables live beside the market's, in a schema of the worker's own: a wake-up call that may be dropped
  -- at any time. The worker may not create schemas, so it asks for this one.
  create function ensure_queue_store() returns void language plpgsql security definer set search_path = public as $$
  begin
    if to_regnamespace('jobs') is null then
      create schema jobs authorization muheng_worker;
    end if;
  end $$;
  revoke execute on function ensure_queue_store() from public;
  grant execute on function ensure_queue_store() to muheng_worker;

  -- Partitions of the months to come, made ahead of time; only the schema's owner may make them.
  create function ensure_coming_months() returns void language plpgsql security definer set search_path = public as $$
  declare parent text; first date := date_trunc('month', clock_timestamp()); last date := first + interval '3 months';
  begin
    perform pg_advisory_xact_lock(7240640001);
    foreach parent in array array['entry', 'posting', 'bid', 'audit'] loop
      perform ensure_months(parent, first, last);
    end loop;
  end $$;
  revoke execute on function ensure_coming_months() from public;
  grant execute on function ensure_coming_months() to muheng_worker;`;

const due = `
  -- Everything that market time makes due: what, of whom, when. The sweeper acts on rows whose time has come;
  -- a practice clock steps from one to the next. Each row vanishes by the act that it asks for.
  create view due_work with (security_invoker = true) as
    select 'listing.open' as job, id as subject_id, opens_at as due_at from listing where status = 'notice'
    union all
    select 'listing.start-timed', id, timed_starts_at from listing where status = 'listing-open' and form = 'timed-bidding'
      and (bid_count > 0 or policy ->> 'timedBiddingEntry' <> 'listing-bid')
    union all
    -- Where only listing bidders may go on and nobody bid, listing end is the end.
    select 'listing.close', id, listing_ends_at from listing where status = 'listing-open' and form = 'timed-bidding'
      and bid_count = 0 and policy ->> 'timedBiddingEntry' = 'listing-bid'
    union all
    select 'listing.close', id, closes_at from listing where status in ('timed-bidding', 'ceiling-reached')
    union all
    select 'listing.end-offer', id, offer_ends_at from listing where status = 'suspended' and offer_ends_at is not null
    union all
    -- Not while the regulator decides a breach or something is frozen: the trade comes round again after that.
    select 'trade.confirm', id, publicity_ends_at from trade t where status = 'result-publicity'
      and not trade_frozen(t) and not exists (select from alert a where a.code = 'COUNTY_FIRST_BREACH'
        and a.subject_type = 'listing' and a.subject_id = t.listing_id and a.decided_at is null)
    union all
    -- A deadline that somebody lets pass ends the trade; not while the balance may be on its way.
    select 'trade.lapse', id, contract_due_at from trade where status = 'confirmed'
    union all
    select 'trade.lapse', t.id, payment_due_at + make_interval(hours => 24 * (policy ->> 'lateDefaultDays')::int)
      from trade t where t.status = 'payment-due' and t.deposit < t.price
        and not exists (select from payment p where p.subject_type = 'trade' and p.subject_id = t.id
          and p.kind = 'balance' and p.state in ('unknown', 'succeeded'))
    union all
    select 'alert.lapse', id, due_at from alert
      where code = 'COUNTY_FIRST_BREACH' and decided_at is null and due_at is not null
    union all
    -- What a lost wake-up would leave standing: awards and deposits, steps of a settlement, documents.
    select 'listing.settle', l.id, coalesce(l.closed_at, l.created_at) from listing l
      where l.status = 'closed-sold' and not exists (select from trade t where t.listing_id = l.id)
    union all
    select distinct 'listing.settle', l.id, coalesce(l.closed_at, l.created_at)
      from payment p join registration r on r.id = p.subject_id join listing l on l.id = r.listing_id
      where p.kind = 'deposit' and p.state = 'succeeded' and p.refunded + p.applied < p.amount
        and (l.status in ('closed-failed', 'terminated', 'withdrawn')
          or (l.status = 'closed-sold' and r.buyer_id <> l.leader_id))
        and not exists (select from refund f where f.payment_id = p.id and f.state = 'failed')
    union all
    select 'trade.advance', t.id, t.awarded_at from trade t
      where t.status in ('contract-signed', 'transfer-filed', 'quota-transferred', 'proceeds-distributed')
        or (t.status = 'payment-due' and (t.deposit = t.price or exists (select from payment p
          where p.subject_type = 'trade' and p.subject_id = t.id and p.kind = 'balance' and p.state = 'succeeded')))
        or (t.status = 'paid' and not trade_frozen(t))
        or (t.status = 'certificate-issued' and (
          not exists (select from trade_step s where s.trade_id = t.id and s.step = 'payouts-laid-out')
          or not exists (select from payout o where o.trade_id = t.id and o.state <> 'succeeded')))
    union all
    select 'certificate.render', id, issued_at from certificate where document_id is null
    union all
    -- Whatever a lost queue forgot to send, and whatever the provider has not answered, looked up every 20 s.
    select 'payment.submit', id, confirmed_at from payment where state = 'requested' and confirmed_at is not null
    union all
    select 'payment.resolve', id, requested_at from payment
      where state in ('submitted', 'unknown') and checked_at < clock_timestamp() - interval '20 s'
    union all
    -- A deposit that has come and whose bidder has not been told.
    select 'payment.succeeded', p.id, p.resolved_at from payment p join registration r on r.id = p.subject_id
      where p.subject_type = 'registration' and p.state = 'succeeded' and r.status = 'qualified'
        and p.refunded + p.applied < p.amount
    union all
    select 'refund.submit', id, requested_at from refund where state = 'requested'
    union all
    select 'refund.resolve', id, requested_at from refund
      where state in ('submitted', 'unknown') and checked_at < clock_timestamp() - interval '20 s'
    union all
    select 'payout.submit', id, created_at from payout where state = 'released'
    union all
    select 'payout.resolve', id, created_at from payout
      where state in ('submitted', 'unknown') and checked_at < clock_timestamp() - interval '20 s'
    union all
    select 'county-first.recompute', county_id, stale_since from county_margin where stale_since is not null
    union all
    -- An import that has said nothing for a while lost its worker.
    select 'project-import.run', i.id, i.created_at from project_import i
      left join job_progress p on p.id = i.id
      where i.finished_at is null and coalesce(p.updated_at, '-infinity') < clock_timestamp() - interval '30 s'
    union all
    select 'reconciliation.run', id, market_at from reconciliation
      where state in ('waiting', 'running') and started_at < clock_timestamp() - interval '30 s';`;
