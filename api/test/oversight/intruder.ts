import pg from 'pg';
import type { Check } from '../../src/modules/oversight/domain/check.js';
import { runChecks } from '../../src/modules/oversight/persistence/run-checks.js';

/** A superuser who has switched every trigger off, as an intruder with the disk could. */
export class Intruder {
  private constructor(private readonly client: pg.Client) {}

  static async enter(superuserUrl: string): Promise<Intruder> {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query(`set session_replication_role = replica`);
    return new Intruder(client);
  }

  async leave(): Promise<void> {
    await this.client.end();
  }

  /** Plants errors, audits what then stands there, and takes them back. Answers the codes found. */
  async codesAfter(...plant: string[]): Promise<Set<string>> {
    return this.codesIn(undefined, ...plant);
  }

  /** Takes the exclusion constraint down for good, so that overlapping slices can be stored. */
  async openWalls(): Promise<void> {
    await this.client.query('alter table slice drop constraint if exists slice_one_owner');
  }

  /** As `codesAfter`, by some of the checks only. */
  async codesIn(checks: readonly Check[] | undefined, ...plant: string[]): Promise<Set<string>> {
    await this.client.query('begin');
    try {
      await this.client.query(`select set_config('app.market', 'on', true)`);
      for (const sql of plant) {
        const { rowCount, command } = await this.client.query(sql);
        // A plant that touches nothing would let a blind check pass.
        if (['UPDATE', 'DELETE', 'INSERT'].includes(command) && !rowCount)
          throw new Error(`planted nothing: ${sql}`);
      }
      const query = async (sql: string) => (await this.client.query<Record<string, unknown>>(sql)).rows;
      const report = await runChecks(query, { depth: 'full', about: 'data', ...(checks && { checks }) });
      return new Set(report.findings.map((finding) => finding.code));
    } finally {
      await this.client.query('rollback');
    }
  }
}
