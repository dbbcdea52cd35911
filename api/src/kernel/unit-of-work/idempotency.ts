import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import type { CommandContext } from '../access/actor.js';
import { Refusal } from '../errors/refusal.js';
import type { Statement } from './statement.js';

export interface StoredResult<R> {
  hash: Buffer;
  result: R;
}

/** SHA-256 over the input with its keys in order, so that the same request hashes the same however it was typed. */
export function hashOf(input: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(input, inOrder) ?? 'null')
    .digest();
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Buffer.isBuffer(value)) return createHash('sha256').update(value).digest('hex');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const keyOf = (context: CommandContext): string => `${context.actor.personId}/${context.key}`;

/**
 * Claims the key, or answers the stored result. A twin in flight holds the unique index: we wait for it, then replay.
 * Throws `request.idempotency-key-reused` for the same key with another input.
 */
export async function claim(
  runner: QueryRunner,
  command: string,
  context: CommandContext,
  hash: Buffer,
): Promise<unknown> {
  const id = [context.actor.personId, command, context.key];
  const claimed: unknown[] = await runner.query(
    `insert into idempotency_key (actor_id, command, key, input_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [...id, hash],
  );
  if (claimed.length > 0) return undefined;
  const rows: { input_hash: Buffer; result: unknown }[] = await runner.query(
    'select input_hash, result from idempotency_key where actor_id = $1 and command = $2 and key = $3',
    id,
  );
  const [stored] = rows;
  if (!stored) throw new Refusal('request.in-progress');
  if (!stored.input_hash.equals(hash)) throw new Refusal('request.idempotency-key-reused');
  return stored.result;
}

/** Stores the result of a claimed key, in the same transaction. */
export async function store(
  runner: QueryRunner,
  command: string,
  context: CommandContext,
  result: unknown,
): Promise<void> {
  await runner.query(
    'update idempotency_key set result = $4::jsonb where actor_id = $1 and command = $2 and key = $3',
    [context.actor.personId, command, context.key, JSON.stringify(result ?? null)],
  );
}

/** The stored results among a batch: asked after the locks, so that a twin that has just committed is seen. */
export function lookUp(command: string, envelopes: readonly { context: CommandContext }[]): Statement {
  return {
    name: 'look-up-claims',
    text: `select k.actor_id, k.key, k.input_hash, k.result
     from unnest($1::uuid[], $2::uuid[]) as t (actor, key)
     cross join lateral (select * from idempotency_key i
       where i.actor_id = t.actor and i.command = $3 and i.key = t.key limit 1) k`,
    values: [envelopes.map((e) => e.context.actor.personId), envelopes.map((e) => e.context.key), command],
  };
}

export interface ClaimRow {
  actor_id: string;
  key: string;
  input_hash: Buffer;
  result: unknown;
}

/** By `keyOf`. */
export const claimsOf = <R>(rows: readonly ClaimRow[]): Map<string, StoredResult<R>> =>
  new Map(
    rows.map((row) => [`${row.actor_id}/${row.key}`, { hash: row.input_hash, result: row.result as R }]),
  );

/** Claims and stores what a batch has done. A key taken meanwhile fails the batch, which is then rerun and replayed. */
export function insertClaims(
  command: string,
  done: readonly { context: CommandContext; input: unknown; result: unknown }[],
): Statement {
  return {
    name: 'insert-claims',
    text: `insert into idempotency_key (actor_id, command, key, input_hash, result)
     select t.actor, $2, t.key, t.hash, t.result::jsonb
     from unnest($1::uuid[], $3::uuid[], $4::bytea[], $5::text[]) as t (actor, key, hash, result)`,
    values: [
      done.map((d) => d.context.actor.personId),
      command,
      done.map((d) => d.context.key),
      done.map((d) => hashOf(d.input)),
      done.map((d) => JSON.stringify(d.result ?? null)),
    ],
  };
}
