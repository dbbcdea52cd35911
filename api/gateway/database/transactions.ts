import type pg from 'pg';
import { rowsOf } from './pool.js';
import { type Origin, Unit } from './unit.js';

/** Told after each commit what it left to be done: webhooks to send, jobs to wait for. */
export type AfterCommit = (unit: Unit) => void;

/** Looks, before any work counts, whether the work is to be done at all; throws when it is not. */
export type Claim = (client: pg.ClientBase) => Promise<void>;

async function commit(client: pg.ClientBase, unit: Unit): Promise<void> {
  const sent = unit.takeWrites().map((statement) => rowsOf(client, statement));
  const committed = client.query({ name: 'commit', text: 'COMMIT' });
  const outcomes = await Promise.allSettled([...sent, committed]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  // PostgreSQL answers a COMMIT of a failed transaction with ROLLBACK, and with no error.
  if ((await committed).command !== 'COMMIT') throw new Error('the transaction did not commit');
}

/** Runs pieces of work, each in one transaction of its own (READ COMMITTED and row locks). */
export class Transactions {
  constructor(
    readonly pool: pg.Pool,
    private readonly afterCommit: AfterCommit,
  ) {}

  /**
   * Runs the work and commits what its unit gathered; whatever it throws rolls back and is thrown on.
   * @param claim runs beside the work's first reads; when it throws, nothing is written
   */
  async run<Result>(origin: Origin, work: (unit: Unit) => Promise<Result>, claim?: Claim): Promise<Result> {
    const client = await this.pool.connect();
    let broken = false;
    try {
      const begun = client.query('BEGIN');
      const claimed = Promise.all([begun, claim?.(client)]);
      claimed.catch(() => undefined);
      const unit = new Unit(client, origin, claimed);
      const result = await work(unit);
      await claimed;
      await commit(client, unit);
      this.afterCommit(unit);
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
