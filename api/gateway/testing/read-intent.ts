import type Stripe from 'stripe';
import { rowsOf } from '../database/pool.js';
import type { PaymentIntentRow } from '../database/rows.js';
import { paymentIntents } from '../database/tables.js';
import { missing } from '../domain/stripe-error.js';
import type { Gateway } from '../gateway.js';
import { toPaymentIntent } from '../resources/wire.js';

/** A payment intent as it is committed. */
export async function readIntent(gateway: Gateway, id: string): Promise<Stripe.PaymentIntent> {
  const [row] = await rowsOf<PaymentIntentRow>(gateway.pool, paymentIntents.byId(id));
  if (!row) throw missing('payment_intent', id);
  return toPaymentIntent(row);
}
