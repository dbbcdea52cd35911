import { randomUUID } from 'node:crypto';
import type { Actor, CommandContext } from '../../src/kernel/access/actor.js';
import { scopeOf } from '../../src/kernel/access/actor.js';
import type { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';

/** A person of a party that exists already, for use cases called without HTTP. */
export async function actorOf(work: UnitOfWork, partyCode: string, roles: Actor['roles']): Promise<Actor> {
  const [party] = await work.readMarket((tx) =>
    tx.query<{ id: string; kind: never; region_code: string }>(
      'select id, kind, region_code from party where code = $1',
      [partyCode],
    ),
  );
  if (!party) throw new Error(`no party ${partyCode}`);
  return {
    personId: randomUUID(),
    partyId: party.id,
    partyCode,
    partyKind: party.kind,
    scope: scopeOf(party.kind, party.region_code),
    roles,
  };
}

/** A command's context with a key of its own. */
export const contextOf = (actor: Actor, key: string = randomUUID()): CommandContext => ({
  actor,
  key,
  requestId: 'test',
});
