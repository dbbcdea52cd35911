import { type ChildProcess, spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Stripe from 'stripe';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const MAIN = fileURLToPath(new URL('../../dist/gateway/main.js', import.meta.url));

/** A gateway in a process of its own, with a database of its own. */
export interface GatewayProcess {
  readonly url: string;
  readonly key: string;
  readonly webhookSecret: string;
  readonly database: TestDatabase;
  /** The official client, without retries of its own unless told otherwise. */
  client(options?: { retries?: number; timeout?: number; key?: string }): Stripe;
  /** A test-only endpoint. */
  test(method: 'GET' | 'POST' | 'DELETE', path: string, body?: Record<string, unknown>): Promise<Json>;
  /** Resolves when no webhook is on its way. */
  quiet(): Promise<void>;
  /** Ends it as SIGTERM or kill -9 does. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Starts it again on the same database and, unless told otherwise, the same port. */
  again(env?: Record<string, string>): Promise<GatewayProcess>;
  stop(): Promise<void>;
}

/** Answers of the test-only endpoints, looked into freely by the tests. */
export type Json = Record<string, never> & { [key: string]: Json };

interface Ready {
  readonly url: string;
  readonly key: string;
  readonly webhookSecret: string;
}

/** Should a test fail half-way, no gateway outlives the run. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

export function launch(env: Record<string, string>, args: readonly string[] = []): ChildProcess {
  const clean = { PATH: process.env['PATH'] ?? '', LANG: 'C', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

async function ready(child: ChildProcess): Promise<Ready> {
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
    if (process.env['GATEWAY_LOGS']) process.stderr.write(chunk);
  });
  const lines = createInterface({ input: child.stdout! });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line) as Ready));
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}: ${errors}`)));
  });
}

async function startOn(database: TestDatabase, env: Record<string, string>): Promise<GatewayProcess> {
  const settings = { GATEWAY_DATABASE_URL: database.urls.owner, GATEWAY_SLOW_MS: '50', ...env };
  const child = launch(settings);
  const { url, key, webhookSecret } = await ready(child);
  const port = Number.parseInt(new URL(url).port, 10);
  const test: GatewayProcess['test'] = async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as Json;
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended(child);
  };
  return {
    url,
    key,
    webhookSecret,
    database,
    client: (options = {}) =>
      new Stripe(options.key ?? key, {
        host: '127.0.0.1',
        port,
        protocol: 'http',
        maxNetworkRetries: options.retries ?? 0,
        timeout: options.timeout ?? 5_000,
        telemetry: false,
        // Its own connections: those of another client may lead to a process that is dead.
        httpClient: Stripe.createNodeHttpClient(new Agent({ keepAlive: true })),
      }),
    test,
    quiet: async () => {
      const deadline = Date.now() + 15_000;
      while (((await test('GET', '/test/pending'))['webhooks'] as unknown as number) > 0) {
        if (Date.now() > deadline) throw new Error('webhooks are still on their way');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    end,
    again: (more = {}) => startOn(database, { ...env, GATEWAY_PORT: port.toString(), ...more }),
    stop: async () => {
      await end('SIGTERM');
      await database.drop();
    },
  };
}

/** Starts a gateway on an empty database; it makes its own schema. */
export async function startGateway(env: Record<string, string> = {}): Promise<GatewayProcess> {
  return startOn(await createTestDatabase({ template: false }), env);
}

/** Pays by a card that is never declined; `more` says what else the payment is. */
export const payWith =
  (stripe: Stripe) =>
  (
    amount: number,
    more: Partial<Stripe.PaymentIntentCreateParams> = {},
  ): Promise<Stripe.Response<Stripe.PaymentIntent>> =>
    stripe.paymentIntents.create({
      amount,
      currency: 'cny',
      payment_method: 'pm_card_visa',
      confirm: true,
      ...more,
    });
