import { randomUUID } from 'node:crypto';
import type { ReadTx, UnitOfWork } from '@muheng/api/core';
import { Logger } from '@nestjs/common';
import { isJobName, type JobRequest, payloadFor, sweptId } from '../queue/job-request.js';
import type { MarketQueue } from '../queue/market-queue.js';
import type { TroubledJobs } from '../queue/troubled-jobs.js';
import { Repeating } from './repeating.js';

const everyMs = 30_000;
/** Market time may be a settable clock that runs at another pace: look at least this often at what comes next. */
const lookAheadMaxMs = 30_000;
const rearmMs = 200;
const dueMax = 2_000;

interface DueRow {
  job: string;
  subject_id: string;
  due_at: Date;
}

/** What fell due between a command and the look at what comes next must not wait for the half minute. */
const justMissed = '500 ms';

/** How long until the next thing falls due, in ms of market time; negative when it just has. */
async function nextDue(tx: ReadTx, since: string): Promise<number | null> {
  const [next] = await tx.query<{ ms: number | null }>(
    `select (extract(epoch from min(due_at) - app_now()) * 1000)::float8 as ms
     from due_work where due_at > app_now() - $1::interval and job ~ '^(listing|trade|alert)'`,
    [since],
  );
  return next?.ms ?? null;
}

/**
 * Derives everything due from the market itself (architecture §7), so that a lost queue loses nothing: every 30 s,
 * when told to, and at the very instant at which the next thing falls due. Two workers make the same jobs with the
 * same ids, which the queue takes once.
 */
export class Sweeper {
  private readonly log = new Logger('Sweeper');
  private readonly loop = new Repeating(everyMs, () => this.sweep());
  private next: NodeJS.Timeout | undefined;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queue: MarketQueue,
    private readonly troubled: TroubledJobs,
  ) {}

  start(): void {
    this.loop.start();
  }

  poke(): void {
    this.loop.poke();
  }

  /** Looks soon at what comes next, without deriving anything: pokes in a burst are one look. */
  rearm(): void {
    this.looking ??= setTimeout(() => {
      this.looking = undefined;
      void this.unitOfWork.readMarket((tx) => nextDue(tx, justMissed)).then(
        (ms) => this.arm(ms),
        () => undefined,
      );
    }, rearmMs);
  }

  async stop(): Promise<void> {
    clearTimeout(this.next);
    clearTimeout(this.looking);
    await this.loop.stop();
  }

  private async sweep(): Promise<void> {
    const { due, nextInMs } = await this.look();
    const requests = [...due.flatMap((row) => this.requestOf(row)), ...(await this.troubled.again())];
    await this.queue.add(requests);
    this.arm(nextInMs);
  }

  private async look(): Promise<{ due: DueRow[]; nextInMs: number | null }> {
    return this.unitOfWork.readMarket(async (tx) => {
      const due = await tx.query<DueRow>(
        'select job, subject_id, due_at from due_work where due_at <= app_now() order by due_at limit $1',
        [dueMax],
      );
      return { due, nextInMs: await nextDue(tx, '0 s') };
    });
  }

  private requestOf({ job, subject_id: subjectId, due_at: dueAt }: DueRow): JobRequest[] {
    if (!isJobName(job)) {
      this.log.error(`due_work names ${job}, which is no job`);
      return [];
    }
    const payload = payloadFor(job, subjectId, `sweep-${randomUUID()}`);
    return [{ id: sweptId(job, subjectId, dueAt), job, payload }];
  }

  /** A close happens when it is due, not when the half minute is over. */
  private arm(nextInMs: number | null): void {
    clearTimeout(this.next);
    if (nextInMs === null || nextInMs > lookAheadMaxMs || this.loop.stopped) return;
    this.next = setTimeout(() => this.poke(), Math.max(1, Math.ceil(nextInMs)));
  }
}
