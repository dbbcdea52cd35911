import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findUse, type UseRow } from '../persistence/quota-use.repository.js';
import type { CountyFirst } from './county-first.service.js';

/**
 * The party's own use, under the (county, indicator) lock that comes first in the lock order: whoever moves quota of
 * this party waits. Throws `quota.use-not-found`, also for what belongs to somebody else.
 */
export async function lockOwnUse(
  tx: Tx,
  countyFirst: CountyFirst,
  { actor }: CommandContext,
  id: string,
): Promise<UseRow> {
  const found = await findUse(tx, id);
  if (!found || found.partyId !== actor.partyId) {
    throw new Refusal('quota.use-not-found', { params: { use: id } });
  }
  await countyFirst.markStale(tx, found.partyId, found.quota);
  const locked = await findUse(tx, id);
  if (!locked) throw new Error(`use ${id} vanished`);
  return locked;
}
