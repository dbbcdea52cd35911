import type { Calibration } from './calibrate.js';

/** The addresses of one database, a role each. */
export interface DatabaseUrls {
  owner: string;
  api: string;
  worker: string;
  reconciler: string;
  superuser: string;
}

export type ServerName = 'api' | 'worker' | 'gateway' | 'api-2' | 'worker-2';

/** A whole market (gateway, api, worker) on a database of its own; api and worker are real processes. */
export interface BenchMarket {
  address: string;
  /** Of the second api, where there is one. */
  secondAddress: string | null;
  urls: DatabaseUrls;
  kill: (name: ServerName, signal?: NodeJS.Signals) => Promise<void>;
  logOf: (name: ServerName) => string;
  /** Process ids by part, to read memory from. */
  pidOf: (name: ServerName) => number | undefined;
  stop: () => Promise<void>;
}

export interface MarketOptions {
  mode?: 'live' | 'demo' | 'practice';
  env?: Record<string, string>;
  /** A second api and a second worker besides, as compose runs them. */
  second?: boolean;
  /** Between migration and start. */
  prepare?: (urls: DatabaseUrls) => Promise<void>;
}

/** What a measurement is given. Everything runs on one durable PostgreSQL (fsync and synchronous commit on). */
export interface Bench {
  /** What the machine's PostgreSQL does naively, measured once a run: ratios are taken to this. */
  calibration: () => Promise<Calibration>;
  /** A market on an empty database; stopped by the frame after the measurement at the latest. */
  market: (options?: MarketOptions) => Promise<BenchMarket>;
  /** The path of a Chromium; one is fetched where there is none. */
  chromium: () => Promise<string>;
  /** A database without a market, migrated. */
  database: () => Promise<DatabaseUrls>;
  /** One line of progress. */
  say: (line: string) => void;
}

/** `api/bench/<name>/index.ts` exports this. */
export interface Measurement {
  /** Every figure, null: what is shown when it cannot be taken. */
  figures: Record<string, unknown>;
  measure: (bench: Bench) => Promise<Record<string, unknown>>;
}

/** Takes a part of the figures; when it cannot be taken, all of them are null, with the reason. */
export async function take<T extends object>(
  empty: { [K in keyof T]: null },
  work: () => Promise<T>,
): Promise<T | ({ [K in keyof T]: null } & { why: string })> {
  try {
    return await work();
  } catch (error) {
    return { ...empty, why: error instanceof Error ? error.message : String(error) };
  }
}
