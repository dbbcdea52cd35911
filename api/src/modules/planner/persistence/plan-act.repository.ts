import type { planAct } from '@muheng/contracts/planner';
import type { z } from 'zod';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

type Wire = z.output<typeof planAct>;

export interface ActRow {
  id: string;
  planSetId: string;
  partyId: string;
  partyCode: string;
  needId: string;
  aim: Wire['aim'];
  deposit: Wire['deposit'];
  state: 'open' | 'lost';
  nextPlanSetId: string | null;
  byPersonId: string;
  actedAt: Date;
}

/** A listing to buy from, or a request for what nobody has listed. */
export interface NewStep {
  listingId: string | null;
  registrationId: string | null;
  requestId: string | null;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  expected: bigint;
}

/** One act with its steps. The unique index lets one act a need be open. */
export async function insertAct(
  tx: Tx,
  act: Pick<ActRow, 'id' | 'planSetId' | 'partyId' | 'needId' | 'aim' | 'deposit' | 'byPersonId'>,
  steps: readonly NewStep[],
): Promise<void> {
  await tx.query(
    `insert into plan_act (id, plan_set_id, party_id, region_code, need_id, aim, by_person_id, deposit, acted_at)
     select $1, $2, y.id, y.region_code, $4, $5, $6, $7, app_now() from party y where y.id = $3`,
    [act.id, act.planSetId, act.partyId, act.needId, act.aim, act.byPersonId, act.deposit],
  );
  await tx.query(
    `insert into plan_step (act_id, ordinal, party_id, region_code, listing_id, registration_id, request_id, area, paddy,
       capacity, expected)
     select $1, s.ordinal, a.party_id, a.region_code, s.listing, s.registration, s.request, s.area, s.paddy, s.capacity,
       s.expected
     from plan_act a, unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[])
       with ordinality as s (listing, registration, request, area, paddy, capacity, expected, ordinal)
     where a.id = $1`,
    [
      act.id,
      steps.map((step) => step.listingId),
      steps.map((step) => step.registrationId),
      steps.map((step) => step.requestId),
      steps.map((step) => step.area.toString()),
      steps.map((step) => step.paddy.toString()),
      steps.map((step) => step.capacity.toString()),
      steps.map((step) => step.expected.toString()),
    ],
  );
}

const actColumns = `a.id, a.plan_set_id as "planSetId", a.party_id as "partyId", y.code as "partyCode",
  a.need_id as "needId", a.aim, a.deposit, a.state, a.next_plan_set_id as "nextPlanSetId", a.by_person_id as "byPersonId",
  a.acted_at as "actedAt"`;

export async function findOpenAct(tx: Tx | ReadTx, needId: string): Promise<ActRow | null> {
  const [row] = await tx.query<ActRow>(
    `select ${actColumns} from plan_act a join party y on y.id = a.party_id where a.need_id = $1 and a.state = 'open'`,
    [needId],
  );
  return row ?? null;
}

/** A party's acts, newest first. */
export async function findActs(tx: Tx | ReadTx, partyId: string): Promise<ActRow[]> {
  return tx.query<ActRow>(
    `select ${actColumns} from plan_act a join party y on y.id = a.party_id
     where a.party_id = $1 order by a.acted_at desc, a.id desc limit 50`,
    [partyId],
  );
}

/** Open acts that counted on a listing which somebody else has won, or which ended without a sale. */
export async function findActsThatLost(tx: Tx | ReadTx, listingId: string): Promise<ActRow[]> {
  return tx.query<ActRow>(
    `select ${actColumns} from plan_act a join party y on y.id = a.party_id
     where a.state = 'open' and exists (
       select from plan_step s join listing l on l.id = s.listing_id
       where s.act_id = a.id and l.id = $1 and (l.status in ('closed-failed', 'terminated', 'withdrawn')
         or (l.status = 'closed-sold' and not exists (
           select from trade t where t.listing_id = l.id and t.buyer_id = a.party_id))))
     order by a.id`,
    [listingId],
  );
}

/** Open acts that asked for something which its owner has declined. */
export const findActsDeclined = (tx: Tx | ReadTx, requestId: string): Promise<ActRow[]> =>
  tx.query<ActRow>(
    `select ${actColumns} from plan_act a join party y on y.id = a.party_id
     where a.state = 'open' and exists (select from plan_step s join quota_request q on q.id = s.request_id
       where s.act_id = a.id and q.id = $1 and q.state = 'declined') order by a.id`,
    [requestId],
  );

