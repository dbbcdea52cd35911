import type { listing } from '@muheng/contracts/listings';
import type { z } from 'zod';
import { lotOf, type Stage } from '../market.js';
import type { StepOf } from '../scenario.js';
import { makeKey } from './sealed.js';

type Listing = z.output<typeof listing>;

const reason = '经核无误，同意';

/** Draft → certificate → approvals → notice. Throws Refused. */
export async function createListing(stage: Stage, step: StepOf<'create-listing'>): Promise<void> {
  stage.named.add(step.seller);
  if (step.buyer !== undefined) stage.named.add(step.buyer);
  const maker = await stage.cast.as(step.seller, 'desk');
  const draft = await maker.post<Listing>('/api/v1/listings', {
    form: step.form,
    buyerCode: step.buyer,
    title: step.title ?? step.ref,
    items: step.items.map(({ lot, areaHa, paddyHa, capacityKg }) => ({
      lotId: lotOf(stage, lot),
      areaHa,
      paddyHa,
      capacityKg,
    })),
    startPriceCny: step.startPriceCny,
    stepCny: step.stepCny,
    depositCny: step.depositCny,
    ceilingCny: step.ceilingCny,
  });
  const checker = await stage.cast.as(step.seller, 'check');
  const isSealed = step.form.startsWith('sealed-');
  const sealing = isSealed ? { sealing: await makeKey(stage, draft.id, step.seller) } : {};
  await checker.post(`/api/v1/listings/${draft.id}/certificate`, sealing);
  stage.listings.set(step.ref, draft.id);
  if (isSealed) stage.sealed.add(step.ref);
  if (step.approvals === 'auto') await approveAll(stage, draft.id);
}

async function approveAll(stage: Stage, id: string): Promise<void> {
  for (;;) {
    const { awaiting } = await stage.cast.administrator.get<Listing>(`/api/v1/listings/${id}`);
    if (awaiting === null) return;
    const approver = await stage.cast.as(awaiting.party.code, 'approve');
    await approver.post(`/api/v1/listings/${id}/approvals`, { decision: 'approved', reason });
  }
}
