import pg from 'pg';
import type { Statement } from './table.js';
import type { Log } from '../log.js';

const INT8 = 20;

/** int8 arrives as bigint; everything else as `pg` reads it. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === INT8 ? (text: string) => BigInt(text) : pg.types.getTypeParser(oid, format)) as never,
};

/**
 * The gateway's own connections. Statements sent without waiting travel together (`pipeline`), so a whole
 * request costs two waits: one to look, one to write and commit.
 */
export function createPool(url: string, size: number, log: Log): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    pipeline: true,
    application_name: 'muheng-gateway',
    options: '-c lock_timeout=5s -c idle_in_transaction_session_timeout=60s -c timezone=UTC',
  });
  // Without a listener a connection that dies while idle would end the process.
  pool.on('error', (error) => log.warn({ error: error.message }, 'an idle database connection died'));
  // The same for one that dies while it is in use: its queries fail, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs one statement and gives its rows. */
export async function rowsOf<Row>(on: pg.Pool | pg.ClientBase, statement: Statement): Promise<Row[]> {
  const { name, text, values } = statement;
  const result = await on.query({ name, text, values: [...values] });
  return result.rows as Row[];
}

/** Sends statements in one go and waits for all; the first that failed is the error, the others follow from it. */
export async function sendAll(on: pg.ClientBase, statements: readonly Statement[]): Promise<void> {
  const outcomes = await Promise.allSettled(statements.map((statement) => rowsOf(on, statement)));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

/** PostgreSQL's code of an error, such as 23505; undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
