import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../access/actor.js';
import type { Refusal } from '../errors/refusal.js';
import type { Statement } from './statement.js';

export interface Refused {
  context: CommandContext;
  refusal: Refusal;
  input: unknown;
}

/** One audit row a refusal: who was refused what, and why (architecture §5.3). */
export const insertRefusals = (command: string, refused: readonly Refused[]): Statement => ({
  name: 'insert-refusals',
  text: `insert into audit (id, at, market_at, actor_id, party_id, action, outcome, code, subject_type, subject_id, request_id, detail)
     select r.id, clock_timestamp(), app_now(), r.actor, r.party, $2, 'refused', r.code, r.subject_type, r.subject_id,
       r.request_id, r.detail
     from jsonb_to_recordset($1::jsonb) as r (id uuid, actor uuid, party uuid, code text, subject_type text,
       subject_id text, request_id text, detail jsonb)`,
  values: [JSON.stringify(refused.map((row) => ({ id: uuidv7(), ...describe(row) }))), command],
});

function describe({ context, refusal, input }: Refused): object {
  const listing = idIn(input, 'listingId');
  return {
    actor: context.actor.personId,
    party: context.actor.partyId,
    code: refusal.code,
    subject_type: listing === null ? 'command' : 'listing',
    subject_id: listing ?? context.key,
    request_id: context.requestId,
    detail: refusal.params,
  };
}

function idIn(input: unknown, field: string): string | null {
  if (typeof input !== 'object' || input === null) return null;
  const value: unknown = Reflect.get(input, field);
  return typeof value === 'string' ? value : null;
}
