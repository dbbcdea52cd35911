import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findPartyByCode, type PartyReference } from '../persistence/party-reference.repository.js';

/**
 * The county that a record is about: a county records its own, the region may name any. Throws `party.not-found` for
 * what is no county, and for a county that names another (another organisation's object does not exist for it).
 */
export async function countyOf(
  tx: Tx,
  { actor }: CommandContext,
  named: string | undefined,
): Promise<PartyReference> {
  const code = named ?? actor.partyCode;
  const isOther = actor.partyKind === 'county' && code !== actor.partyCode;
  const county = isOther ? null : await findPartyByCode(tx, code);
  if (county?.kind !== 'county')
    throw new Refusal('party.not-found', { params: { party: code }, pointer: '/county' });
  return county;
}