/** A fixed price that may be paid now, on the terms of the plan: right to buy, open, neither dearer nor smaller. */
export interface DuePurchase {
  actId: string;
  listingId: string;
  partyId: string;
  partyCode: string;
  personId: string;
}

/** Which of them are due: of an act, of a listing that has opened, or of a deposit that has come. */
export const findDuePurchases = (
  tx: ReadTx,
  of: { actId?: string; listingId?: string; paymentIds?: readonly string[]; registrationId?: string },
): Promise<DuePurchase[]> =>
  tx.query<DuePurchase>(
    `select a.id as "actId", l.id as "listingId", a.party_id as "partyId", y.code as "partyCode",
       a.by_person_id as "personId"
     from plan_act a join party y on y.id = a.party_id join plan_step s on s.act_id = a.id
     join listing l on l.id = s.listing_id and l.form = 'fixed-price' and l.status in ('prefecture-window', 'listing-open')
     join registration r on r.id = s.registration_id and r.status = 'bidding-right'
     where a.state = 'open' and l.start_price <= s.expected and l.area = s.area and l.paddy = s.paddy
       and l.capacity = s.capacity and ($1::uuid is null or a.id = $1) and ($2::uuid is null or l.id = $2)
       and ($3::uuid[] is null or r.id in (select subject_id from payment where id = any($3)))
       and ($4::uuid is null or r.id = $4)
     order by l.id`,
    [of.actId ?? null, of.listingId ?? null, of.paymentIds ?? null, of.registrationId ?? null],
  );

/** Marks an act lost with the plan that follows; false when it was not open any more. */
export async function loseAct(tx: Tx, id: string, nextPlanSetId: string): Promise<boolean> {
  const rows = await tx.query(
    `update plan_act set state = 'lost', next_plan_set_id = $2 where id = $1 and state = 'open' returning id`,
    [id, nextPlanSetId],
  );
  return rows.length > 0;
}

export interface StepRow {
  actId: string;
  listingId: string | null;
  requestId: string | null;
  requestState: 'open' | 'accepted' | 'declined' | 'withdrawn' | null;
  number: string | null;
  title: string;
  form: Wire['steps'][number]['form'];
  listingStatus: string | null;
  registrationId: string | null;
  registrationStatus: string | null;
  hasSealed: boolean;
  deposit: bigint;
  paymentId: string | null;
  expected: bigint;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  leads: boolean;
  tradeId: string | null;
  tradeStatus: string | null;
  transferred: boolean;
  needCovered: boolean;
}

/** The steps of these acts with what the market says of each, in order. */
export async function findSteps(tx: Tx | ReadTx, actIds: readonly string[]): Promise<StepRow[]> {
  return tx.query<StepRow>(
    `select s.act_id as "actId", l.id as "listingId", q.id as "requestId", q.state as "requestState",
       coalesce(l.number, o.number) as number, coalesce(l.title, o.number) as title,
       coalesce(l.form, case q.kind when 'allocation' then 'allocation' else 'negotiated' end) as form,
       l.status as "listingStatus", r.id as "registrationId", r.status as "registrationStatus",
       coalesce(r.deposit, 0) as deposit, s.expected, s.area, s.paddy, s.capacity,
       coalesce(l.leader_id = s.party_id, false) as leads, t.id as "tradeId", t.status as "tradeStatus",
       t.transferred_at is not null as transferred, n.status = 'covered' as "needCovered",
       exists (select from sealed_bid b where b.listing_id = l.id and b.buyer_id = s.party_id) as "hasSealed",
       (select p.id from payment p where p.subject_type = 'registration' and p.subject_id = r.id and p.kind = 'deposit'
        order by p.requested_at desc limit 1) as "paymentId"
     from plan_step s join plan_act a on a.id = s.act_id join need n on n.id = a.need_id
     left join listing l on l.id = s.listing_id left join registration r on r.id = s.registration_id
     left join quota_request q on q.id = s.request_id left join lot o on o.id = q.lot_id
     left join lateral (select t.id, t.status, t.transferred_at from trade t
       where t.listing_id = l.id and t.buyer_id = s.party_id order by t.awarded_at desc limit 1) t on true
     where s.act_id = any($1::uuid[]) order by s.act_id, s.ordinal`,
    [actIds],
  );
}
