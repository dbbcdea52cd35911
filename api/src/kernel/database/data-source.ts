import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import type { Config } from '../config.js';
import { PlanningClient } from './planning-client.js';

export type DatabaseRole = 'muheng_api' | 'muheng_worker' | 'muheng_reconciler';

const int8 = 20;
const date = 1082;
/** bigint arrives as bigint and a date as its text, on our connections only; other users of pg keep its defaults. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return BigInt;
    if (oid === date) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

/** Options that every connection of the market has: its role (which owns nothing), its limits, its types. */
export function connectionOptions(url: string, role: DatabaseRole | null, pool: number) {
  const settings = [
    ...(role ? [`-c role=${role}`] : []),
    '-c statement_timeout=30000',
    '-c idle_in_transaction_session_timeout=30000',
    '-c lock_timeout=10000',
    '-c timezone=UTC',
  ];
  return { connectionString: url, max: pool, options: settings.join(' '), types, keepAlive: true };
}

/** A TypeORM data source that acts as `role`; with null it is the migrator and owns the schema. */
export function createDataSource(url: string, role: DatabaseRole | null, pool: number): DataSource {
  const { connectionString, max, options, types: parsers } = connectionOptions(url, role, pool);
  return new DataSource({
    type: 'postgres',
    url: connectionString,
    migrations: role === null ? migrations : [],
    synchronize: false,
    migrationsTransactionMode: 'each',
    extra: {
      max,
      options,
      types: parsers,
      keepAlive: true,
      // What is sent without waiting travels together (transact.ts).
      ...(role && { Client: PlanningClient, pipeline: true }),
    },
  });
}

const attemptsMax = 3;
const patienceMs = 1_000;

/** Opens the connections of a server. PostgreSQL may be starting at the same moment: it is asked three times. */
export async function connect(config: Config, role: DatabaseRole): Promise<DataSource> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await createDataSource(config.DATABASE_URL, role, config.DATABASE_POOL).initialize();
    } catch (error) {
      if (attempt === attemptsMax) throw error;
      await sleep(patienceMs);
    }
  }
}
