import type { NoticeFacts } from '@muheng/contracts/common/notices/text';
import type { Run } from '../../../kernel/database/run.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Publication } from '../domain/publication/release.js';

export interface WebhookRow {
  id: string;
  url: string;
  events: string[];
  createdAt: Date;
  endedAt: Date | null;
  waiting: number;
  failed: number;
}

/** Adds an endpoint that gets what changes from now on. */
export async function insertWebhook(
  tx: Tx,
  row: {
    id: string;
    partyId: string;
    personId: string;
    url: string;
    secret: string;
    events: readonly string[];
  },
): Promise<void> {
  await tx.query(
    `insert into webhook_endpoint (id, party_id, region_code, url, secret, events, from_position, created_by, created_at)
     select $1, p.id, p.region_code, $3, $4, $5, (select coalesce(max(position), 0) from publication), $6, clock_timestamp()
     from party p where p.id = $2`,
    [row.id, row.partyId, row.url, row.secret, row.events, row.personId],
  );
}

/** The endpoints of the reader's own party, newest first. */
export async function listWebhooks(tx: ReadTx, partyId: string): Promise<WebhookRow[]> {
  return tx.query<WebhookRow>(
    `select e.id, e.url, e.events, e.created_at as "createdAt", e.ended_at as "endedAt",
       count(*) filter (where d.state = 'waiting')::int as waiting, count(*) filter (where d.state = 'failed')::int as failed
     from webhook_endpoint e left join (select endpoint_id, state from webhook_delivery
       union all select endpoint_id, state from notice_delivery) d on d.endpoint_id = e.id
     where e.party_id = $1 group by e.id order by e.created_at desc limit 100`,
    [partyId],
  );
}

/** Whether the endpoint is the party's and still in use; locked until the end of the transaction. */
export async function lockWebhook(tx: Tx, id: string, partyId: string): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from webhook_endpoint where id = $1 and party_id = $2 and ended_at is null for update',
    [id, partyId],
  );
  return rows.length > 0;
}

export async function endWebhook(tx: Tx, id: string): Promise<void> {
  await tx.query('update webhook_endpoint set ended_at = clock_timestamp() where id = $1', [id]);
  for (const table of ['webhook_delivery', 'notice_delivery'])
    await tx.query(
      `update ${table} set state = 'failed', error = 'ended' where endpoint_id = $1 and state = 'waiting'`,
      [id],
    );
}

/** Lays out the deliveries of a range again, those that were never laid out too. Answers how many. */
export async function layOutAgain(tx: Tx, id: string, from: number, to: number | null): Promise<number> {
  const rows = await tx.query(
    `insert into webhook_delivery (endpoint_id, position, party_id, region_code)
     select e.id, p.position, e.party_id, e.region_code from webhook_endpoint e
     join publication p on p.position >= $2 and ($3::bigint is null or p.position <= $3)
       and (e.events = '{}' or exists (select from unnest(e.events) as w (prefix) where starts_with(p.event, w.prefix)))
     where e.id = $1 order by p.position limit 10000
     on conflict (endpoint_id, position) do update
       set state = 'waiting', attempts = 0, next_at = clock_timestamp(), error = null
     returning 1`,
    [id, from, to],
  );
  return rows.length;
}

/** Lays out one notice of the endpoint again. Answers how many: none when it has no such notice. */
export async function layOutNoticeAgain(tx: Tx, id: string, delivery: string): Promise<number> {
  const rows = await tx.query(
    `update notice_delivery set state = 'waiting', attempts = 0, next_at = clock_timestamp(), error = null
     where endpoint_id = $1 and id::text = $2 returning 1`,
    [id, delivery],
  );
  return rows.length;
}

export interface DeliveryRow {
  /** The `webhook-id`. */
  id: string;
  /** Null: a notice. */
  position: bigint | null;
  event: string;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  nextAt: Date;
  status: number | null;
  error: string | null;
  deliveredAt: Date | null;
}

const listedMax = 200;

