import type { PaymentIntentRow, PaymentMethodRow } from '../database/rows.js';
import { paymentIntents } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { wireAmount } from '../domain/amounts.js';
import { newSubAccount } from '../domain/ids.js';
import { advance } from '../domain/payment-intent-lifecycle.js';
import { invalidParameter } from '../domain/stripe-error.js';
import { BANK_TRANSFER } from '../domain/test-tokens.js';
import type { Surroundings } from '../resources/command.js';
import { toPaymentIntent } from '../resources/wire.js';
import { CashAccount } from './cash.js';
import { approve } from './charging.js';

/** Payment by bank transfer to a random sub-account (随机子账号): each payment has an account of its own. */

function instructions(intent: PaymentIntentRow, around: Surroundings): Record<string, unknown> {
  const hosted = `${around.baseUrl}/pay/${intent.id}?client_secret=${intent.client_secret}`;
  const account = {
    account_holder_name: '亩衡交易资金监管专户',
    account_number: intent.sub_account,
    bank_name: '测试银行 Test Bank',
    bank_code: '000000000000',
  };
  return {
    type: 'display_bank_transfer_instructions',
    display_bank_transfer_instructions: {
      amount_remaining: wireAmount(intent.amount - intent.amount_funded),
      currency: intent.currency,
      financial_addresses: [{ type: 'cn_account', supported_networks: ['cnaps'], cn_account: account }],
      hosted_instructions_url: hosted,
      reference: intent.sub_account?.slice(-8) ?? null,
      type: 'cn_bank_transfer',
    },
  };
}

/** Uses cash for a payment that awaits it, and ends the payment when that is enough. */
function applyCash(
  unit: Unit,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  cash: CashAccount,
  around: Surroundings,
): void {
  const wanted = intent.amount - intent.amount_funded;
  const used = cash.balance < wanted ? cash.balance : wanted;
  if (used <= 0n) return;
  cash.move('applied_to_payment', -used, { payment_intent: intent.id });
  intent.amount_funded += used;
  if (intent.amount_funded === intent.amount) {
    approve(unit, intent, method, 'fund');
    return;
  }
  intent.status = advance(intent.status, 'fund', 'requires_action');
  intent.next_action = instructions(intent, around);
  unit.emit('payment_intent.partially_funded', toPaymentIntent(intent));
}

/** The payer chose bank transfer: a sub-account is opened, and cash that the customer has is used first. */
export async function awaitTransfer(
  unit: Unit,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  around: Surroundings,
): Promise<void> {
  if (intent.customer === null) {
    const message =
      'A payment by customer_balance needs a customer: send `customer` with this PaymentIntent.';
    throw invalidParameter('parameter_missing', message, 'customer');
  }
  if (intent.capture_method === 'manual') {
    const message = 'The payment method type customer_balance does not support manual capture.';
    throw invalidParameter(undefined, message, 'capture_method');
  }
  const cash = await CashAccount.open(unit, intent.customer, intent.currency);
  intent.sub_account ??= newSubAccount();
  intent.payment_method = method.id;
  intent.status = advance(intent.status, 'confirm', 'requires_action');
  intent.next_action = instructions(intent, around);
  applyCash(unit, intent, method, cash, around);
  if (intent.status !== 'requires_action') return;
  unit.emit('payment_intent.requires_action', toPaymentIntent(intent));
  if (around.autopayMs !== null) {
    unit.later('transfer-arrives', intent.id, new Date(unit.now.getTime() + around.autopayMs));
  }
}

/** Money that came in. Without an amount it is what the payment still wants. */
export interface Incoming {
  readonly amount: bigint | undefined;
  readonly reference: string | null;
}

/**
 * Money came in for a customer: the payments that await some get it, oldest first, those that the reference
 * names before all; what is left over is the customer's cash.
 */
export async function receiveForCustomer(
  unit: Unit,
  customer: string,
  currency: string,
  money: { readonly amount: bigint; readonly reference: string | null },
  around: Surroundings,
): Promise<void> {
  const waiting = await unit.read<PaymentIntentRow>({
    name: 'payment_intent.awaiting',
    text: `SELECT * FROM gateway.payment_intent
      WHERE customer = $1 AND currency = $2 AND status = 'requires_action' AND sub_account IS NOT NULL
      ORDER BY right(sub_account, 8) = $3 DESC, seq FOR UPDATE`,
    values: [customer, currency, money.reference ?? ''],
  });
  const methods = await methodsOf(unit, waiting);
  const cash = await CashAccount.open(unit, customer, currency);
  cash.move('funded', money.amount, { reference: money.reference });
  for (const intent of waiting) {
    const method = methods.get(intent.payment_method ?? '');
    if (cash.balance === 0n || !method) break;
    applyCash(unit, intent, method, cash, around);
    unit.save(paymentIntents, intent);
  }
}

async function methodsOf(
  unit: Unit,
  intents: readonly PaymentIntentRow[],
): Promise<Map<string, PaymentMethodRow>> {
  const rows = await unit.read<PaymentMethodRow>({
    name: 'payment_method.several',
    text: 'SELECT * FROM gateway.payment_method WHERE id = ANY ($1)',
    values: [intents.map((intent) => intent.payment_method)],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Money came in on the sub-account of one payment. If the payment no longer wants it, the customer keeps it
 * as cash.
 */
export async function receiveForIntent(
  unit: Unit,
  intent: PaymentIntentRow,
  money: Incoming,
  around: Surroundings,
): Promise<void> {
  const { customer, currency } = intent;
  const amount = money.amount ?? intent.amount - intent.amount_funded;
  if (customer === null || amount === 0n) return;
  const [methods, cash] = await Promise.all([
    methodsOf(unit, [intent]),
    CashAccount.open(unit, customer, currency),
  ]);
  cash.move('funded', amount, { reference: money.reference });
  const method = methods.get(intent.payment_method ?? '');
  if (intent.status !== 'requires_action' || method?.type !== BANK_TRANSFER.type) return;
  applyCash(unit, intent, method, cash, around);
  unit.save(paymentIntents, intent);
}

/** A payment is called off: what came in for it is the customer's cash again. */
export async function giveBack(unit: Unit, intent: PaymentIntentRow): Promise<void> {
  if (intent.amount_funded === 0n || intent.customer === null) return;
  const cash = await CashAccount.open(unit, intent.customer, intent.currency);
  cash.move('unapplied_from_payment', intent.amount_funded, { payment_intent: intent.id });
  intent.amount_funded = 0n;
}
