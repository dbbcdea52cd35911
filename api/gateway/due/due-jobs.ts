import { rowsOf } from '../database/pool.js';
import type { Transactions } from '../database/transactions.js';
import type { JobKind, Origin, Unit } from '../database/unit.js';
import { API_VERSION } from '../domain/api-version.js';
import { pruneAnswers } from '../http/idempotency.js';
import type { Log } from '../log.js';
import { expireHold } from '../payments/end-intent.commands.js';
import { debitSettles, transferArrives } from '../payments/outside.js';
import { refundFails, refundSettles } from '../payments/refunds.commands.js';
import type { Surroundings } from '../resources/command.js';
import { payoutSettles } from '../resources/payouts.commands.js';

interface Job {
  readonly id: bigint;
  readonly kind: JobKind;
  readonly subject: string;
}

type Handler = (unit: Unit, subject: string, around: Surroundings) => Promise<unknown>;

/** What each kind of job does. All of them look again whether there is anything to do. */
const HANDLERS: Readonly<Record<JobKind, Handler>> = {
  'hold-expires': expireHold,
  'debit-settles': debitSettles,
  'refund-settles': refundSettles,
  'refund-fails': refundFails,
  'payout-settles': (unit, subject) => payoutSettles(unit, subject),
  'transfer-arrives': (unit, subject, around) =>
    transferArrives(unit, subject, { amount: undefined, reference: null }, around),
};

/** Nobody asked: it happened by itself. */
export const BY_ITSELF: Origin = { request: null, idempotencyKey: null, apiVersion: API_VERSION };

const POLL_MS = 2_000;
const PRUNE_MS = 600_000;
const LATER_MS = 60_000;

/** Does what is due: one job, one transaction. Several processes may do so side by side. */
export class DueJobs {
  private working: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly around: Surroundings,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timers.push(setInterval(() => this.wake(), POLL_MS));
    this.timers.push(setInterval(() => void this.prune(), PRUNE_MS));
    this.wake();
  }

  /** A job will be due then; jobs far away are found by looking now and then. */
  expect(due: Date): void {
    const wait = due.getTime() - Date.now();
    if (wait < POLL_MS) setTimeout(() => this.wake(), Math.max(0, wait) + 1).unref();
  }

  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.working ??= this.work();
  }

  private async work(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        while (!this.stopped && (await this.doNext()));
      }
    } catch (error) {
      this.log.warn({ error: String(error) }, 'due jobs could not be looked up; they will be, in a moment');
    } finally {
      this.working = undefined;
    }
  }

  /** @returns false when nothing is due */
  private doNext(): Promise<boolean> {
    let current: Job | undefined;
    const done = this.transactions.run(BY_ITSELF, async (unit) => {
      const [job] = await unit.read<Job>({
        name: 'due_job.next',
        text: `SELECT id, kind, subject FROM gateway.due_job WHERE due <= $1
          ORDER BY due, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        values: [new Date()],
      });
      if (!job) return false;
      current = job;
      await HANDLERS[job.kind](unit, job.subject, this.around);
      unit.write({
        name: 'due_job.done',
        text: 'DELETE FROM gateway.due_job WHERE id = $1',
        values: [job.id],
      });
      return true;
    });
    return done.catch(async (error: unknown) => {
      if (!current) throw error;
      await this.postpone(current, error);
      return true;
    });
  }

  /** A job that fails must not stop those behind it. */
  private async postpone(job: Job, error: unknown): Promise<void> {
    this.log.error(
      { job: job.kind, subject: job.subject, err: error },
      'a due job failed; it waits a minute',
    );
    await rowsOf(this.transactions.pool, {
      name: 'due_job.postpone',
      text: 'UPDATE gateway.due_job SET due = $2 WHERE id = $1',
      values: [job.id, new Date(Date.now() + LATER_MS)],
    });
  }

  private async prune(): Promise<void> {
    try {
      await rowsOf(this.transactions.pool, pruneAnswers(new Date()));
    } catch (error) {
      this.log.warn({ error: String(error) }, 'old idempotency keys were not pruned');
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.working;
  }
}
