import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which changes of listings, lanes, trades and money are occasions to tell somebody. */
export class MarketOccasions1790000000621 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(listings);
    await runner.query(trades);
    await runner.query(payments);
    await runner.query(payouts);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

// Row triggers whose condition is judged before any function runs: a bid, which changes its listing, costs nothing here.
const listings = `
  create function occasion_listing() returns trigger language plpgsql as $$
  declare kind text; who jsonb := jsonb_build_object('seller', new.seller_id);
  begin
    if tg_op = 'INSERT' then
      perform occur('listing.drafted', new.id, new.region_code, who, listing => new.id);
      return null;
    end if;
    if new.offer_ends_at is not null and new.offer_ends_at is distinct from old.offer_ends_at then
      perform occur('county-first.offer', new.id, new.region_code, who,
        jsonb_build_object('dueAt', new.offer_ends_at), new.id);
    end if;
    if new.status = old.status then return null; end if;
    kind := case
      when old.status = 'suspended' and new.status in ('prefecture-window', 'notice', 'listing-open', 'timed-bidding',
        'ceiling-reached') then 'listing.resumed'
      when new.status = 'draft' then 'listing.refused'
      when new.status = 'prefecture-window' or (new.status = 'notice' and old.status <> 'prefecture-window')
        then 'listing.published'
      when new.status = 'listing-open' then 'listing.opened'
      when new.status = 'timed-bidding' then 'listing.timed'
      when new.status = 'ceiling-reached' then 'bid.ceiling'
      when new.status = 'closed-sold' then 'listing.sold'
      when new.status = 'closed-failed' then 'listing.unsold'
      when new.status in ('suspended', 'terminated', 'withdrawn') then 'listing.' || new.status
    end;
    if kind is not null then perform occur(kind, new.id, new.region_code, who, listing => new.id); end if;
    if new.status = 'prefecture-window' and kind = 'listing.published' then
      perform occur('listing.city-window', new.id, new.region_code, who,
        jsonb_build_object('untilAt', new.city_window_ends_at), new.id);
    end if;
    if new.status = 'notice' and old.status <> 'suspended' and new.form not in ('negotiated', 'allocation',
      'reverse-purchase') then
      perform occur('demand.match', new.id, new.region_code, who, listing => new.id, once => new.id::text);
    end if;
    return null;
  end $$;
  create trigger listing_occasion_new after insert on listing for each row when (new.status = 'draft')
    execute function occasion_listing();
  create trigger listing_occasion after update on listing for each row
    when (new.status is distinct from old.status
      or (new.offer_ends_at is not null and new.offer_ends_at is distinct from old.offer_ends_at))
    execute function occasion_listing();

  create function occasion_approval() returns trigger language plpgsql as $$
  begin
    perform occur('approval.waits', new.id, null, jsonb_build_object('party', new.party_id),
      jsonb_build_object('dueAt', new.due_at), new.listing_id);
    return null;
  end $$;
  create trigger approval_occasion after update of due_at on approval for each row
    when (new.decision is null and new.due_at is not null and new.due_at is distinct from old.due_at)
    execute function occasion_approval();`;

const trades = `
  create function occasion_trade() returns trigger language plpgsql as $$
  declare kind text; facts jsonb := '{}';
    who jsonb := jsonb_build_object('seller', new.seller_id, 'buyer', new.buyer_id);
  begin
    if tg_op = 'INSERT' then
      perform occur('bid.won', new.id, new.region_code, who,
        jsonb_build_object('priceCny', wire_cny(new.price), 'untilAt', new.publicity_ends_at), new.listing_id, new.id);
      perform occur('bid.lost', new.listing_id, new.region_code, who, '{}', new.listing_id, null, new.listing_id::text);
      return null;
    end if;
    kind := case new.status
      when 'confirmed' then 'trade.contract' when 'payment-due' then 'trade.balance-due' when 'paid' then 'trade.paid'
      when 'certificate-issued' then 'certificate.issued' when 'completed' then 'trade.completed'
      when 'objection-hold' then 'trade.objection' when 'defaulted' then 'trade.defaulted'
      when 'annulled' then 'trade.annulled'
      when 'result-publicity' then case when old.status = 'objection-hold' then 'trade.resumed' end
    end;
    if kind is null then return null; end if;
    facts := case kind
      when 'trade.contract' then jsonb_build_object('dueAt', new.contract_due_at)
      when 'trade.balance-due' then jsonb_build_object('dueAt', new.payment_due_at)
      when 'trade.resumed' then jsonb_build_object('untilAt', new.publicity_ends_at)
      else '{}' end;
    perform occur(kind, new.id, new.region_code, who, facts, new.listing_id, new.id);
    return null;
  end $$;
  create trigger trade_occasion_new after insert on trade for each row execute function occasion_trade();
  create trigger trade_occasion after update of status on trade for each row
    when (new.status is distinct from old.status) execute function occasion_trade();

  create function occasion_runner_up() returns trigger language plpgsql as $$
  begin
    perform occur('runner-up.offered', new.id, new.region_code, jsonb_build_object('party', new.party_id),
      jsonb_build_object('priceCny', wire_cny(new.price), 'dueAt', new.expires_at), new.listing_id);
    return null;
  end $$;
  create trigger runner_up_occasion after insert on runner_up_offer for each row execute function occasion_runner_up();`;

const payments = `
  create function occasion_payment() returns trigger language plpgsql as $$
  declare kind text; listing uuid;
  begin
    kind := case
      when new.state in ('failed', 'canceled') then 'payment.failed'
      when new.subject_type = 'wallet' then 'wallet.received'
      when new.kind = 'deposit' then 'deposit.received'
      else 'payment.received' end;
    if new.subject_type = 'registration' then
      listing := (select r.listing_id from registration r where r.id = new.subject_id);
    end if;
    perform occur(kind, new.id, new.region_code, jsonb_build_object('party', new.party_id),
      jsonb_build_object('amountCny', wire_cny(new.amount)), listing);
    return null;
  end $$;
  create trigger payment_occasion after update of state on payment for each row
    when (new.state in ('succeeded', 'failed') and new.state is distinct from old.state)
    execute function occasion_payment();

  create function occasion_refund() returns trigger language plpgsql as $$
  begin
    perform occur('deposit.returned', new.id, new.region_code, jsonb_build_object('party', new.party_id),
      jsonb_build_object('amountCny', wire_cny(new.amount)));
    return null;
  end $$;
  create trigger refund_occasion after update of state on refund for each row
    when (new.state = 'succeeded' and old.state <> 'succeeded') execute function occasion_refund();`;

const payouts = `
  -- Proceeds go to many; each stage of a trade is told once.
  create function occasion_payout() returns trigger language plpgsql as $$
  declare kind text := case new.state when 'waiting' then 'payout.waits' when 'prepared' then 'payout.prepared'
    when 'succeeded' then 'payout.paid' when 'failed' then 'payout.failed' end;
  begin
    perform occur(kind, new.id, new.region_code, jsonb_build_object('party', new.holder_id),
      jsonb_build_object('amountCny', wire_cny(new.amount)), null, new.trade_id,
      case when kind = 'payout.paid' then null else new.trade_id || ':' || new.attempt end);
    return null;
  end $$;
  create trigger payout_occasion_new after insert on payout for each row when (new.state = 'waiting')
    execute function occasion_payout();
  create trigger payout_occasion after update of state on payout for each row
    when (new.state in ('prepared', 'succeeded', 'failed') and new.state is distinct from old.state)
    execute function occasion_payout();`;
