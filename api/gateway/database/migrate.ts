import pg from 'pg';
import { MIGRATIONS } from './migrations.js';

/** Any number that no other program takes: two gateways starting at once migrate one after the other. */
const LOCK = 7_320_518_001;

/**
 * Creates schema `gateway` and brings it up to date. Safe to run at every start and by several at once.
 * @param url PostgreSQL, as a role that may create a schema
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query('SET client_min_messages = warning');
    await client.query('CREATE SCHEMA IF NOT EXISTS gateway');
    await client.query('CREATE TABLE IF NOT EXISTS gateway.migration (number integer PRIMARY KEY)');
    const { rows } = await client.query<{ done: number }>(
      'SELECT count(*)::int AS done FROM gateway.migration',
    );
    const done = rows[0]?.done ?? 0;
    for (const [index, sql] of MIGRATIONS.entries()) {
      if (index < done) continue;
      // One simple query is one transaction: a migration happens whole or not at all.
      await client.query(`BEGIN; ${sql}; INSERT INTO gateway.migration VALUES (${index + 1}); COMMIT`);
    }
  } finally {
    await client.end();
  }
}
