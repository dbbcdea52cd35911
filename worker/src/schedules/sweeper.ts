import { randomUUID } from 'node:crypto';
import { type RaiseAlert, systemActor } from '@muheng/api/core';
import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import { Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { isJobName, type JobRequest, payloadFor, sweptId } from '../queue/job-request.js';
import type { MarketQueue } from '../queue/market-queue.js';
import type { TroubledJobs } from '../queue/troubled-jobs.js';
import type { DueRow, DueWork } from './due-work.js';
import { Repeating } from './repeating.js';
import { StuckWork } from './stuck-work.js';

const everyMs = 30_000;
/** Market time may be a settable clock that runs at another pace: look at least this often at what comes next. */
const lookAheadMaxMs = 30_000;
const rearmMs = 200;
/** A look at a busy market takes long: what a look took is waited for so many times before the next. */
const restAfterLook = 10;
/** What fell due between a command and the look at what comes next must not wait for the half minute. */
const justMissedMs = 500;

/**
 * Derives everything due from the market itself (architecture §7), so that a lost queue loses nothing: every 30 s,
 * when told to, and at the very instant at which the next thing falls due. Two workers make the same jobs with the
 * same ids, which the queue takes once.
 */
export class Sweeper {
  private readonly log = new Logger('Sweeper');
  private readonly loop = new Repeating(everyMs, () => this.sweep());
  private readonly stuck = new StuckWork();
  private alarm: { at: number; timer: NodeJS.Timeout } | null = null;
  private looking: NodeJS.Timeout | undefined;
  private tookMs = 0;

  constructor(
    private readonly dueWork: DueWork,
    private readonly queue: MarketQueue,
    private readonly troubled: TroubledJobs,
    private readonly alerts: Pick<RaiseAlert, 'execute'>,
  ) {}

  start(): void {
    this.loop.start();
  }

  poke(): void {
    this.loop.poke();
  }

  /** Looks soon at what comes next, without deriving anything: pokes in a burst are one look. */
  rearm(): void {
    this.looking ??= setTimeout(
      () => void this.look().catch(() => undefined),
      Math.max(rearmMs, this.tookMs * restAfterLook),
    );
  }

  private async look(): Promise<void> {
    this.looking = undefined;
    const began = performance.now();
    this.arm(await this.dueWork.next(`${justMissedMs + this.tookMs * restAfterLook} ms`));
    this.tookMs = performance.now() - began;
  }

  async stop(): Promise<void> {
    clearTimeout(this.alarm?.timer);
    clearTimeout(this.looking);
    await this.loop.stop();
    await this.dueWork.close();
  }

  private async sweep(): Promise<void> {
    const due = await this.dueWork.due();
    await this.queue.add([...due.flatMap((row) => this.requestOf(row)), ...(await this.troubled.again())]);
    this.arm(await this.dueWork.next('0 s'));
    for (const row of this.stuck.note(due, performance.now())) await this.tell(row);
  }

  private async tell({ job, subject_id: subjectId, due_at: dueAt }: DueRow): Promise<void> {
    this.log.error({ msg: 'Work stays due', job, subjectId, dueAt });
    const context = { actor: systemActor, key: uuidv7(), requestId: 'sweep' };
    await this.alerts.execute(context, {
      code: 'WORK_STUCK',
      severity: 'medium',
      subjectType: job,
      subjectId,
      partyId: null,
      regionCode: regionDepartmentCode,
      evidence: { job, dueAt: dueAt.toISOString() },
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

  /** A close happens when it is due, not when the half minute is over. The earlier alarm stays: it only looks. */
  private arm(inMs: number | null): void {
    if (inMs === null || inMs > lookAheadMaxMs || this.loop.stopped) return;
    const at = performance.now() + inMs;
    if (this.alarm && this.alarm.at <= at) return;
    clearTimeout(this.alarm?.timer);
    const ring = (): void => {
      this.alarm = null;
      this.poke();
    };
    this.alarm = { at, timer: setTimeout(ring, Math.max(1, Math.ceil(inMs))) };
  }
}
