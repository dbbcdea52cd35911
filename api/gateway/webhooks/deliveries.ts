import type pg from 'pg';
import { rowsOf } from '../database/pool.js';
import type { SigningSecret } from '../database/rows.js';
import type { EventWithPending } from '../resources/wire-balance.js';

/** A delivery that this process holds the lease of. */
export interface Delivery extends EventWithPending {
  readonly delivery: bigint;
  readonly attempts: number;
  readonly url: string;
  readonly secrets: readonly SigningSecret[];
  readonly enabled: boolean;
}

/** How a delivery goes on after an attempt. */
export interface Verdict {
  readonly delivery: bigint;
  readonly state: 'pending' | 'delivered' | 'dropped' | 'given-up';
  readonly due: Date;
  readonly status: number | null;
  readonly failure: string | null;
}

const CLAIM = `
  WITH claimed AS (
    SELECT id FROM gateway.delivery WHERE state = 'pending' AND due <= $1
     ORDER BY due, id LIMIT $2 FOR UPDATE SKIP LOCKED),
  leased AS (
    UPDATE gateway.delivery SET attempts = attempts + 1, due = $3
     WHERE id IN (SELECT id FROM claimed)
    RETURNING id, event, endpoint, attempts)
  SELECT event.*, leased.id AS delivery, leased.attempts, endpoint.url, endpoint.secrets,
         endpoint.status = 'enabled' AS enabled,
         (SELECT count(*)::int FROM gateway.delivery other
           WHERE other.event = event.id AND other.state = 'pending') AS pending_webhooks
    FROM leased
    JOIN gateway.event ON event.id = leased.event
    JOIN gateway.webhook_endpoint endpoint ON endpoint.id = leased.endpoint
   ORDER BY leased.id`;

/** Takes due deliveries on lease: should this process die, others may take them when the lease ends. */
export function claimDeliveries(
  pool: pg.Pool,
  now: Date,
  limit: number,
  leaseEnds: Date,
): Promise<Delivery[]> {
  return rowsOf(pool, { name: 'delivery.claim', text: CLAIM, values: [now, limit, leaseEnds] });
}

const SETTLE = `
  UPDATE gateway.delivery SET state = verdict.state, due = verdict.due, response_status = verdict.status,
         failure = verdict.failure, finished = CASE WHEN verdict.state = 'pending' THEN NULL ELSE $6::timestamptz END
    FROM unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::integer[], $5::text[])
      AS verdict (id, state, due, status, failure)
   WHERE delivery.id = verdict.id AND delivery.state = 'pending'`;

export async function settleDeliveries(
  pool: pg.Pool,
  verdicts: readonly Verdict[],
  now: Date,
): Promise<void> {
  const values = [
    verdicts.map(({ delivery }) => delivery),
    verdicts.map(({ state }) => state),
    verdicts.map(({ due }) => due),
    verdicts.map(({ status }) => status),
    verdicts.map(({ failure }) => failure),
    now,
  ];
  await rowsOf(pool, { name: 'delivery.settle', text: SETTLE, values });
}

/** How many webhooks have neither arrived nor been given up. */
export async function countPending(pool: pg.Pool): Promise<number> {
  const text = `SELECT count(*)::int AS pending FROM gateway.delivery WHERE state = 'pending'`;
  const rows = await rowsOf<{ pending: number }>(pool, { name: 'delivery.pending', text, values: [] });
  return rows[0]?.pending ?? 0;
}

/** Has every waiting webhook tried now: at start, for those whose lease died with an earlier process. */
export async function makeAllDue(pool: pg.Pool, now: Date): Promise<void> {
  const text = `UPDATE gateway.delivery SET due = $1 WHERE state = 'pending' AND due > $1`;
  await rowsOf(pool, { name: 'delivery.all_due', text, values: [now] });
}
