import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Depth, Report } from '../domain/check.js';
import { type Query, runChecks, snapshotSql } from './run-checks.js';

const lockKey = 7_240_640_002;
const progressEveryMs = 250;

const tellSql = `
  with followed as (
    update job_progress set state = 'running', done = $2, total = $3, updated_at = clock_timestamp() where id = $1)
  update reconciliation set done = $2, total = $3 where id = $1`;

/** Runs the checks from inside a process of the market, one run at a time over all processes, and tells how far it is. */
@Injectable()
export class MarketAuditor {
  constructor(private readonly source: DataSource) {}

  async run(id: string, depth: Depth): Promise<Report> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock($1)', [lockKey]);
      try {
        // The snapshot is taken after the wait, so that it is as fresh as the run.
        for (const sql of snapshotSql) await runner.query(sql);
        const query: Query = (sql) => runner.query(sql);
        const report = await runChecks(query, { depth, about: 'all', onProgress: this.teller(id) });
        await runner.query('commit');
        return report;
      } catch (error) {
        await runner.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
      }
    } finally {
      await runner.release();
    }
  }

  /** Progress goes out on a connection of its own, since the snapshot's may not write. */
  private teller(id: string): (done: number, total: number) => Promise<void> {
    let told = 0;
    return async (done, total) => {
      if (performance.now() - told < progressEveryMs && done < total) return;
      told = performance.now();
      await this.source.query(tellSql, [id, done, total]);
      const notice = JSON.stringify({ topic: `job:${id}`, data: { state: 'running', done, total } });
      await this.source.query(`select pg_notify('live', $1)`, [notice]);
    };
  }
}
