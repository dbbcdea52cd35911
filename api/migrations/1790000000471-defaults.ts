import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writable } from './sql.js';

/**
 * What follows from a default (domain §14): a seller in default owes the deposit once more and finds the same quantity
 * frozen; after a buyer's default the runner-up may be asked (policy runnerUpOffer).
 */
export class Defaults1790000000471 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(freezes);
    await runner.query(offers);
    await runner.query(tenantTable('runner_up_offer', 'party_id', 'region_code'));
    await runner.query(writable('runner_up_offer'));
    await runner.query('grant select on runner_up_offer to muheng_reconciler');
    await runner.query(dueWork);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const freezes = `
  alter table quota_freeze drop constraint quota_freeze_ground_check;
  alter table quota_freeze add constraint quota_freeze_ground_check
    check (ground in ('regulator', 'satellite-patch', 'quality', 'reconciliation', 'seller-default'));`;

const offers = `
  create table runner_up_offer (
    id uuid primary key,
    -- The trade that its buyer did not keep; its quota waits in settlement until the runner-up has answered.
    trade_id uuid not null unique references trade (id),
    listing_id uuid not null references listing (id),
    party_id uuid not null references party (id),
    region_code char(6) not null,
    -- The runner-up's own highest bid, 分.
    price bigint not null check (price > 0),
    offered_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null check (state in ('open', 'accepted', 'declined', 'lapsed')),
    answered_at timestamptz,
    -- The runner-up's own trade.
    new_trade_id uuid unique references trade (id),
    constraint runner_up_offer_answer check ((state = 'open') = (answered_at is null)
      and (state = 'accepted') = (new_trade_id is not null))
  );
  create index runner_up_offer_open on runner_up_offer (expires_at) where state = 'open';
  create index runner_up_offer_party on runner_up_offer (party_id, offered_at desc);

  create function runner_up_offer_once() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.state <> 'open' then
      raise exception 'offer % is %', old.id, old.state using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger runner_up_offer_once before update or delete on runner_up_offer
    for each row execute function runner_up_offer_once();`;

const dueWork = `
  create view due_work_defaults with (security_invoker = true) as
    -- Nobody answered in time: the quota goes back to its seller.
    select 'trade.lapse' as job, trade_id as subject_id, expires_at as due_at from runner_up_offer where state = 'open'
    union all
    -- A seller in default has paid what it owes the buyer, and nobody has laid it out yet.
    select 'trade.advance', t.id, p.resolved_at from payment p join trade t on t.id = p.subject_id
      where p.subject_type = 'trade' and p.kind = 'compensation' and p.state = 'succeeded' and t.status = 'defaulted'
        and not exists (select from trade_step s where s.trade_id = t.id and s.step = 'compensated');
  grant select on due_work_defaults to muheng_api, muheng_worker;
  create index payment_compensation on payment (subject_id) where kind = 'compensation';
  do $grow$
  begin
    execute 'create or replace view due_work with (security_invoker = true) as '
      || rtrim(pg_get_viewdef('due_work'::regclass), '; ')
      || ' union all select job, subject_id, due_at from due_work_defaults';
  end $grow$;`;
