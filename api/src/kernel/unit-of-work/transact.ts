import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { inOneWrite, type Run } from '../database/run.js';
import type { Statement } from './statement.js';

/** What a transaction answers, and what it still writes in the packet of its commit. */
export interface Ending<R> {
  result: R;
  closing: readonly Statement[];
}

/**
 * One transaction in as few waits as may be: it begins in one packet with `opening`, whose rows `work` is given, and
 * commits in one packet with what `work` leaves to be written. READ COMMITTED: a statement behind another in a packet sees
 * what that one waited for.
 */
export async function transact<R>(
  source: DataSource,
  opening: readonly Statement[],
  work: (run: Run, opened: readonly unknown[][]) => Promise<Ending<R>>,
): Promise<R> {
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.PoolClient;
    try {
      const [, ...opened] = await together(client, ['begin', ...opening]);
      const { result, closing } = await work(
        runOf(client),
        opened.map(({ rows }) => rows),
      );
      const ended = await together(client, [...closing, 'commit']);
      // A commit of a transaction that has failed answers ROLLBACK and no error.
      if (ended.at(-1)?.command !== 'COMMIT') throw new Error('a transaction was not committed');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

const together = (
  client: pg.PoolClient,
  statements: readonly (Statement | string)[],
): Promise<pg.QueryResult<Record<string, unknown>>[]> =>
  inOneWrite(client, () => Promise.all(statements.map((each) => client.query(each as string))));

const runOf =
  (client: pg.PoolClient): Run =>
  async <Row>(sql: string, params: readonly unknown[] = []) =>
    (await client.query(sql, params as unknown[])).rows as Row[];
