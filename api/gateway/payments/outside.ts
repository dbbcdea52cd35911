import type { ChargeRow } from '../database/rows.js';
import { charges, paymentIntents, paymentMethods } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { advance, allows } from '../domain/payment-intent-lifecycle.js';
import { declineAfterAuthentication } from '../domain/test-tokens.js';
import type { Surroundings } from '../resources/command.js';
import { toCharge, toPaymentIntent } from '../resources/wire.js';
import { type Incoming, receiveForIntent } from './bank-transfers.js';
import { lockIntent, wrongStatus } from './change-intent.commands.js';
import { approve, decline, failAuthentication, takeMoney } from './charging.js';
import { behaviourOf } from './methods.js';

/** What happens to payments from outside: the payer, the payer's bank, time. */

/**
 * The payer's bank asked the payer, and this is the answer.
 * @throws StripeError 400 when nothing is being asked
 */
export async function authenticate(unit: Unit, id: string, agreed: boolean): Promise<void> {
  const intent = await lockIntent(unit, id);
  const method = intent.payment_method ? await unit.find(paymentMethods, intent.payment_method) : undefined;
  const asked = method && behaviourOf(method).outcome.kind === 'authenticate';
  if (!method || !asked || !allows(intent.status, 'authenticate')) {
    throw wrongStatus(intent, 'authenticate', 'authenticate', 'authenticated');
  }
  const refusal = declineAfterAuthentication(behaviourOf(method));
  if (!agreed) failAuthentication(unit, intent, method);
  else if (refusal) decline(unit, intent, method, refusal, 'authenticate');
  else approve(unit, intent, method, 'authenticate');
  unit.save(paymentIntents, intent);
}

/** Money came in on the sub-account of a payment intent. */
export async function transferArrives(
  unit: Unit,
  id: string,
  money: Incoming,
  around: Surroundings,
): Promise<void> {
  await receiveForIntent(unit, await lockIntent(unit, id), money, around);
}

/** The bank says what became of a slow debit. */
export async function debitSettles(unit: Unit, id: string): Promise<void> {
  const [intent, rows] = await Promise.all([
    lockIntent(unit, id),
    unit.read<ChargeRow>(charges.where('payment_intent', id, 'lock')),
  ]);
  const charge = rows.find((row) => row.id === intent.latest_charge);
  const method = intent.payment_method ? await unit.find(paymentMethods, intent.payment_method) : undefined;
  if (!charge || !method || !allows(intent.status, 'settle')) return;
  const { outcome } = behaviourOf(method);
  if (outcome.kind === 'debit' && typeof outcome.ends === 'object') {
    decline(unit, intent, method, outcome.ends, 'settle', charge);
  } else {
    takeMoney(unit, intent, charge, intent.amount);
    intent.status = advance(intent.status, 'settle', 'succeeded');
    unit.emit('charge.succeeded', toCharge(charge));
    unit.emit('payment_intent.succeeded', toPaymentIntent(intent));
  }
  unit.save(charges, charge);
  unit.save(paymentIntents, intent);
}
