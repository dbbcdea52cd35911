import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** Runs SQL on a connection with UTC and our types; answers its rows. */
export type Run = <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;

export const runOn =
  (manager: Pick<EntityManager, 'query'>): Run =>
  (sql, params = []) =>
    manager.query(sql, params as unknown[]);

/**
 * One transaction with the whole market in sight, for what our own processes keep and send: nobody commands it, so it
 * leaves no row in the audit log. What people command goes through `UnitOfWork`.
 */
export async function inMarket<R>(source: DataSource, work: (run: Run) => Promise<R>): Promise<R> {
  return source.transaction(async (manager) => {
    await manager.query(`select set_config('app.market', 'on', true)`);
    return work(runOn(manager));
  });
}

/** Lets statements that are sent together leave in one packet: a system call each costs more than most of them. */
export function inOneWrite<R>(client: pg.PoolClient, send: () => R): R {
  const { stream } = client.connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
