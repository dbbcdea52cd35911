import { setTimeout as sleep } from 'node:timers/promises';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { registerPages } from '../console/pages.js';
import { rowsOf } from '../database/pool.js';
import { API_VERSION } from '../domain/api-version.js';
import { newId } from '../domain/ids.js';
import { StripeError, internalError, invalidParameter } from '../domain/stripe-error.js';
import type { Gateway } from '../gateway.js';
import type { PathParams } from '../resources/command.js';
import { TEST_ROUTES } from '../testing/test-routes.js';
import { answerCommand, errorAnswer } from './answer-command.js';
import { answerQuery } from './answer-query.js';
import { authenticate } from './authenticate.js';
import type { Answer, Call } from './call.js';
import { injected500, refusalOf } from './fault-answers.js';
import { type Given, type GivenObject, parseForm } from './form-body.js';
import { Params } from './params.js';
import { ROUTES, type Route } from './routes.js';

const header = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

function splitUrl(url: string): { path: string; query: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

/** JSON bodies, which the test-only endpoints take too, as the same nested text. */
function fromJson(value: unknown): Given {
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fromJson(entry)]));
  }
  return value === null || value === undefined ? '' : String(value);
}

function paramsOf(request: FastifyRequest, query: string): GivenObject {
  if (request.method === 'GET') return parseForm(query);
  const { body } = request;
  if (typeof body === 'string') return parseForm(body);
  const given = fromJson(body ?? {});
  if (typeof given === 'object' && !Array.isArray(given)) return given;
  throw invalidParameter(undefined, 'The request body must be form-encoded.');
}

function callOf(request: FastifyRequest): Call {
  const { path, query } = splitUrl(request.url);
  if (header(request, 'stripe-account')) {
    throw invalidParameter(
      undefined,
      'This gateway has one account: it does not play the Stripe-Account header.',
    );
  }
  return {
    method: request.method,
    path,
    pathParams: request.params as PathParams,
    params: paramsOf(request, query),
    requestId: request.id,
    idempotencyKey: header(request, 'idempotency-key'),
    apiVersion: header(request, 'stripe-version') ?? API_VERSION,
  };
}

function answerOf(error: unknown, gateway: Gateway, request: FastifyRequest): Answer {
  if (error instanceof StripeError) return errorAnswer(error);
  if (isClientError(error)) return errorAnswer(invalidParameter(undefined, error.message));
  gateway.log.error(
    { request: request.id, path: splitUrl(request.url).path, err: error },
    'a request failed',
  );
  return errorAnswer(internalError());
}

/** Fastify's own refusals: a body that is too large, or of a type that it does not read. */
function isClientError(error: unknown): error is Error & { statusCode: number } {
  if (!(error instanceof Error) || !('statusCode' in error)) return false;
  return typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500;
}

function reply(to: FastifyReply, request: FastifyRequest, answer: Answer): FastifyReply {
  const key = header(request, 'idempotency-key');
  void to
    .code(answer.status)
    .header('content-type', 'application/json; charset=utf-8')
    .header('request-id', request.id)
    .header('stripe-version', header(request, 'stripe-version') ?? API_VERSION);
  if (key) void to.header('idempotency-key', key.slice(0, 255));
  for (const [name, value] of Object.entries(answer.headers ?? {})) void to.header(name, value);
  return to.send(answer.body);
}

/** The connection ends and the caller learns nothing. */
function hangUp(request: FastifyRequest, to: FastifyReply): FastifyReply {
  void to.hijack();
  request.raw.socket.destroy();
  return to;
}

async function handleApi(
  gateway: Gateway,
  route: Route,
  request: FastifyRequest,
  to: FastifyReply,
): Promise<unknown> {
  const fault = gateway.faults.takeForRequest(request.method, splitUrl(request.url).path);
  if (fault?.kind === 'reset') return hangUp(request, to);
  if (fault?.kind === 'slow') await sleep(fault.delayMs);
  const refusal = fault && refusalOf(fault, header(request, 'idempotency-key'));
  if (refusal) return reply(to, request, refusal);
  const broken = fault?.kind === '500' ? injected500(fault.saved) : undefined;
  let answer: Answer;
  try {
    const call = callOf(request);
    if (route.method !== 'GET') answer = await answerCommand(gateway, route.command, call, broken);
    else if (broken) throw broken;
    else answer = await answerQuery(gateway, route, call);
  } catch (error) {
    answer = answerOf(error, gateway, request);
  }
  if (fault?.kind !== 'commit-then-timeout') return reply(to, request, answer);
  await sleep(fault.delayMs);
  return hangUp(request, to);
}

function registerApi(server: FastifyInstance, gateway: Gateway): void {
  const guarded = (request: FastifyRequest): void => authenticate(request.headers.authorization, gateway.key);
  for (const route of ROUTES) {
    const handler = (request: FastifyRequest, to: FastifyReply): Promise<unknown> => {
      guarded(request);
      return handleApi(gateway, route, request, to);
    };
    server.route({ method: route.method, url: route.path, handler });
  }
  for (const route of TEST_ROUTES) {
    const handler = async (request: FastifyRequest, to: FastifyReply): Promise<unknown> => {
      if (!route.open) guarded(request);
      const call = callOf(request);
      const result = await route.handle(gateway, new Params(call.params), call.pathParams);
      return reply(to, request, { status: 200, body: JSON.stringify(result) });
    };
    server.route({ method: route.method, url: route.path, handler });
  }
}

/** The gateway's HTTP side: Stripe's API, the test-only endpoints, the console and the payer's pages. */
export function createServer(gateway: Gateway): FastifyInstance {
  const server = fastify({
    logger: false,
    genReqId: () => newId('req'),
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    bodyLimit: 1_048_576,
  });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  server.setErrorHandler((error, request, to) => reply(to, request, answerOf(error, gateway, request)));
  server.setNotFoundHandler((request, to) => {
    const { path } = splitUrl(request.url);
    const message = `Unrecognized request URL (${request.method}: ${path}). If you are trying to list objects, remove the trailing slash.`;
    return reply(to, request, errorAnswer(new StripeError(404, { type: 'invalid_request_error', message })));
  });
  server.get('/healthz', async () => {
    await rowsOf(gateway.pool, { name: 'healthz', text: 'SELECT 1', values: [] });
    return { status: 'ok' };
  });
  registerApi(server, gateway);
  registerPages(server, gateway);
  return server;
}
