import type { WebhookEndpointRow } from '../database/rows.js';
import { webhookEndpoints } from '../database/tables.js';
import type { Unit, WireObject } from '../database/unit.js';
import { newId } from '../domain/ids.js';
import { mergeMetadata, type Metadata } from '../domain/metadata.js';
import { invalidParameter, missing } from '../domain/stripe-error.js';
import type { Params } from '../http/params.js';
import { newSecret, rollSecret } from '../webhooks/secrets.js';
import { command, idOf } from './command.js';
import { toWebhookEndpoint } from './wire-balance.js';

const EVENT_NAME = /^(\*|[a-z_]+(\.[a-z_]+)+)$/;

/** Any http or https address will do, loopback above all: this is a test gateway. */
function checkUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:')) return url;
  throw invalidParameter(
    'url_invalid',
    `Invalid URL: ${url.slice(0, 100)}. URLs must begin with http or https.`,
    'url',
  );
}

function readEvents(params: Params): string[] | undefined {
  const events = params.texts('enabled_events');
  if (events === undefined) return undefined;
  const wrong = (events ?? ['']).find((event) => !EVENT_NAME.test(event));
  if (events && events.length > 0 && wrong === undefined) return events;
  const message = `Invalid enabled_events: '${wrong ?? ''}' is no type of event. Use '*' for all of them.`;
  throw invalidParameter(undefined, message, 'enabled_events');
}

interface Create {
  readonly url: string;
  readonly events: string[];
  readonly description: string | null;
  readonly apiVersion: string | null;
  readonly metadata: Metadata;
}

/** `POST /v1/webhook_endpoints`: the answer is the only one that shows the signing secret. */
export const createWebhookEndpoint = command<Create>({
  answer: 'webhook_endpoint',
  parse: (params) => {
    params.ignore('connect');
    const url = checkUrl(params.requiredText('url'));
    const events = readEvents(params);
    if (!events) {
      throw invalidParameter(
        'parameter_missing',
        'Missing required param: enabled_events.',
        'enabled_events',
      );
    }
    return {
      url,
      events,
      description: params.text('description') ?? null,
      apiVersion: params.text('api_version') ?? null,
      metadata: mergeMetadata({}, params.map('metadata')),
    };
  },
  execute: async (unit, input) => {
    const secret = newSecret();
    const endpoint: WebhookEndpointRow = {
      id: newId('we'),
      created: unit.now,
      url: input.url,
      enabled_events: input.events,
      description: input.description,
      status: 'enabled',
      api_version: input.apiVersion,
      metadata: input.metadata,
      secrets: [{ secret, expires: null }],
      managed: false,
    };
    unit.save(webhookEndpoints, endpoint);
    return { ...toWebhookEndpoint(endpoint), secret } as WireObject;
  },
});

async function lockEndpoint(unit: Unit, id: string): Promise<WebhookEndpointRow> {
  const endpoint = await unit.lock(webhookEndpoints, id);
  if (!endpoint) throw missing('webhook endpoint', id);
  return endpoint;
}

interface Update {
  readonly id: string;
  readonly url: string | undefined;
  readonly events: string[] | undefined;
  readonly description: string | null | undefined;
  readonly disabled: boolean | undefined;
  readonly metadata: Metadata | null | undefined;
}

/** `POST /v1/webhook_endpoints/:id`. */
export const updateWebhookEndpoint = command<Update>({
  answer: 'webhook_endpoint',
  parse: (params, path) => {
    const url = params.text('url');
    const metadata = params.map('metadata');
    mergeMetadata({}, metadata);
    return {
      id: idOf(path),
      url: url ? checkUrl(url) : undefined,
      events: readEvents(params),
      description: params.text('description'),
      disabled: params.boolean('disabled'),
      metadata,
    };
  },
  execute: async (unit, input) => {
    const endpoint = await lockEndpoint(unit, input.id);
    endpoint.url = input.url ?? endpoint.url;
    endpoint.enabled_events = input.events ?? endpoint.enabled_events;
    if (input.description !== undefined) endpoint.description = input.description;
    if (input.disabled !== undefined) endpoint.status = input.disabled ? 'disabled' : 'enabled';
    endpoint.metadata = mergeMetadata(endpoint.metadata, input.metadata);
    unit.save(webhookEndpoints, endpoint);
    return toWebhookEndpoint(endpoint);
  },
});

/** `DELETE /v1/webhook_endpoints/:id`: what was still to be sent to it is dropped. */
export const deleteWebhookEndpoint = command<{ readonly id: string }>({
  answer: undefined,
  parse: (_params, path) => ({ id: idOf(path) }),
  execute: async (unit, { id }) => {
    await lockEndpoint(unit, id);
    unit.write({
      name: 'webhook_endpoint.delete',
      text: 'DELETE FROM gateway.webhook_endpoint WHERE id = $1',
      values: [id],
    });
    unit.write({
      name: 'delivery.drop',
      text: `UPDATE gateway.delivery SET state = 'dropped', finished = $2 WHERE endpoint = $1 AND state = 'pending'`,
      values: [id, unit.now],
    });
    return { id, object: 'webhook_endpoint', deleted: true } as WireObject;
  },
});

/** Rolls an endpoint's secret, as the Dashboard does: both sign until the old one ends. */
export async function rollEndpointSecret(unit: Unit, id: string, seconds: number): Promise<WireObject> {
  const endpoint = await lockEndpoint(unit, id);
  const secret = newSecret();
  endpoint.secrets = rollSecret(endpoint.secrets, secret, unit.now, seconds);
  unit.save(webhookEndpoints, endpoint);
  return { ...toWebhookEndpoint(endpoint), secret } as WireObject;
}
