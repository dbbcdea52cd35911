import type { RetentionKey } from '@muheng/contracts/common/retention';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** How many rows one transaction takes, so that none holds locks for long. */
export const sweptAtOnce = 5_000;

const old = (column: string, clock = 'clock_timestamp()'): string =>
  `${column} < ${clock} - make_interval(days => $1)`;
const inMarketTime = 'app_now()';
const dropped = (table: string, where: string): string => `delete from ${table} where ctid = any(array(
    select ctid from ${table} where ${where} limit ${sweptAtOnce})) returning 1`;
const changed = (table: string, set: string, where: string): string =>
  `update ${table} set ${set} where ctid = any(array(select ctid from ${table} where ${where} limit ${sweptAtOnce})) returning 1`;

/**
 * What each rule of the schedule does; `$1` are its days. Rows that carry market time are judged by the market's clock,
 * those of our own processes by the wall's. What is kept for ever stands in no statement, and the roles that run these
 * may not delete it anyway.
 */
const sweeps: Partial<Record<RetentionKey, string>> = {
  'idempotency-keys': dropped('idempotency_key', old('created_at')),
  sessions: `select from generate_series(1, drop_old_sessions(clock_timestamp() - make_interval(days => $1), ${sweptAtOnce}))`,
  'notices-read': dropped(
    'notification',
    `(read_at is not null or done_at is not null) and ${old('at', inMarketTime)}`,
  ),
  'notices-unread': dropped(
    'notification',
    `read_at is null and done_at is null and ${old('at', inMarketTime)}`,
  ),
  reminders: dropped('reminder_given', old('at', inMarketTime)),
  mails: dropped('notice_mail', `state <> 'waiting' and ${old('created_at')}`),
  'unconfirmed-addresses': changed(
    'person_setting',
    'email = null, confirm_hash = null',
    `email is not null and email_confirmed_at is null and ${old('updated_at')}`,
  ),
  'addresses-of-leavers': changed(
    'person_setting',
    'email = null, email_confirmed_at = null, confirm_hash = null',
    `email is not null and exists (select from person p where p.id = person_id and ${old('p.disabled_at')})`,
  ),
  'webhook-deliveries': dropped('webhook_delivery', `state <> 'waiting' and ${old('next_at')}`),
  'notice-deliveries': dropped('notice_delivery', `state <> 'waiting' and ${old('next_at')}`),
  'reporter-contacts': changed(
    'complaint',
    'contact = null',
    `contact is not null and ${old('decided_at', inMarketTime)}`,
  ),
  'plans-not-used': dropped(
    'plan_set',
    `${old('made_at', inMarketTime)} and not exists (select from plan_act a
       where a.plan_set_id = plan_set.id or a.next_plan_set_id = plan_set.id)`,
  ),
  // Those who sat in it and what they did go with it.
  'practice-rooms': dropped('practice_room', old('expires_at')),
  'troubled-jobs': dropped('troubled_job', `quarantined_at is null and ${old('last_at')}`),
};

export const sweptKeys = Object.keys(sweeps) as RetentionKey[];

/** Takes one part of what a rule says is over. Answers how many rows. */
export async function sweepPart(tx: Tx, key: RetentionKey, days: number): Promise<number> {
  const sql = sweeps[key];
  if (sql === undefined) throw new Error(`${key} is kept`);
  return (await tx.query(sql, [days])).length;
}

export async function noteSweep(tx: Tx, key: RetentionKey, rows: number): Promise<void> {
  await tx.query(
    `insert into retention_sweep as s (key, at, rows, since_first) values ($1, clock_timestamp(), $2, $2)
     on conflict (key) do update set at = excluded.at,
       rows = case when excluded.rows > 0 then excluded.rows else s.rows end, since_first = s.since_first + excluded.rows`,
    [key, rows],
  );
}

export interface SweepRow {
  key: string;
  at: Date;
  rows: bigint;
  sinceFirst: bigint;
}

export async function listSweeps(tx: ReadTx): Promise<SweepRow[]> {
  return tx.query<SweepRow>('select key, at, rows, since_first as "sinceFirst" from retention_sweep');
}
