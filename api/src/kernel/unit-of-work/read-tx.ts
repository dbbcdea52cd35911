import type { Run } from '../database/run.js';

/** A read under somebody's row-level security. It has no way to write. */
export class ReadTx {
  constructor(
    private readonly run: Run,
    /** Market time when the read began. */
    readonly now: Date,
  ) {}

  /** Runs SQL and answers its rows. bigint columns are bigint. */
  async query<Row = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return this.run<Row>(sql, params);
  }
}
