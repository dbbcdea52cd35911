import { rowsOf } from '../database/pool.js';
import type { Gateway } from '../gateway.js';
import { load, type Reader } from '../http/expand.js';
import { listPage } from '../http/lists.js';
import { type KindName, KINDS, kindOfId } from '../resources/kinds.js';
import { type Html, html } from './html.js';
import { page, SECTIONS } from './layout.js';
import { chip, json, link, money, time } from './show.js';

const PER_PAGE = 30;

type Wire = Readonly<Record<string, unknown>>;

function titleOf(kind: string): string {
  const section = SECTIONS.find(([name]) => name === kind);
  return section ? `${section[1]} ${section[2]}` : kind;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What an object is about, in a few words. */
function about(object: Wire): string {
  const parts = ['type', 'description', 'name', 'url', 'reason', 'destination'].map((field) =>
    text(object[field]),
  );
  return parts.filter((part) => part !== '').join(' · ');
}

function row(object: Wire): Html {
  const amount = object['amount'];
  const currency = text(object['currency']);
  const shown = typeof amount === 'number' ? money(BigInt(amount), currency) : '';
  const created = typeof object['created'] === 'number' ? time(new Date(object['created'] * 1000)) : '';
  const status = text(object['status']);
  return html`<tr><td>${created}</td><td>${link(text(object['id']))}</td><td class="right">${shown}</td>
    <td>${status === '' ? '' : chip(status)}</td><td>${about(object)}</td></tr>`;
}

/** `/console/:kind`: newest first, page by page. */
export async function listOfKind(
  gateway: Gateway,
  kind: KindName,
  after: string | undefined,
): Promise<string> {
  const read: Reader = (statement) => rowsOf(gateway.pool, statement);
  const paging = { limit: PER_PAGE, after, before: undefined };
  const { data, has_more: more } = await listPage(kind, '', [], paging, read);
  const last = data.at(-1)?.id;
  const table = html`<div class="scroll"><table><thead><tr><th>时间 Time</th><th>编号 Id</th>
    <th class="right">金额 Amount</th><th>状态 Status</th><th>内容 About</th></tr></thead>
    <tbody>${data.map((object) => row({ ...object }))}</tbody></table></div>`;
  const next = more && last ? html`<p><a href="/console/${kind}?after=${last}">更早的 Older →</a></p>` : null;
  const empty = html`<p class="dim">这里还没有内容。Nothing here yet.</p>`;
  return page(titleOf(kind), kind, data.length > 0 ? html`${table}${next}` : empty);
}

interface DeliveryRow {
  readonly url: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly due: Date;
  readonly response_status: number | null;
  readonly failure: string | null;
}

async function deliveriesOf(gateway: Gateway, event: string): Promise<Html> {
  const rows = await rowsOf<DeliveryRow>(gateway.pool, {
    name: '',
    text: `SELECT endpoint.url, delivery.state, attempts, due, response_status, failure FROM gateway.delivery
      LEFT JOIN gateway.webhook_endpoint endpoint ON endpoint.id = delivery.endpoint
      WHERE event = $1 ORDER BY delivery.id`,
    values: [event],
  });
  if (rows.length === 0) return html`<p class="dim">没有地址要接收它。No endpoint wanted it.</p>`;
  return html`<div class="scroll"><table><thead><tr><th>地址 Endpoint</th><th>状态 State</th>
    <th class="right">次数 Attempts</th><th class="right">应答 Answer</th><th>原因 Reason</th></tr></thead><tbody>${rows.map(
      (one) => html`<tr><td>${one.url ?? '已删除 deleted'}</td><td>${chip(one.state)}</td>
      <td class="right">${one.attempts}</td><td class="right">${one.response_status}</td><td>${one.failure}</td></tr>`,
    )}</tbody></table></div>`;
}

async function eventsOf(gateway: Gateway, subject: string): Promise<Html> {
  const rows = await rowsOf<{ id: string; type: string; created: Date }>(gateway.pool, {
    name: '',
    text: 'SELECT id, type, created FROM gateway.event WHERE subject = $1 ORDER BY seq DESC LIMIT 50',
    values: [subject],
  });
  if (rows.length === 0) return html`<p class="dim">没有。None.</p>`;
  return html`<div class="scroll"><table><tbody>${rows.map(
    (one) => html`<tr><td>${time(one.created)}</td><td>${one.type}</td><td>${link(one.id)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** `/console/object/:id`: one object, its events or, for an event, its deliveries; undefined when there is none. */
export async function objectPage(gateway: Gateway, id: string): Promise<string | undefined> {
  const kind = kindOfId(id);
  if (!kind) return undefined;
  const object = (await load([id], kind, (statement) => rowsOf(gateway.pool, statement))).get(id);
  if (!object) return undefined;
  const related =
    kind === 'event'
      ? html`<h2>送达 Deliveries</h2>${await deliveriesOf(gateway, id)}`
      : html`<h2>事件 Events</h2>${await eventsOf(gateway, id)}`;
  const { amount, currency, status }: Wire = { ...object };
  const worth =
    typeof amount === 'number' ? html`<p class="figure">${money(BigInt(amount), text(currency))}</p>` : null;
  const state = text(status) === '' ? null : chip(text(status));
  const content = html`<p><span class="dim">${titleOf(KINDS[kind].object)}</span> ${state}</p>${worth}${related}
    <h2>内容 Content</h2><div class="scroll"><pre>${json(object)}</pre></div>`;
  return page(id, kind, content);
}
