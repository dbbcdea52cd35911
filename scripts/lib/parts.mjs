// The processes that a market consists of, and the environment that each is given.
import { at } from './paths.mjs';

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
export function externalStripe() {
  const { STRIPE_API_BASE: url, STRIPE_API_KEY: key, STRIPE_WEBHOOK_SECRET: webhookSecret } = process.env;
  return key ? { url: url ?? '', key, webhookSecret: webhookSecret ?? '' } : undefined;
}

/** @param {Site} site @param {number} [port] @returns {Part} the stand-in for the payment provider */
export function gatewayPart(site, port = 0) {
  return {
    name: 'gateway',
    args: [at('api/dist/gateway/main.js'), '--port', String(port)],
    env: {
      ...process.env,
      ...site.env,
      GATEWAY_DATABASE_URL: site.urls.gateway,
      GATEWAY_WEBHOOK_URL: `${site.address}/api/v1/webhooks/stripe`,
    },
    announces: true,
  };
}

/** @param {Site} site @param {string} script */
const watched = (site, script) => (site.watch ? ['--watch', '--watch-preserve-output', script] : [script]);

/** @param {Site} site @param {Stripe} stripe @returns {Part} */
export function apiPart(site, stripe) {
  return {
    name: 'api',
    args: watched(site, at('api/dist/src/main.js')),
    env: { ...environment(site, stripe), HOST: site.host, PORT: String(site.port), WEB_ROOT: at('web/dist') },
    health: `${site.address}/readyz`,
  };
}

/** @param {Site} site @param {Stripe} stripe @param {number} port where it tells its health @returns {Part} */
export function workerPart(site, stripe, port) {
  return {
    name: 'worker',
    args: watched(site, at('worker/dist/main.js')),
    env: { ...environment(site, stripe), DATABASE_URL: site.urls.worker, WORKER_PORT: String(port) },
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
