import type Stripe from 'stripe';
import type { WireObject } from '../database/unit.js';
import { wireAmount } from '../domain/amounts.js';
import type { Reader } from '../http/expand.js';
import { BALANCES } from './bookings.js';

/** `GET /v1/balance`: captured money is available at once, so nothing is ever pending. */
export async function readBalance(read: Reader): Promise<WireObject> {
  const rows = await read<{ currency: string; amount: bigint }>(BALANCES);
  const known = rows.length > 0 ? rows : [{ currency: 'cny', amount: 0n }];
  const balance: Stripe.Balance = {
    object: 'balance',
    available: known.map(({ currency, amount }) => ({
      amount: wireAmount(amount),
      currency,
      source_types: { card: wireAmount(amount) },
    })),
    livemode: false,
    pending: known.map(({ currency }) => ({ amount: 0, currency, source_types: { card: 0 } })),
  };
  return balance;
}
