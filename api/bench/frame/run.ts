import { existsSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import pg from 'pg';
import type { Bench, BenchMarket, DatabaseUrls, MarketOptions, Measurement } from './bench.js';
import { type Calibration, calibrate } from './calibrate.js';

/** What the launcher gives: a durable PostgreSQL, and markets and databases on it. */
export interface Ground {
  superuserUrl: string;
  market: (options: MarketOptions) => Promise<BenchMarket>;
  database: () => Promise<DatabaseUrls>;
  chromium: () => Promise<string>;
  say: (line: string) => void;
}

export interface BenchReport {
  machine: { cores: number; node: string; postgres: string; queue: 'postgres' | 'redis' };
  calibration: Calibration | null;
  results: Record<string, Record<string, unknown>>;
}

const folder = new URL('../', import.meta.url);

/** Names of all measurements: the folders beside the frame's. */
export const benchNames = (): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && existsSync(new URL(`${each.name}/index.js`, folder)))
    .map((each) => each.name)
    .sort();

/** Takes the named figures one after the other. What could not be taken is null, with the reason. */
export async function runBenches(names: readonly string[], ground: Ground): Promise<BenchReport> {
  const report: BenchReport = { machine: await describeMachine(ground), calibration: null, results: {} };
  for (const name of names) {
    const { figures, measure } = (await import(new URL(`${name}/index.js`, folder).href)) as Measurement;
    const markets: BenchMarket[] = [];
    const bench: Bench = {
      calibration: async () => (report.calibration ??= await calibrate(ground.superuserUrl, ground.say)),
      market: async (options = {}) => {
        const market = await ground.market(options);
        markets.push(market);
        return market;
      },
      database: ground.database,
      chromium: ground.chromium,
      say: (line) => ground.say(`${name}: ${line}`),
    };
    try {
      report.results[name] = await measure(bench);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      ground.say(`${name}: ${error instanceof Error ? (error.stack ?? why) : why}`);
      report.results[name] = { ...figures, why };
    } finally {
      for (const market of markets) await market.stop();
    }
  }
  return report;
}

/** Whether every figure was taken. */
export const isWhole = (report: BenchReport): boolean => !JSON.stringify(report.results).includes('"why":');

async function describeMachine({ superuserUrl }: Ground): Promise<BenchReport['machine']> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  await client.end();
  return {
    cores: cpus().length,
    node: process.versions.node,
    postgres: rows[0]?.version ?? '',
    queue: process.env['REDIS_URL'] ? 'redis' : 'postgres',
  };
}

/** The report for people: one line a figure. */
export function describeReport({ machine, calibration, results }: BenchReport): string {
  const lines: string[] = [];
  const write = (name: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) write(name === '' ? key : `${name}.${key}`, each);
    else lines.push(`${name.padEnd(36)} ${String(value)}`);
  };
  write('machine', machine);
  write('calibration', calibration);
  write('', results);
  return lines.join('\n');
}
