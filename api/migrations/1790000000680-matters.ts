import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A notice that asks somebody to act is done for all who were asked as soon as one of them has acted, in the transaction
 * of the act. What was not told yet is then told no more.
 */
export class Matters1790000000680 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(notices);
    await runner.query(lanes);
    await runner.query(cases);
    await runner.query(trades);
    await runner.query(payouts);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const notices = `
  alter table notification add column subject_id uuid;
  alter table notification add column done_at timestamptz;
  create index notification_matter on notification (subject_id) where subject_id is not null and done_at is null;
  drop index notification_unread;
  create index notification_unread on notification (person_id) where read_at is null and done_at is null;
  create index occasion_subject on occasion (subject_id);

  -- First what is not told: whoever is telling it just now is waited for, and then their notices are there to be marked.
  create function matter_over(kinds text[], subject uuid, of_party uuid default null) returns void
    language plpgsql security definer set search_path = public as $$
  declare told uuid; before text := coalesce(current_setting('app.market', true), '');
  begin
    -- Whoever acts may not see the others' notices; for these lines the market does.
    perform set_config('app.market', 'on', true);
    if of_party is null then
      delete from occasion o where o.subject_id = subject and o.kind = any(kinds);
    else
      perform from occasion o where o.subject_id = subject and o.kind = any(kinds) for update;
    end if;
    for told in
      with done as (
        update notification n set done_at = app_now() from person p
        where n.subject_id = subject and n.done_at is null and n.kind = any(kinds) and p.id = n.person_id
          and (of_party is null or p.party_id = of_party)
        returning n.person_id
      )
      select distinct person_id from done
    loop
      perform pg_notify('live', json_build_object('topic', 'person:' || told, 'data', json_build_object())::text);
    end loop;
    perform set_config('app.market', before, true);
  end $$;
  revoke execute on function matter_over(text[], uuid, uuid) from public;
  grant execute on function matter_over(text[], uuid, uuid) to muheng_api, muheng_worker, muheng_reconciler;

  -- The kinds that end are the trigger's arguments. Triggers of one table fire in the order of their names: this one's
  -- "_matter" stands before "_occasion", so that what begins with the same change is not ended by it.
  create function end_matter() returns trigger language plpgsql as $$
  begin
    perform matter_over(tg_argv, case when tg_op = 'DELETE' then old.id else new.id end);
    return null;
  end $$;`;

const lanes = `
  create trigger approval_matter after update of decision on approval for each row
    when (old.decision is null and new.decision is not null)
    execute function end_matter('approval.waits', 'approval.soon');
  -- A lane that another has made idle is deleted.
  create trigger approval_matter_gone after delete on approval for each row when (old.due_at is not null)
    execute function end_matter('approval.waits', 'approval.soon');
  create trigger listing_matter after update on listing for each row
    when (old.status = 'draft' and new.status <> 'draft')
    execute function end_matter('listing.drafted', 'listing.refused');
  create trigger listing_matter_offer after update on listing for each row
    when (old.offer_ends_at is not null and new.offer_ends_at is distinct from old.offer_ends_at)
    execute function end_matter('county-first.offer');`;

const cases = `
  create trigger alert_matter after update of decided_at on alert for each row
    when (old.decided_at is null and new.decided_at is not null)
    execute function end_matter('alert.raised', 'alert.assigned', 'county-first.breach');
  create trigger alert_matter_given after update of owner_person_id on alert for each row
    when (old.owner_person_id is not null and new.owner_person_id is distinct from old.owner_person_id)
    execute function end_matter('alert.assigned');
  create trigger complaint_matter after update on complaint for each row
    when (new.owner_party_id <> old.owner_party_id or (new.decided_at is not null and old.decided_at is null))
    execute function end_matter('complaint.filed', 'complaint.soon');
  create trigger finding_matter after update of closed_at on finding for each row
    when (old.closed_at is null and new.closed_at is not null) execute function end_matter('finding.raised');
  create trigger measure_matter after update of outcome on measure for each row
    when (old.outcome is null and new.outcome is not null) execute function end_matter('measure.waits');
  create trigger sample_matter after update of outcome on sample_review for each row
    when (old.outcome is null and new.outcome is not null) execute function end_matter('sample.drawn');
  create trigger request_matter after update of state on quota_request for each row
    when (old.state = 'open' and new.state <> 'open') execute function end_matter('request.asked');

  create function end_care() returns trigger language plpgsql as $$
  begin
    perform matter_over(array['care.due'], new.project_id);
    return null;
  end $$;
  create trigger care_matter after insert on care_check for each row execute function end_care();`;

const trades = `
  create trigger runner_up_matter after update of state on runner_up_offer for each row
    when (old.state = 'open' and new.state <> 'open') execute function end_matter('runner-up.offered');
  -- Whoever has signed is done; the other side is not.
  create function end_signature() returns trigger language plpgsql as $$
  begin
    perform matter_over(array['trade.contract', 'trade.contract-soon'], new.id,
      case when old.seller_signed_at is null and new.seller_signed_at is not null then new.seller_id else new.buyer_id end);
    return null;
  end $$;
  create trigger trade_matter_signed after update on trade for each row
    when (new.status = 'confirmed' and ((old.seller_signed_at is null) <> (new.seller_signed_at is null)
      or (old.buyer_signed_at is null) <> (new.buyer_signed_at is null)))
    execute function end_signature();
  create trigger trade_matter after update of status on trade for each row
    when (old.status = 'confirmed' and new.status <> 'confirmed')
    execute function end_matter('trade.contract', 'trade.contract-soon');
  create trigger trade_matter_paid after update of status on trade for each row
    when (old.status = 'payment-due' and new.status <> 'payment-due')
    execute function end_matter('trade.balance-due', 'trade.balance-soon', 'trade.balance-late');`;

// Told once for each stage of a trade, so its subject is the trade, and it ends with the last payout of that stage.
const payouts = `
  create or replace function occasion_payout() returns trigger language plpgsql as $$
  declare kind text := case new.state when 'waiting' then 'payout.waits' when 'prepared' then 'payout.prepared'
    when 'succeeded' then 'payout.paid' when 'failed' then 'payout.failed' end;
  begin
    perform occur(kind, new.trade_id, new.region_code, jsonb_build_object('party', new.holder_id),
      jsonb_build_object('amountCny', wire_cny(new.amount)), null, new.trade_id,
      case when kind = 'payout.paid' then null else new.trade_id || ':' || new.attempt end);
    return null;
  end $$;
  create function end_payout() returns trigger language plpgsql as $$
  begin
    if not exists (select from payout p where p.trade_id = new.trade_id and p.state = old.state) then
      perform matter_over(array[case old.state when 'waiting' then 'payout.waits' when 'prepared' then 'payout.prepared'
        else 'payout.failed' end], new.trade_id);
    end if;
    return null;
  end $$;
  create trigger payout_matter after update of state on payout for each row
    when (old.state in ('waiting', 'prepared', 'failed') and new.state is distinct from old.state)
    execute function end_payout();`;
