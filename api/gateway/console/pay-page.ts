import { rowsOf } from '../database/pool.js';
import type { PaymentIntentRow } from '../database/rows.js';
import { paymentIntents } from '../database/tables.js';
import { StripeError } from '../domain/stripe-error.js';
import { BY_ITSELF } from '../due/due-jobs.js';
import type { Gateway } from '../gateway.js';
import { authenticate, transferArrives } from '../payments/outside.js';
import { type Html, html } from './html.js';
import { page } from './layout.js';
import { chip, money } from './show.js';

/** The page that a payer is sent to: it stands for the payer's own bank, with buttons instead of money. */

async function findPayable(gateway: Gateway, id: string, secret: string): Promise<PaymentIntentRow> {
  const [intent] = await rowsOf<PaymentIntentRow>(gateway.pool, paymentIntents.byId(id));
  if (intent && intent.client_secret === secret) return intent;
  throw new StripeError(404, { type: 'invalid_request_error', message: 'There is no such payment.' });
}

function form(intent: PaymentIntentRow, buttons: Html): Html {
  return html`<form method="post" action="/pay/${intent.id}">
    <input type="hidden" name="client_secret" value="${intent.client_secret}">${buttons}</form>`;
}

function actions(intent: PaymentIntentRow): Html {
  if (intent.status !== 'requires_action') return html`<p>${chip(intent.status)}</p>`;
  if (intent.sub_account !== null) {
    return form(intent, html`<button name="act" value="transfer">模拟汇款 Send the transfer</button>`);
  }
  return form(
    intent,
    html`<button name="act" value="succeed">同意付款 Approve</button>
    <button class="plain" name="act" value="fail">拒绝 Refuse</button>`,
  );
}

/** Shows what is to be paid, and where to. */
export async function payPage(gateway: Gateway, id: string, secret: string): Promise<string> {
  const intent = await findPayable(gateway, id, secret);
  const account =
    intent.sub_account === null
      ? null
      : html`<dt>收款户名 Holder</dt><dd>亩衡交易资金监管专户</dd>
        <dt>随机子账号 Sub-account</dt><dd><code>${intent.sub_account}</code></dd>
        <dt>尚需汇入 Still to send</dt><dd>${money(intent.amount - intent.amount_funded, intent.currency)}</dd>`;
  const content = html`<div class="sheet"><dl><dt>金额 Amount</dt>
    <dd class="figure">${money(intent.amount, intent.currency)}</dd>
    <dt>说明 For</dt><dd>${intent.description ?? '—'}</dd>${account}</dl></div>
    <h2>演示 For the demonstration</h2>${actions(intent)}`;
  return page('付款 Payment', undefined, content);
}

/** Does what the payer pressed. */
export async function payerActs(gateway: Gateway, id: string, secret: string, act: string): Promise<void> {
  const intent = await findPayable(gateway, id, secret);
  if (intent.status !== 'requires_action') return;
  await gateway.transactions.run(BY_ITSELF, (unit) =>
    act === 'transfer'
      ? transferArrives(unit, id, { amount: undefined, reference: null }, gateway.around)
      : authenticate(unit, id, act === 'succeed'),
  );
}
