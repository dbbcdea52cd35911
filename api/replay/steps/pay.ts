import { type MarketClient, Refused } from '../market-client.js';

/** The buyer chooses bank transfer. Throws Refused. */
export async function chooseTransfer(buyer: MarketClient, paymentId: string): Promise<void> {
  await buyer.post(`/api/v1/payments/${paymentId}/confirmation`, { method: 'bank-transfer' });
}

/** The same for what a trade still asks for; the market says no when nothing is due. Throws Refused. */
export async function payTrade(buyer: MarketClient, tradeId: string): Promise<void> {
  const { id } = await buyer.post<{ id: string }>(`/api/v1/trades/${tradeId}/payments`, {
    method: 'bank-transfer',
  });
  await fund(buyer, id);
}

/** A provider that was silent is asked again within half a minute: a minute is patience enough. */
const patienceMs = 60_000;
/** Many wait at once: who asks too often takes from the market what it waits for. `each` is for every one that waits. */
const waitMs = { first: 25, each: 16, most: 400, growth: 1.5 };
let waiting = 0;

/** The sub-account exists once the worker has asked the provider for it. */
export async function fund(buyer: MarketClient, paymentId: string): Promise<void> {
  waiting += 1;
  try {
    await fundOnce(buyer, paymentId);
  } finally {
    waiting -= 1;
  }
}

async function fundOnce(buyer: MarketClient, paymentId: string): Promise<void> {
  const until = Date.now() + patienceMs;
  let pause = Math.max(waitMs.first, waitMs.each * waiting);
  const most = Math.max(waitMs.most, pause);
  for (; Date.now() < until; pause = Math.min(most, pause * waitMs.growth)) {
    const payment = await buyer.get<{ state: string; instructions: unknown }>(
      `/api/v1/payments/${paymentId}`,
    );
    if (payment.state === 'succeeded') return;
    if (payment.instructions !== null && (await transferred(buyer, paymentId))) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`payment ${paymentId} got no account to pay into`);
}

/** A bank that gets no answer sends its transfer again. */
async function transferred(buyer: MarketClient, paymentId: string): Promise<boolean> {
  try {
    await buyer.post(`/api/v1/demo/payments/${paymentId}/funding`, {});
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === 'payment.unavailable') return false;
    throw error;
  }
}
