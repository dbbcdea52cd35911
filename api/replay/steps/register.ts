import type { registration } from '@muheng/contracts/bidding';
import type { z } from 'zod';
import { listingOf, type Stage } from '../market.js';
import type { StepOf } from '../scenario.js';
import { payNow } from './pay.js';

/** Application; the deposit follows, and with it the right to bid. Throws Refused. */
export async function register(stage: Stage, step: StepOf<'register'>): Promise<void> {
  stage.named.add(step.buyer);
  const bidder = await stage.cast.as(step.buyer, 'desk');
  const made = await bidder.post<z.output<typeof registration>>(
    `/api/v1/listings/${listingOf(stage, step.listing)}/registrations`,
    step.project === undefined ? {} : { projectCode: step.project },
  );
  const { paymentId } = made;
  if (paymentId !== null) stage.meanwhile.push(() => payNow(bidder, paymentId));
}
