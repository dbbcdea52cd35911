import type { EntityManager, QueryRunner } from 'typeorm';

/** A read under somebody's row-level security. It has no way to write. */
export class ReadTx {
  constructor(
    private readonly runner: QueryRunner,
    /** Market time when the read began. */
    readonly now: Date,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Runs SQL and answers its rows. bigint columns are bigint. */
  async query<Row = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.runner.query(sql, params as unknown[], true);
    return result.records as Row[];
  }
}
