import { addQuantities, formatQuantities, parseQuantities } from '@muheng/contracts/common/component';
import type { listing } from '@muheng/contracts/listings';
import type { z } from 'zod';
import type { Stage } from '../market.js';
import type { StepOf } from '../scenario.js';
import { itemsOf } from './items.js';
import { makeKey } from './sealed.js';

type Listing = z.output<typeof listing>;

const reason = '经核无误，同意';

/** Draft → certificate → approvals → notice. Throws Refused. */
export async function createListing(stage: Stage, step: StepOf<'create-listing'>): Promise<void> {
  const isPurchase = step.form === 'reverse-purchase';
  const lister = isPurchase ? step.buyer : step.seller;
  if (lister === undefined) throw new Error(`listing ${step.ref} names nobody who lists it`);
  for (const party of [step.seller, step.buyer]) if (party !== undefined) stage.named.add(party);
  const maker = await stage.cast.as(lister, 'desk');
  const draft = await maker.post<Listing>('/api/v1/listings', {
    form: step.form,
    ...(isPurchase
      ? { wanted: wantedOf(step) }
      : { buyerCode: step.buyer, items: itemsOf(stage, step.items) }),
    title: step.title ?? step.ref,
    startPriceCny: step.startPriceCny,
    floorCny: step.floorCny,
    stepCny: step.stepCny,
    depositCny: step.depositCny,
    ceilingCny: step.ceilingCny,
  });
  const checker = await stage.cast.as(lister, 'check');
  const isSealed = step.form.startsWith('sealed-');
  const sealing = isSealed ? { sealing: await makeKey(stage, draft.id, lister) } : {};
  await checker.post(`/api/v1/listings/${draft.id}/certificate`, sealing);
  stage.listings.set(step.ref, draft.id);
  if (isSealed) stage.sealed.add(step.ref);
  if (isPurchase) stage.purchases.add(step.ref);
  if (step.approvals === 'auto') await approveAll(stage, draft.id);
}

type Step = StepOf<'create-listing'>;

/** What a purchase asks for: beside the form, or as the sum of its items. */
function wantedOf({ quota = 'SFQ', areaHa, paddyHa, capacityKg, items }: Step) {
  const all = [{ areaHa, paddyHa, capacityKg }, ...items].map((each) => parseQuantities(each));
  return { quota, ...formatQuantities(all.reduce(addQuantities)) };
}

async function approveAll(stage: Stage, id: string): Promise<void> {
  for (;;) {
    const { awaiting } = await stage.cast.administrator.get<Listing>(`/api/v1/listings/${id}`);
    if (awaiting === null) return;
    const approver = await stage.cast.as(awaiting.party.code, 'approve');
    await approver.post(`/api/v1/listings/${id}/approvals`, {
      decision: 'approved',
      reason,
      interest: 'none',
    });
  }
}
