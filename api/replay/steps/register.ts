import type { registration } from '@muheng/contracts/bidding';
import type { z } from 'zod';
import { listingOf, type Stage } from '../market.js';
import type { StepOf } from '../scenario.js';
import { itemsOf } from './items.js';
import { chooseTransfer, fund } from './pay.js';

type Registration = z.output<typeof registration>;

/** Application, a seller's with its lots and their certificate; the deposit follows, and with it the right to bid. Throws Refused. */
export async function register(stage: Stage, step: StepOf<'register'>): Promise<void> {
  const party = actorOf(step);
  stage.named.add(party);
  const bidder = await stage.cast.as(party, 'desk');
  const made = await bidder.post<Registration>(
    `/api/v1/listings/${listingOf(stage, step.listing)}/registrations`,
    {
      ...(step.project !== undefined && { projectCode: step.project }),
      ...(step.items !== undefined && { items: itemsOf(stage, step.items) }),
    },
  );
  const paymentId = made.status === 'applied' ? await certify(stage, party, made.id) : made.paymentId;
  if (paymentId === null) return;
  stage.meanwhile.push(
    () => chooseTransfer(bidder, paymentId),
    () => fund(bidder, paymentId),
  );
}

/** Who registers or bids: a seller in a purchase, a buyer in every other form. Throws Error when the story names nobody. */
export function actorOf({
  buyer,
  seller,
}: {
  buyer?: string | undefined;
  seller?: string | undefined;
}): string {
  const party = seller ?? buyer;
  if (party === undefined) throw new Error('the step names neither buyer nor seller');
  return party;
}

/** The second person of a seller certifies what it puts up; answers the deposit's payment. */
async function certify(stage: Stage, party: string, registrationId: string): Promise<string | null> {
  const checker = await stage.cast.as(party, 'check');
  const { paymentId } = await checker.post<Registration>(
    `/api/v1/registrations/${registrationId}/certificate`,
    {},
  );
  return paymentId;
}
