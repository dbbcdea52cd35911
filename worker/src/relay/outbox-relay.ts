import { setTimeout as sleep } from 'node:timers/promises';
import { type DataSource, failpoint } from '@muheng/api/core';
import { Logger } from '@nestjs/common';
import { isJobName } from '../queue/job-request.js';
import type { MarketQueue } from '../queue/market-queue.js';
import { Repeating } from '../schedules/repeating.js';

const batch = 200;
const pollMs = 1_000;
/** Once so much is under way that nobody is waiting for the next job's first step, rows gather for so long. */
const crowd = 4;
const gatherMs = 30;

interface OutboxRow {
  id: string;
  job: string;
  payload: Record<string, unknown>;
}

/**
 * Outbox → queue. A row leaves the outbox in the transaction that has put it into the queue. Dead in between, it is
 * put there again: the same id makes it the same job, and the same key makes its command happen once. Two relays
 * never take the same row.
 */
export class OutboxRelay {
  private readonly log = new Logger('Relay');
  private readonly loop = new Repeating(pollMs, () => this.drain());

  constructor(
    private readonly source: DataSource,
    private readonly queue: MarketQueue,
  ) {}

  start(): void {
    this.loop.start();
  }

  /** There is news in the outbox. */
  poke(): void {
    this.loop.poke();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
  }

  private async drain(): Promise<void> {
    let moved = batch;
    while (moved === batch && !this.loop.stopped) moved = await this.moveBatch();
    if (this.queue.busy >= crowd) await sleep(gatherMs);
  }

  private async moveBatch(): Promise<number> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      const rows: OutboxRow[] = await runner.query(
        'select id, job, payload from outbox order by seq for update skip locked limit $1',
        [batch],
      );
      if (rows.length > 0) {
        await this.queue.addTogether(
          rows.flatMap((row) => (isJobName(row.job) ? [{ ...row, job: row.job }] : [])),
        );
        for (const row of rows) {
          if (!isJobName(row.job))
            this.log.error(`The outbox asks for ${row.job}, which is no job: ${row.id}`);
        }
        failpoint('relay:before-delete');
        await runner.query('delete from outbox where id = any($1::uuid[])', [rows.map((row) => row.id)]);
      }
      await runner.commitTransaction();
      return rows.length;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
