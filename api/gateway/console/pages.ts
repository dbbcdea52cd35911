import type { FastifyInstance, FastifyReply } from 'fastify';
import { StripeError } from '../domain/stripe-error.js';
import type { Gateway } from '../gateway.js';
import { parseForm } from '../http/form-body.js';
import { type KindName, KINDS } from '../resources/kinds.js';
import { html } from './html.js';
import { page } from './layout.js';
import { listOfKind, objectPage } from './object-pages.js';
import { overviewPage } from './overview-page.js';
import { payPage, payerActs } from './pay-page.js';

/** No script runs on these pages, nothing is loaded from elsewhere, and nobody may frame them. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

function show(to: FastifyReply, text: string, status = 200): FastifyReply {
  return to.code(status).headers(HEADERS).send(text);
}

function notFound(to: FastifyReply): FastifyReply {
  const content = html`<p>没有这一页。There is no such page. <a href="/">概览 Overview</a></p>`;
  return show(to, page('未找到 Not found', '', content), 404);
}

function isKind(name: string): name is KindName {
  return Object.hasOwn(KINDS, name);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Errors of pages are pages. */
async function shown(to: FastifyReply, make: () => Promise<string | undefined>): Promise<FastifyReply> {
  try {
    const text = await make();
    if (text === undefined) return await notFound(to);
    return await show(to, text);
  } catch (error) {
    if (error instanceof StripeError && error.status < 500) return notFound(to);
    throw error;
  }
}

/** The console, to read along, and the payer's page. */
export function registerPages(server: FastifyInstance, gateway: Gateway): void {
  server.get('/', (_request, to) => shown(to, () => overviewPage(gateway)));
  server.get<{ Params: { kind: string }; Querystring: { after?: string } }>('/console/:kind', (request, to) =>
    shown(to, async () => {
      const { kind } = request.params;
      return isKind(kind) ? listOfKind(gateway, kind, textOf(request.query.after) || undefined) : undefined;
    }),
  );
  server.get<{ Params: { id: string } }>('/console/object/:id', (request, to) =>
    shown(to, () => objectPage(gateway, request.params.id)),
  );
  server.get<{ Params: { id: string }; Querystring: { client_secret?: string } }>('/pay/:id', (request, to) =>
    shown(to, () => payPage(gateway, request.params.id, textOf(request.query.client_secret))),
  );
  server.post<{ Params: { id: string } }>('/pay/:id', async (request, to) => {
    const form = parseForm(textOf(request.body));
    const secret = textOf(form['client_secret']);
    const { id } = request.params;
    try {
      await payerActs(gateway, id, secret, textOf(form['act']));
    } catch (error) {
      if (error instanceof StripeError && error.status < 500) return notFound(to);
      throw error;
    }
    return to.redirect(`/pay/${encodeURIComponent(id)}?client_secret=${encodeURIComponent(secret)}`, 303);
  });
}
