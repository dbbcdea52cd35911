// The processes that a market consists of, and the environment that each is given.
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAMS, runOf } from './bundle.mjs';
import { at, dataRoot } from './paths.mjs';
import { freePort } from './ports.mjs';

/** @typedef {import('./processes.mjs').Part} Part */
/** @typedef {{ url: string, key: string, webhookSecret: string }} Stripe */
/**
 * @typedef {object} Site
 * @property {string} address where people reach the market
 * @property {string} host
 * @property {number} port
 * @property {import('./database.mjs').DatabaseUrls} urls
 * @property {'live' | 'demo' | 'practice'} mode
 * @property {boolean} [watch] api and worker start again when what they are built from changes
 * @property {NodeJS.ProcessEnv} [env] more settings for every process
 */

/**
 * Where checkpoints of the audit log go: the regulator's folder, when the environment names it. The embedded market
 * keeps one beside its data, which shows how it works and guards against nobody who owns the machine.
 * @returns {string | undefined}
 */
export const checkpointDir = () =>
  process.env['CHECKPOINT_DIR'] ?? (process.env['DATABASE_URL'] ? undefined : join(dataRoot, 'regulator'));

/** The checkpoints of an embedded market that is thrown away go with it; those of a real regulator never do. */
export function forgetCheckpoints() {
  rmSync(join(dataRoot, 'regulator'), { recursive: true, force: true });
}

/** @param {Site} site @returns {NodeJS.ProcessEnv} */
function checkpointing(site) {
  const folder = site.env?.['CHECKPOINT_DIR'] ?? checkpointDir();
  if (folder === undefined) return {};
  mkdirSync(folder, { recursive: true });
  const key = process.env['CHECKPOINT_KEY_FILE'] ?? join(folder, '..', 'checkpoint-key.pem');
  return { CHECKPOINT_DIR: folder, CHECKPOINT_KEY_FILE: key };
}

/** What the market wants to hear of; it asks for the truth itself whenever one of these comes. */
const heard = [
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'payout.paid',
  'payout.failed',
  'payout.canceled',
];

/** @param {Site} site @param {Stripe} stripe */
export function environment(site, stripe) {
  return {
    ...process.env,
    ...site.env,
    MUHENG_MODE: site.mode,
    PUBLIC_URL: process.env['PUBLIC_URL'] ?? site.address,
    DATABASE_URL: site.urls.api,
    STRIPE_API_KEY: stripe.key,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    ...(stripe.url ? { STRIPE_API_BASE: stripe.url } : {}),
  };
}

/** @returns {Stripe | undefined} a real provider, when the environment names one */
function externalStripe() {
  const { STRIPE_API_BASE: url, STRIPE_API_KEY: key, STRIPE_WEBHOOK_SECRET: webhookSecret } = process.env;
  return key ? { url: url ?? '', key, webhookSecret: webhookSecret ?? '' } : undefined;
}

/** @returns {Promise<Stripe>} where a gateway of ours will be, and its secrets: known before it runs */
async function ownStripe() {
  const secret = () => randomBytes(18).toString('hex');
  const url = `http://127.0.0.1:${await freePort()}`;
  return { url, key: `sk_test_${secret()}`, webhookSecret: `whsec_${secret()}` };
}

/** @param {Site} site @param {Stripe} stripe @returns {Part} the stand-in for the payment provider */
function gatewayPart(site, stripe) {
  return {
    name: 'gateway',
    args: [...runOf('gateway'), '--port', new URL(stripe.url).port],
    env: {
      ...process.env,
      ...site.env,
      GATEWAY_DATABASE_URL: site.urls.gateway,
      GATEWAY_KEY: stripe.key,
      GATEWAY_WEBHOOK_SECRET: stripe.webhookSecret,
      GATEWAY_WEBHOOK_URL: `${site.address}/api/v1/webhooks/stripe`,
      GATEWAY_WEBHOOK_EVENTS: heard.join(','),
    },
    announces: true,
  };
}

/** @param {Site} site @param {'api' | 'worker'} name what is watched is what tsc writes, file by file */
const watched = (site, name) =>
  site.watch ? ['--watch', '--watch-preserve-output', at(PROGRAMS[name])] : runOf(name);

/** @param {Site} site @param {Stripe} stripe @returns {Part} */
function apiPart(site, stripe) {
  return {
    name: 'api',
    args: watched(site, 'api'),
    env: { ...environment(site, stripe), HOST: site.host, PORT: String(site.port), WEB_ROOT: at('web/dist') },
    health: `${site.address}/readyz`,
  };
}

/** @param {Site} site @param {Stripe} stripe @param {number} port where it tells its health @returns {Part} */
function workerPart(site, stripe, port) {
  return {
    name: 'worker',
    args: watched(site, 'worker'),
    env: {
      ...environment(site, stripe),
      ...checkpointing(site),
      DATABASE_URL: site.urls.worker,
      WORKER_PORT: String(port),
    },
    health: `http://127.0.0.1:${port}/healthz`,
  };
}

/** @param {Site} site @param {Stripe} stripe @returns {Part} fills a new market with the demo world */
export function worldPart(site, stripe) {
  return {
    name: 'world',
    args: [at('api/dist/worlds/build.js')],
    // The story moves the market's clock, which only the owner of the database can.
    env: { ...environment(site, stripe), MIGRATION_DATABASE_URL: site.urls.owner, MARKET_URL: site.address },
    once: true,
    show: true,
  };
}

/**
 * Starts gateway, api and worker at once and waits until all are healthy. Api and worker load while the schema is
 * still being made, and open the market when it is.
 * @param {import('./processes.mjs').Crew} crew
 * @param {Site} site
 * @param {Promise<unknown>} schema settles when the migrations are through
 * @returns {Promise<Stripe>} the payment provider that they use
 */
export async function startServers(crew, site, schema) {
  const external = externalStripe();
  const stripe = external ?? (await ownStripe());
  // A watcher keeps the channel to its child for itself.
  if (site.watch) await schema;
  const gate = site.watch ? {} : { gate: schema };
  const starts = [
    ...(external ? [] : [crew.start(gatewayPart(site, stripe))]),
    crew.start({ ...apiPart(site, stripe), ...gate }),
    crew.start({ ...workerPart(site, stripe, await freePort()), ...gate }),
    schema,
  ];
  // Waits for all, so that a failure of one does not leave another starting behind our back.
  for (const one of await Promise.allSettled(starts)) if (one.status === 'rejected') throw one.reason;
  return stripe;
}

/**
 * Starts an api and a worker more beside those that run; the api's address is the answer.
 * @param {import('./processes.mjs').Crew} crew
 * @param {Site} site
 * @param {Stripe} stripe
 * @returns {Promise<string>}
 */
export async function startSecond(crew, site, stripe) {
  const port = await freePort();
  const second = { ...site, port, address: `http://${site.host}:${port}` };
  await crew.start({ ...apiPart(second, stripe), name: 'api-2' });
  await crew.start({ ...workerPart(second, stripe, await freePort()), name: 'worker-2' });
  return second.address;
}
