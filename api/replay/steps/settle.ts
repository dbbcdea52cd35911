import type { payoutPage } from '@muheng/contracts/payments';
import { regionFinanceCode } from '@muheng/contracts/common/regions';
import type { trade, tradePage } from '@muheng/contracts/settlement';
import type { z } from 'zod';
import { listingOf, type Stage } from '../market.js';
import { Refused } from '../market-client.js';
import type { StepOf } from '../scenario.js';
import { fund, payTrade } from './pay.js';

type Trade = z.output<typeof trade>;

/** Everything from confirmation to certificate and proceeds, as willing parties would do it. Throws Refused. */
export async function settle(stage: Stage, step: StepOf<'settle'>): Promise<void> {
  const trades = await tradesOf(stage, listingOf(stage, step.listing));
  if (trades.length === 0) throw new Refused('settlement.not-due', {}, 'no trade has come of this listing');
  for (const { id } of trades) await settleOne(stage, id);
}

export async function tradesOf(stage: Stage, listingId: string): Promise<Trade[]> {
  const region = await stage.cast.as('640000', 'approve');
  const { items } = await region.get<z.output<typeof tradePage>>(
    `/api/v1/trades?listingId=${listingId}&limit=100`,
  );
  return Promise.all(items.map(({ id }) => region.get<Trade>(`/api/v1/trades/${id}`)));
}

/** One side signs the contract. Throws Refused. */
export async function sign(stage: Stage, step: StepOf<'sign'>): Promise<void> {
  const signer = await stage.cast.as(step.by, 'desk');
  for (const { id } of await tradesBy(stage, step)) await signer.post(`/api/v1/trades/${id}/signatures`, {});
}

/** The buyer pays the balance by bank transfer, as its trade's page has it. Throws Refused. */
export async function payBalance(stage: Stage, step: StepOf<'pay'>): Promise<void> {
  const buyer = await stage.cast.as(step.by, 'desk');
  for (const { id } of await tradesBy(stage, step)) await payTrade(buyer, id);
}

/** The trades of a listing that a party is a side of; all of them when it is no side, so that the market says no. */
async function tradesBy(stage: Stage, step: { listing: string; by: string }): Promise<Trade[]> {
  stage.named.add(step.by);
  const trades = await tradesOf(stage, listingOf(stage, step.listing));
  if (trades.length === 0) throw new Refused('settlement.not-due', {}, 'no trade has come of this listing');
  const own = trades.filter(({ seller, buyer }) => seller.code === step.by || buyer.code === step.by);
  return own.length > 0 ? own : trades;
}

/** What willing parties have still to do, from wherever the trade stands. */
async function settleOne(stage: Stage, id: string): Promise<void> {
  const region = await stage.cast.as('640000', 'approve');
  const read = (): Promise<Trade> => region.get<Trade>(`/api/v1/trades/${id}`);
  const found = await read();
  for (const side of ['seller', 'buyer'] as const) {
    if (found.signatures[side] !== null) continue;
    const signer = await stage.cast.as(found[side].code, 'desk');
    await signer.post(`/api/v1/trades/${id}/signatures`, {});
  }
  await stage.clock.idle();
  const { balance } = await read();
  if (balance !== null && balance.state !== 'succeeded') {
    const buyer = await stage.cast.as(found.buyer.code, 'desk');
    const underWay = balance.state === 'submitted' || balance.state === 'unknown';
    await (underWay ? fund(buyer, balance.paymentId) : payTrade(buyer, id));
  }
  await stage.clock.idle();
  await payOut(stage, id, found.seller.code);
  await stage.clock.idle();
}

/** A scenario knows no villagers by name: all of them stand for each other. */
async function nameAll(stage: Stage, seller: string, payoutId: string): Promise<void> {
  const county = await stage.cast.as(seller, 'desk');
  const rows = [{ name: '全体农户', accountTail: '0000', areaHa: '1.0000' }];
  await county.post(`/api/v1/payouts/${payoutId}/beneficiaries`, { rows });
}

async function payOut(stage: Stage, tradeId: string, seller: string): Promise<void> {
  const one = await stage.cast.as(regionFinanceCode, 'finance-a');
  const other = await stage.cast.as(regionFinanceCode, 'finance-b');
  const { items } = await one.get<z.output<typeof payoutPage>>(
    `/api/v1/payouts?tradeId=${tradeId}&limit=100`,
  );
  for (const { id, state, byName, names } of items) {
    if (byName && names === 0) await nameAll(stage, seller, id);
    if (state === 'waiting') await one.post(`/api/v1/payouts/${id}/preparation`, {});
    if (state === 'waiting' || state === 'prepared') await other.post(`/api/v1/payouts/${id}/release`, {});
  }
}
