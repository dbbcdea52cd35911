import type { payoutPage } from '@muheng/contracts/payments';
import { regionFinanceCode } from '@muheng/contracts/common/regions';
import type { trade, tradePage } from '@muheng/contracts/settlement';
import type { z } from 'zod';
import { listingOf, type Stage } from '../market.js';
import { Refused } from '../market-client.js';
import type { StepOf } from '../scenario.js';
import { payNow } from './pay.js';

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

async function settleOne(stage: Stage, id: string): Promise<void> {
  const region = await stage.cast.as('640000', 'approve');
  const read = (): Promise<Trade> => region.get<Trade>(`/api/v1/trades/${id}`);
  const found = await read();
  for (const side of [found.seller, found.buyer]) {
    const signer = await stage.cast.as(side.code, 'desk');
    await signer.post(`/api/v1/trades/${id}/signatures`, {});
  }
  await stage.clock.idle();
  const { balance } = await read();
  if (balance !== null && balance.state !== 'succeeded') {
    await payNow(await stage.cast.as(found.buyer.code, 'desk'), balance.paymentId);
  }
  await stage.clock.idle();
  await payOut(stage, id);
  await stage.clock.idle();
}

async function payOut(stage: Stage, tradeId: string): Promise<void> {
  const one = await stage.cast.as(regionFinanceCode, 'finance-a');
  const other = await stage.cast.as(regionFinanceCode, 'finance-b');
  const { items } = await one.get<z.output<typeof payoutPage>>(
    `/api/v1/payouts?tradeId=${tradeId}&limit=100`,
  );
  for (const { id, state } of items) {
    if (state === 'waiting') await one.post(`/api/v1/payouts/${id}/preparation`, {});
    if (state === 'waiting' || state === 'prepared') await other.post(`/api/v1/payouts/${id}/release`, {});
  }
}
