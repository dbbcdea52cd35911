import { parseArgs } from 'node:util';

/** How a gateway is to run. */
export interface Config {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly databaseUrl: string;
  readonly poolSize: number;
  /** The secret key; undefined: the stored one, or a new one. */
  readonly key: string | undefined;
  readonly webhookUrl: string | undefined;
  readonly webhookSecret: string | undefined;
  /** What that endpoint is told of; `*` is everything. */
  readonly webhookEvents: readonly string[];
  readonly slowMs: number;
  readonly autopayMs: number | null;
  readonly logLevel: string;
}

/** A setting that cannot be used, in words for whoever started the gateway. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

function wholeNumber(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,9}$/.test(text) && Number.parseInt(text, 10) <= most) return Number.parseInt(text, 10);
  throw new ConfigError(`${name} must be a whole number up to ${most}, not '${text}'.`);
}

function matching(
  name: string,
  text: string | undefined,
  pattern: RegExp,
  example: string,
): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (pattern.test(text)) return text;
  throw new ConfigError(`${name} must look like ${example}.`);
}

function portOf(args: readonly string[], env: Environment): number {
  try {
    const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } } });
    return wholeNumber('The port', values.port ?? env['GATEWAY_PORT'], 65_535) ?? 0;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      `${error instanceof Error ? error.message : String(error)}. Usage: main.js [--port N]`,
    );
  }
}

/**
 * Reads the command line and the environment (README, "Configuration").
 * @throws ConfigError for a setting that is missing or wrong, and in production
 */
export function readConfig(args: readonly string[], env: Environment): Config {
  if (env['NODE_ENV'] === 'production') {
    throw new ConfigError(
      'This is a test gateway: it moves no real money and refuses to run with NODE_ENV=production. ' +
        'Point STRIPE_API_BASE and the key at your payment provider instead.',
    );
  }
  const databaseUrl = env['GATEWAY_DATABASE_URL'] || env['DATABASE_URL'];
  if (!databaseUrl)
    throw new ConfigError('Set GATEWAY_DATABASE_URL or DATABASE_URL to a PostgreSQL address.');
  const webhookUrl = env['GATEWAY_WEBHOOK_URL'] || undefined;
  if (webhookUrl && !URL.canParse(webhookUrl)) throw new ConfigError('GATEWAY_WEBHOOK_URL is no address.');
  return {
    host: env['GATEWAY_HOST'] || '127.0.0.1',
    port: portOf(args, env),
    databaseUrl,
    poolSize: wholeNumber('GATEWAY_POOL', env['GATEWAY_POOL'], 100) ?? 12,
    key: matching(
      'GATEWAY_KEY',
      env['GATEWAY_KEY'],
      /^sk_test_\w{8,}$/,
      'sk_test_ and at least 8 letters or digits',
    ),
    webhookUrl,
    webhookSecret: matching(
      'GATEWAY_WEBHOOK_SECRET',
      env['GATEWAY_WEBHOOK_SECRET'],
      /^whsec_\S{8,}$/,
      'whsec_…',
    ),
    webhookEvents: (env['GATEWAY_WEBHOOK_EVENTS'] || '*').split(',').map((type) => type.trim()),
    slowMs: wholeNumber('GATEWAY_SLOW_MS', env['GATEWAY_SLOW_MS'], 600_000) ?? 1_000,
    autopayMs: wholeNumber('GATEWAY_AUTOPAY_MS', env['GATEWAY_AUTOPAY_MS'], 600_000) ?? null,
    logLevel: env['LOG_LEVEL'] || 'info',
  };
}
