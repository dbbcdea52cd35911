import type { AddressInfo } from 'node:net';
import type { Config } from './config.js';
import { migrate } from './database/migrate.js';
import { createPool } from './database/pool.js';
import { keepSecret } from './database/settings.js';
import { Transactions } from './database/transactions.js';
import type { Unit } from './database/unit.js';
import { randomText } from './domain/ids.js';
import { DueJobs } from './due/due-jobs.js';
import type { Gateway } from './gateway.js';
import { KeysInFlight } from './http/idempotency.js';
import { createServer } from './http/server.js';
import { createLog } from './log.js';
import { FaultSwitches } from './testing/fault-switches.js';
import { makeAllDue } from './webhooks/deliveries.js';
import { Dispatcher } from './webhooks/dispatcher.js';
import { registerManagedEndpoint } from './webhooks/register.js';
import { newSecret } from './webhooks/secrets.js';

/** A gateway that answers, and how to end it. */
export interface Running {
  readonly url: string;
  readonly key: string;
  readonly webhookSecret: string;
  stop(): Promise<void>;
}

async function assemble(config: Config): Promise<{ gateway: Gateway; webhookSecret: string }> {
  const log = createLog(config.logLevel);
  await migrate(config.databaseUrl);
  const pool = createPool(config.databaseUrl, config.poolSize, log);
  const around = { baseUrl: '', slowMs: config.slowMs, autopayMs: config.autopayMs };
  const faults = new FaultSwitches(pool, log);
  const dispatcher = new Dispatcher(pool, faults, log);
  const transactions = new Transactions(pool, (unit: Unit) => {
    if (unit.eventCount > 0) dispatcher.wake();
    for (const due of unit.dueDates) jobs.expect(due);
  });
  const jobs = new DueJobs(transactions, around, log);
  const key = await keepSecret(pool, 'key', config.key, () => `sk_test_${randomText(32)}`);
  const webhookSecret = await keepSecret(pool, 'webhook-secret', config.webhookSecret, newSecret);
  if (config.webhookUrl) {
    const { webhookUrl: url, webhookEvents: events } = config;
    await registerManagedEndpoint(transactions, { url, secret: webhookSecret, events });
  }
  await faults.load();
  await makeAllDue(pool, new Date());
  const gateway = {
    pool,
    transactions,
    faults,
    dispatcher,
    jobs,
    keys: new KeysInFlight(),
    around,
    key,
    log,
  };
  return { gateway, webhookSecret };
}

/** Migrates, listens, and begins to send webhooks and to do what is due. */
export async function start(config: Config): Promise<Running> {
  const { gateway, webhookSecret } = await assemble(config);
  const server = createServer(gateway);
  await server.listen({ host: config.host, port: config.port });
  const { port } = server.server.address() as AddressInfo;
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  gateway.around.baseUrl = `http://${host}:${port}`;
  gateway.dispatcher.start();
  gateway.jobs.start();
  return {
    url: gateway.around.baseUrl,
    key: gateway.key,
    webhookSecret,
    stop: async () => {
      // First nothing new comes in, then what is under way ends, then the database may go.
      await server.close();
      await gateway.jobs.stop();
      await gateway.dispatcher.stop();
      await gateway.pool.end();
    },
  };
}
