import pg from 'pg';
import type { Report } from '../domain/check.js';
import { runChecks, type RunOptions, snapshotSql } from './run-checks.js';
import type { Query } from './screens.js';

/**
 * Audits the market at `url` from one snapshot on a connection of its own. The role behind the address needs to read
 * every table: the owner, `muheng_reconciler`, `muheng_api` or a superuser.
 */
export async function audit(url: string, options: Partial<RunOptions> = {}): Promise<Report> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const sql of snapshotSql) await client.query(sql);
    const query: Query = async (sql) => (await client.query<Record<string, unknown>>(sql)).rows;
    return await runChecks(query, { depth: 'full', about: 'all', ...options });
  } finally {
    await client.end();
  }
}
