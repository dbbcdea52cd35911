import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findPartyById, type PartyReference } from '../persistence/party-reference.repository.js';

/** The party for which the actor acts upon its own quota. Throws `access.forbidden` for nobody's. */
export async function holderOf(tx: Tx, { actor }: CommandContext): Promise<PartyReference> {
  const party = actor.partyId === null ? null : await findPartyById(tx, actor.partyId);
  if (!party) throw new Refusal('access.forbidden');
  return party;
}
