import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { recordEvents } from '../../listings/application/listing-log.js';
import { countBiddersIn, setRegistrationStatus } from '../persistence/registration.repository.js';

/** Gives the right to bid: the deposit is there, or none is asked. The room learns how many may bid, never who. */
export async function admit(tx: Tx, listingId: string, registrationIds: readonly string[]): Promise<void> {
  if (registrationIds.length === 0) return;
  const [before] = await Promise.all([
    countBiddersIn(tx, listingId, registrationIds.length),
    setRegistrationStatus(tx, registrationIds, 'bidding-right'),
  ]);
  const events = registrationIds.map(
    (_, place) => ({ event: 'bidder.admitted', payload: { bidders: before + place + 1 } }) as const,
  );
  await recordEvents(tx, listingId, events);
}
