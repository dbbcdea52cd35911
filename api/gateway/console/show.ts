import { formatAmount } from '../domain/amounts.js';
import { kindOfId } from '../resources/kinds.js';
import { type Html, html } from './html.js';

/** Pieces that several pages show. */

const TONES: Readonly<Record<string, string>> = {
  succeeded: 'good',
  paid: 'good',
  available: 'good',
  enabled: 'good',
  delivered: 'good',
  failed: 'bad',
  canceled: 'bad',
  dropped: 'bad',
  'given-up': 'bad',
  pending: 'wait',
  processing: 'wait',
  requires_action: 'wait',
  requires_capture: 'info',
};

export function chip(status: string): Html {
  return html`<span class="chip ${TONES[status] ?? ''}">${status}</span>`;
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Asia/Shanghai',
});

/** An instant, to the second, in Asia/Shanghai. */
export function time(instant: Date): Html {
  return html`<time datetime="${instant.toISOString()}">${SHANGHAI.format(instant)}</time>`;
}

export function link(id: string): Html {
  return kindOfId(id)
    ? html`<a href="/console/object/${id}"><code>${id}</code></a>`
    : html`<code>${id}</code>`;
}

export function money(amount: bigint, currency: string): string {
  return formatAmount(amount, currency).replace('-', '−');
}

const ID = /^(?:cus|pm|pi|ch|re|tr|trr|po|txn|evt|we|ccsbtxn)_[0-9A-Za-z]{24}$/;
const SECRETS = new Set(['client_secret', 'secret', 'hosted_instructions_url', 'url', 'stripe_js']);

/** JSON with its ids as links, and without what would let a reader act as the payer. */
export function json(value: unknown, depth = 0): Html {
  const pad = '  '.repeat(depth + 1);
  const end = '  '.repeat(depth);
  if (typeof value === 'string')
    return ID.test(value) ? html`"${link(value)}"` : html`${JSON.stringify(value)}`;
  if (typeof value !== 'object' || value === null) return html`${JSON.stringify(value)}`;
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return html`${isList ? '[]' : '{}'}`;
  const lines = entries.map(([key, entry], index) => {
    const hidden = SECRETS.has(key) && typeof entry === 'string' && entry.includes('secret');
    const shown = json(hidden ? '…' : entry, depth + 1);
    const name = isList ? '' : `${JSON.stringify(key)}: `;
    return html`${pad}${name}${shown}${index < entries.length - 1 ? ',' : ''}\n`;
  });
  return html`${isList ? '[' : '{'}\n${lines}${end}${isList ? ']' : '}'}`;
}
