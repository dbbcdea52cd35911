import { rowsOf } from '../database/pool.js';
import type { Gateway } from '../gateway.js';
import { BALANCES } from '../resources/bookings.js';
import { countPending } from '../webhooks/deliveries.js';
import { type Html, html } from './html.js';
import { page } from './layout.js';
import { chip, link, money, time } from './show.js';

interface Latest {
  readonly id: string;
  readonly created: Date;
  readonly status: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly description: string | null;
}

function figure(label: string, value: string, note: string): Html {
  return html`<div class="sheet"><small>${label}</small><div class="figure">${value}</div><small>${note}</small></div>`;
}

function payments(rows: readonly Latest[]): Html {
  if (rows.length === 0) return html`<p class="dim">还没有付款。No payment yet.</p>`;
  return html`<div class="scroll"><table><thead><tr><th>时间 Time</th><th>付款 Payment</th>
    <th class="right">金额 Amount</th><th>状态 Status</th><th>说明 Description</th></tr></thead><tbody>${rows.map(
      (row) => html`<tr><td>${time(row.created)}</td><td>${link(row.id)}</td>
      <td class="right">${money(row.amount, row.currency)}</td><td>${chip(row.status)}</td><td>${row.description}</td></tr>`,
    )}</tbody></table></div>`;
}

function events(rows: readonly { id: string; created: Date; type: string; subject: string }[]): Html {
  if (rows.length === 0) return html`<p class="dim">还没有事件。No event yet.</p>`;
  return html`<div class="scroll"><table><thead><tr><th>时间 Time</th><th>事件 Event</th><th>类型 Type</th>
    <th>对象 Object</th></tr></thead><tbody>${rows.map(
      (row) => html`<tr><td>${time(row.created)}</td><td>${link(row.id)}</td><td>${row.type}</td>
      <td>${link(row.subject)}</td></tr>`,
    )}</tbody></table></div>`;
}

/** `/`: the balance, what waits, and what happened last. */
export async function overviewPage(gateway: Gateway): Promise<string> {
  const latest = { name: '', values: [] };
  const [balances, waiting, paid, happened] = await Promise.all([
    rowsOf<{ currency: string; amount: bigint }>(gateway.pool, BALANCES),
    countPending(gateway.pool),
    rowsOf<Latest>(gateway.pool, {
      ...latest,
      text: `SELECT id, created, status, amount, currency, description FROM gateway.payment_intent
        ORDER BY seq DESC LIMIT 12`,
    }),
    rowsOf<{ id: string; created: Date; type: string; subject: string }>(gateway.pool, {
      ...latest,
      text: 'SELECT id, created, type, subject FROM gateway.event ORDER BY seq DESC LIMIT 12',
    }),
  ]);
  const faults = gateway.faults.list();
  const shown = balances.length > 0 ? balances : [{ currency: 'cny', amount: 0n }];
  const autopay = gateway.around.autopayMs;
  const content = html`<div class="figures">
    ${shown.map(({ currency, amount }) => figure('可用余额 Available', money(amount, currency), currency.toUpperCase()))}
    ${figure('待送达回调 Webhooks on their way', waiting.toString(), '未放弃的 not given up')}
    ${figure(
      '故障开关 Fault switches',
      faults.length.toString(),
      faults.map(({ kind, remaining }) => `${kind} ×${remaining}`).join(', ') || '全部关闭 all off',
    )}
    ${figure('模拟到账 Autopay', autopay === null ? 'off' : `${autopay} ms`, '银行转账自动到账 bank transfers arrive by themselves')}
  </div>
  <h2>最近付款 Latest payments</h2>${payments(paid)}
  <h2>最近事件 Latest events</h2>${events(happened)}`;
  return page('概览 Overview', '', content);
}
