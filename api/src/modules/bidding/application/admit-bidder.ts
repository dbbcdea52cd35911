import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { recordEvents } from '../../listings/application/listing-log.js';
import { countBidderIn, setRegistrationStatus } from '../persistence/registration.repository.js';

/** Gives the right to bid: the deposit is there, or none is asked. The room learns how many may bid, never who. */
export async function admit(tx: Tx, listingId: string, registrationId: string): Promise<void> {
  const [bidders] = await Promise.all([
    countBidderIn(tx, listingId),
    setRegistrationStatus(tx, registrationId, 'bidding-right'),
  ]);
  await recordEvents(tx, listingId, [{ event: 'bidder.admitted', payload: { bidders } }]);
}
