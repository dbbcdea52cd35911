import type { MarketClient } from '../market-client.js';

/** The buyer chooses bank transfer, and its bank sends the money at once. */
export async function payNow(buyer: MarketClient, paymentId: string): Promise<void> {
  await buyer.post(`/api/v1/payments/${paymentId}/confirmation`, { method: 'bank-transfer' });
  await fund(buyer, paymentId);
}

const attemptsMax = 400;
const waitMs = 25;

/** The sub-account exists once the worker has asked the provider for it. */
export async function fund(buyer: MarketClient, paymentId: string): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const payment = await buyer.get<{ state: string; instructions: unknown }>(
      `/api/v1/payments/${paymentId}`,
    );
    if (payment.state === 'succeeded') return;
    if (payment.instructions !== null) {
      await buyer.post(`/api/v1/demo/payments/${paymentId}/funding`, {});
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  throw new Error(`payment ${paymentId} got no account to pay into`);
}