/** What went to an endpoint, the newest first. */
export async function listDeliveries(tx: ReadTx, id: string, partyId: string): Promise<DeliveryRow[]> {
  const outcome = `d.state, d.attempts, d.next_at as "nextAt", d.status, d.error, d.delivered_at as "deliveredAt"`;
  return tx.query<DeliveryRow>(
    `select id, position, event, state, attempts, "nextAt", status, error, "deliveredAt" from (
       (select 'chg_' || d.position as id, d.position, p.event, p.at, ${outcome}
        from webhook_delivery d join publication p on p.position = d.position
        where d.endpoint_id = $1 and d.party_id = $2 order by d.position desc limit ${listedMax})
       union all
       (select 'ntc_' || d.id, null, 'notice.' || d.topic || '.' || d.kind, d.at, ${outcome}
        from notice_delivery d where d.endpoint_id = $1 and d.party_id = $2 order by d.at desc limit ${listedMax})
     ) d order by d.at desc, d.position desc nulls last limit ${listedMax}`,
    [id, partyId],
  );
}

export interface Due {
  attempts: number;
  url: string;
  secret: string;
}
export interface DueChange extends Due, Publication {
  endpointId: string;
}
export interface DueNotice extends Due {
  id: string;
  kind: string;
  topic: string;
  facts: NoticeFacts;
  page: string;
  at: Date;
}
export interface Outcome {
  state: DeliveryRow['state'];
  status: number | null;
  error: string | null;
  /** Seconds until the next try; null: there is none. */
  pause: number | null;
}

const dueFirst = `where state = 'waiting' and next_at <= clock_timestamp()`;
const takes = `set attempts = d.attempts + 1, next_at = clock_timestamp() + interval '60 s'`;

/**
 * Takes what is due for a minute: a sender that dies leaves it to be taken again after that, so a delivery happens at
 * least once, always under the same id.
 */
export async function takeDueChanges(run: Run, limit: number): Promise<DueChange[]> {
  return run<DueChange>(
    `with taken as (
       update webhook_delivery d ${takes}
       where (d.endpoint_id, d.position) in (select endpoint_id, position from webhook_delivery
         ${dueFirst} order by next_at, position limit $1 for update skip locked)
       returning d.endpoint_id, d.position, d.attempts
     )
     select t.endpoint_id as "endpointId", t.attempts, e.url, e.secret, p.position, p.event,
       p.subject_type as "subjectType", p.subject_id as "subjectId", p.region_code as "regionCode", p.at, p.facts
     from taken t join webhook_endpoint e on e.id = t.endpoint_id join publication p on p.position = t.position`,
    [limit],
  );
}

/** As `takeDueChanges`, of notices. */
export async function takeDueNotices(run: Run, limit: number): Promise<DueNotice[]> {
  return run<DueNotice>(
    `with taken as (
       update notice_delivery d ${takes}
       where d.id in (select id from notice_delivery ${dueFirst} order by next_at, at limit $1 for update skip locked)
       returning d.*
     )
     select t.id, t.kind, t.topic, t.facts, t.page, t.at, t.attempts, e.url, e.secret
     from taken t join webhook_endpoint e on e.id = t.endpoint_id`,
    [limit],
  );
}

const noted = `state = $1, status = $2, error = $3, next_at = clock_timestamp() + make_interval(secs => coalesce($4, 0)),
  delivered_at = case when $1 = 'delivered' then clock_timestamp() end`;

export async function noteChange(run: Run, of: DueChange, outcome: Outcome): Promise<void> {
  const { state, status, error, pause } = outcome;
  await run(`update webhook_delivery set ${noted} where endpoint_id = $5 and position = $6`, [
    state,
    status,
    error,
    pause,
    of.endpointId,
    of.position,
  ]);
}

export async function noteNotice(run: Run, { id }: DueNotice, outcome: Outcome): Promise<void> {
  const { state, status, error, pause } = outcome;
  await run(`update notice_delivery set ${noted} where id = $5`, [state, status, error, pause, id]);
}
