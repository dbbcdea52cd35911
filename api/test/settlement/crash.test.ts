import { describe, expect, it } from 'vitest';
import { expectSound } from '../support/auditor.js';
import { paymentSettings } from '../support/gateway.js';
import { onStage } from './on-stage.js';
import { startStepWorker, type StepWorker } from './step-worker.js';

/**
 * Every boundary of a settlement, in the order in which a trade comes to them: before, within and after each
 * transaction, and around each call to the provider. One trade dies at all the places of a row, one after the other.
 */
const lives: Record<string, readonly string[]> = {
  'before each step': [
    'refund:before-provider',
    'settle:before-capture',
    'pay:after-customer',
    'pay:before-provider',
    'settle:before-payment',
    'settle:before-filing',
    'settle:before-transfer',
    'settle:before-certificate',
    'settle:before-proceeds',
    'payout:before-provider',
    'settle:before-completion',
  ],
  'within each step': [
    'refund:after-provider',
    'settle:within-capture',
    'pay:before-unknown',
    'pay:after-provider',
    'settle:within-payment',
    'settle:within-filing',
    'settle:between-money-and-quota',
    'settle:within-certificate',
    'settle:within-proceeds',
    'payout:after-provider',
    'settle:within-completion',
  ],
  'after each step': [
    'settle:after-capture',
    'pay:after-answer',
    'settle:after-payment',
    'settle:after-filing',
    'settle:within-transfer',
    'settle:after-transfer',
    'settle:after-certificate',
    'certificate:after-render',
    'settle:after-proceeds',
    'settle:after-completion',
  ],
};
/** Dying before a step leaves what dying after the one before it does; the short run leaves those eleven deaths out. */
const isLong = process.env['LONG'] === '1';
const trials = isLong ? 20 : 1;
const patienceMs = 60_000;

const on = onStage();

/** The long run makes the papers of every life. */
const worker = (place: string): StepWorker =>
  startStepWorker(on.database, place, {
    ...paymentSettings(on.gateway),
    PAPERS: isLong || place.startsWith('certificate:') ? 'on' : 'off',
  });

/** People go on acting while the worker works; answers when it has died. */
async function actUntilDead(listingId: string, { child, dead }: StepWorker): Promise<NodeJS.Signals | null> {
  const deadline = Date.now() + patienceMs;
  let signal: NodeJS.Signals | null | undefined;
  void dead.then((how) => {
    signal = how;
  });
  while (signal === undefined) {
    if (Date.now() > deadline) child.kill('SIGTERM');
    await on.stage.act(listingId);
    await on.stage.age();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return signal;
}

describe('kill -9 at every boundary of a settlement', () => {
  for (const [name, places] of Object.entries(lives).slice(isLong ? 0 : 1)) {
    it(`ends once after dying ${name}`, { timeout: trials * 300_000 }, async () => {
      for (let trial = 0; trial < trials; trial += 1) await live(places);
    });
  }
});

async function live(places: readonly string[]): Promise<void> {
  const { listingId } = await on.stage.sell({
    seller: '640425',
    buyer: '640106',
    losers: ['640221'],
    priceCny: '50000.03',
    depositCny: '10000.01',
    areaHa: '0.6089',
    capacityKg: '3651.2641',
  });
  const before = await gatewayTotals();
  for (const place of places) {
    expect(await actUntilDead(listingId, worker(place)), `died at ${place}`).toBe('SIGKILL');
  }
  await on.stage.settle(listingId);
  expect((await on.stage.tradeOf(listingId))?.status).toBe('completed');
  await expectSound(on.database.urls.superuser);
  // One balance payment came in, one deposit went back, one payout left, whatever died in between.
  const after = await gatewayTotals();
  expect(after.charges - before.charges).toBe(1);
  expect(after.refunds - before.refunds).toBe(1);
  expect(after.payouts - before.payouts).toBe(1);
}

async function gatewayTotals() {
  const client = on.gateway.client();
  const count = async (list: AsyncIterable<{ status: string | null }>, status: string) => {
    let n = 0;
    for await (const item of list) if (item.status === status) n += 1;
    return n;
  };
  return {
    charges: await count(client.charges.list({ limit: 100 }), 'succeeded'),
    refunds: await count(client.refunds.list({ limit: 100 }), 'succeeded'),
    payouts: await count(client.payouts.list({ limit: 100 }), 'paid'),
  };
}
