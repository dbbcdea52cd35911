import type { reinstateInput, suspendInput } from '@muheng/contracts/parties';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findPartyByCode, type PartyRow } from '../persistence/party.repository.js';

/**
 * The region suspends a party (domain §9); it is published with its reason. Two people decide it (oversight's measures).
 * Throws `party.not-found`, `party.suspension-past`.
 */
export async function suspendParty(
  tx: Tx,
  byPersonId: string,
  code: string,
  input: z.output<typeof suspendInput>,
): Promise<string> {
  const party = await knownParty(tx, code);
  const id = uuidv7();
  const { ground, reason, until } = input;
  refusePast(tx.now, until);
  await tx.query(
    `insert into suspension (id, party_id, region_code, ground, reason, from_at, until_at, by_person_id)
     values ($1, $2, $3, $4, $5, app_now(), $6, $7)`,
    [id, party.id, party.regionCode, ground, reason, until ?? null, byPersonId],
  );
  tx.audit('party', party.id, { ground });
  return id;
}

/** A suspension that is over before it begins would stop nobody. Throws `party.suspension-past`. */
export function refusePast(now: Date, until: string | undefined): void {
  if (until !== undefined && Date.parse(until) <= now.getTime())
    throw new Refusal('party.suspension-past', { pointer: '/until' });
}

/** Throws `party.not-found`, `party.not-suspended`. */
export async function reinstateParty(
  tx: Tx,
  code: string,
  { ground, reason }: z.output<typeof reinstateInput>,
): Promise<string> {
  const party = await knownParty(tx, code);
  const [first] = await tx.query<{ id: string }>(
    `update suspension set lifted_at = app_now(), lift_reason = $3
     where party_id = $1 and ground = $2 and lifted_at is null returning id`,
    [party.id, ground, reason],
  );
  if (!first) throw new Refusal('party.not-suspended', { params: { party: code } });
  tx.audit('party', party.id, { ground });
  return first.id;
}

async function knownParty(tx: Tx, code: string): Promise<PartyRow> {
  const party = await findPartyByCode(tx, code);
  if (!party) throw new Refusal('party.not-found', { params: { party: code } });
  return party;
}
