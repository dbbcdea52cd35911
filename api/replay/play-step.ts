import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { reconciliationDetail } from '@muheng/contracts/oversight';
import type { z } from 'zod';
import { listingOf, type Stage } from './market.js';
import { Refused } from './market-client.js';
import type { Step, StepOf } from './scenario.js';
import { declareNeed, recordSurvey } from './set-stage.js';
import { decideObjection, objectTo } from './steps/object.js';
import { advance } from './steps/advance.js';
import { createListing } from './steps/create-listing.js';
import { freeze, unfreeze } from './steps/freeze.js';
import { actorOf, register } from './steps/register.js';
import { takeMeasure } from './steps/measure.js';
import { sealedBid } from './steps/sealed.js';
import { payBalance, settle, sign } from './steps/settle.js';
import { earmark, release, writeOff } from './steps/use-quota.js';

export type Reconciliation = z.output<typeof reconciliationDetail>;

const waitMs = 20;

/** Plays one step, as the people whose act it is. Throws Refused. */
export async function playStep(stage: Stage, step: Step): Promise<void> {
  switch (step.do) {
    case 'declare-need':
      return declareNeed(stage, step);
    case 'create-listing':
      return createListing(stage, step);
    case 'approve':
    case 'reject':
      return decide(
        stage,
        step.listing,
        step.by,
        step.do === 'approve' ? 'approved' : 'rejected',
        step.reason,
      );
    case 'register':
      return register(stage, step);
    case 'bid':
      return bid(stage, step);
    case 'buy':
      return bidderAct(stage, step.listing, step.buyer, 'purchases', {});
    case 'accept-ceiling':
      return bidderAct(stage, step.listing, step.buyer, 'ceiling-acceptances', {});
    case 'withdraw':
      return withdraw(stage, step.listing, step.reason);
    case 'sign':
      return sign(stage, step);
    case 'pay':
      return payBalance(stage, step);
    case 'settle':
      return settle(stage, step);
    case 'gateway-fault':
      return stage.clock.switchFault(step.kind, step.count);
    case 'survey':
      return recordSurvey(stage, step);
    case 'freeze':
      return freeze(stage, step);
    case 'unfreeze':
      return unfreeze(stage, step);
    case 'earmark':
      return earmark(stage, step);
    case 'release':
      return release(stage, step);
    case 'write-off':
      return writeOff(stage, step);
    case 'object':
      return objectTo(stage, step);
    case 'decide-objection':
      return decideObjection(stage, step);
    case 'suspend':
    case 'reinstate':
      return suspend(stage, step);
    case 'crash':
      return stage.kill(step.process);
    case 'advance':
      return advance(stage, step);
    case 'reconcile': {
      const report = await reconcile(stage);
      if (!report.ok) throw new Refused('reconciliation.differs', {}, JSON.stringify(report.items));
      return;
    }
  }
}

async function decide(
  stage: Stage,
  ref: string,
  by: string,
  decision: string,
  reason: string,
): Promise<void> {
  const approver = await stage.cast.as(by, 'approve');
  await approver.post(`/api/v1/listings/${listingOf(stage, ref)}/approvals`, {
    decision,
    reason,
    interest: 'none',
  });
}

/** A bid, sealed or open, or a seller's offer, as the form says. */
async function bid(stage: Stage, step: StepOf<'bid'>): Promise<void> {
  if (stage.sealed.has(step.listing)) return sealedBid(stage, step);
  const act = stage.purchases.has(step.listing) ? 'offers' : 'bids';
  return bidderAct(stage, step.listing, actorOf(step), act, {
    priceCny: step.priceCny,
    ...(step.maxPriceCny !== undefined && { maxPriceCny: step.maxPriceCny }),
  });
}

async function bidderAct(
  stage: Stage,
  ref: string,
  buyer: string,
  act: 'bids' | 'offers' | 'ceiling-acceptances' | 'purchases',
  body: object,
): Promise<void> {
  stage.named.add(buyer);
  const bidder = await stage.cast.as(buyer, 'desk');
  await bidder.post(`/api/v1/listings/${listingOf(stage, ref)}/${act}`, body);
}

async function withdraw(stage: Stage, ref: string, reason: string): Promise<void> {
  const id = listingOf(stage, ref);
  const { seller } = await stage.cast.administrator.get<{ seller: { code: string } }>(
    `/api/v1/listings/${id}`,
  );
  const maker = await stage.cast.as(seller.code, 'desk');
  await maker.post(`/api/v1/listings/${id}/withdrawal`, { reason });
}

async function suspend(
  stage: Stage,
  step: { do: 'suspend' | 'reinstate'; party: string; ground: string; reason: string },
): Promise<void> {
  stage.named.add(step.party);
  const { party, ground, reason } = step;
  const kind = step.do === 'suspend' ? 'suspension' : 'reinstatement';
  await takeMeasure(stage, undefined, { kind, party, ground, reason });
}

/** A full reconciliation, waited for. */
export async function reconcile(stage: Stage): Promise<Reconciliation> {
  const region = await stage.cast.as(regionDepartmentCode, 'approve');
  const { id } = await region.post<{ id: string }>('/api/v1/reconciliations', {});
  for (;;) {
    const report = await region.get<Reconciliation>(`/api/v1/reconciliations/${id}`);
    if (report.state === 'done' || report.state === 'failed') return report;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
