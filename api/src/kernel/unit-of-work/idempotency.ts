import { createHash, hash } from 'node:crypto';
import type { CommandContext } from '../access/actor.js';
import type { Run } from '../database/run.js';
import { Refusal } from '../errors/refusal.js';
import { plainList, type Statement } from './statement.js';

export interface StoredResult<R> {
  hash: Buffer;
  result: R;
}

/** SHA-256 over the input with its keys in order, so that the same request hashes the same however it was typed. */
export function hashOf(input: unknown): Buffer {
  return hash('sha256', canonical(input), 'buffer');
}

/** JSON with its keys in order, without a replacer: that calls back for every value. */
function canonical(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}"`;
  if (Buffer.isBuffer(value)) return `"${createHash('sha256').update(value).digest('hex')}"`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonical(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

export const keyOf = (context: CommandContext): string => `${context.actor.personId}/${context.key}`;

const claimed = (command: string, context: CommandContext): unknown[] => [
  context.actor.personId,
  command,
  context.key,
];

/** Claims the key: a row, or none where it is taken. A twin in flight holds the unique index: we wait for it. */
export const claim = (command: string, context: CommandContext, hash: Buffer): Statement => ({
  name: 'claim',
  text: `insert into idempotency_key (actor_id, command, key, input_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
  values: [...claimed(command, context), hash],
});

/**
 * The result under a key that is taken. Throws `request.idempotency-key-reused` for the same key with another input.
 */
export async function replay(
  run: Run,
  command: string,
  context: CommandContext,
  hash: Buffer,
): Promise<unknown> {
  const [stored] = await run<{ input_hash: Buffer; result: unknown }>(
    'select input_hash, result from idempotency_key where actor_id = $1 and command = $2 and key = $3',
    claimed(command, context),
  );
  if (!stored) throw new Refusal('request.in-progress');
  if (!stored.input_hash.equals(hash)) throw new Refusal('request.idempotency-key-reused');
  return stored.result;
}

/** Stores the result of a claimed key, in the same transaction. */
export const store = (command: string, context: CommandContext, result: unknown): Statement => ({
  name: 'store',
  text: 'update idempotency_key set result = $4::jsonb where actor_id = $1 and command = $2 and key = $3',
  values: [...claimed(command, context), JSON.stringify(result ?? null)],
});

/** The stored results among a batch: asked after the locks, so that a twin that has just committed is seen. */
export function lookUp(command: string, envelopes: readonly { context: CommandContext }[]): Statement {
  return {
    name: 'look-up-claims',
    text: `select k.actor_id, k.key, k.input_hash, k.result
     from unnest($1::uuid[], $2::uuid[]) as t (actor, key)
     cross join lateral (select * from idempotency_key i
       where i.actor_id = t.actor and i.command = $3 and i.key = t.key limit 1) k`,
    values: [
      plainList(envelopes.map((e) => e.context.actor.personId)),
      plainList(envelopes.map((e) => e.context.key)),
      command,
    ],
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
     select t.actor, $2, t.key, decode(t.hash, 'hex'), t.result
     from rows from (unnest($1::uuid[], $3::uuid[], $4::text[]), jsonb_array_elements($5::jsonb))
       as t (actor, key, hash, result)`,
    values: [
      plainList(done.map((d) => d.context.actor.personId)),
      command,
      plainList(done.map((d) => d.context.key)),
      plainList(done.map((d) => hashOf(d.input).toString('hex'))),
      JSON.stringify(done.map((d) => d.result ?? null)),
    ],
  };
}
