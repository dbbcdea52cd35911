import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Depth, Report } from '../domain/check.js';
import { allChecks } from './all-checks.js';
import { freshChecks } from './checks/fresh.checks.js';
import { readMark, type SeenLedger, seeLedger } from './ledger-mark.repository.js';
import { runChecks, snapshotSql } from './run-checks.js';
import type { Query } from './screens.js';

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

  /** Answers what differs, and what was seen, which becomes the mark when the ledger agrees. */
  async run(id: string, depth: Depth): Promise<{ report: Report; seen: SeenLedger }> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock($1)', [lockKey]);
      try {
        // The snapshot is taken after the wait, so that it is as fresh as the run.
        for (const sql of snapshotSql) await runner.query(sql);
        const query: Query = (sql) => runner.query(sql);
        const seen = await seeLedger(query);
        // A full run reads it all; the minute's goes on from where the last one left the journal.
        const mark = depth === 'short' ? await readMark(query) : null;
        const checks = [...allChecks, ...(mark ? freshChecks(mark) : [])];
        const report = await runChecks(query, { depth, about: 'all', checks, onProgress: this.teller(id) });
        await runner.query('commit');
        return { report, seen };
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
