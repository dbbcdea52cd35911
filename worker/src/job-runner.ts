import { RaiseAlert, Refusal, systemActor } from '@muheng/api/core';
import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import { Logger } from '@nestjs/common';
import type { Registry } from './handlers/registry.js';
import type { Figures } from './health/figures.js';
import { isJobName, type JobRequest, type MarketJob } from './queue/job-request.js';
import type { Trouble, TroubledJobs } from './queue/troubled-jobs.js';

/** Refusals that say "not now": the job is tried again. Any other refusal is an answer: there is nothing to do. */
const passing = new Set<string>(['request.in-progress', 'internal.unavailable', 'payment.unavailable']);

/** Runs one job of the queue, and keeps count of those that kill or fail their worker. */
export class JobRunner {
  private readonly log = new Logger('Jobs');

  constructor(
    private readonly registry: Registry,
    private readonly troubled: TroubledJobs,
    private readonly alerts: RaiseAlert,
    private readonly figures: Figures,
  ) {}

  /** Throws what should be tried again; the queue then does so with growing pauses. */
  async process(job: MarketJob): Promise<void> {
    if (!isJobName(job.name)) throw new Error(`the queue holds ${job.name}, which is no job`);
    const request = { id: String(job.id), job: job.name, payload: job.data };
    const started = performance.now();
    const trouble = request.job === 'worker.probe' ? null : await this.troubled.find(request.id);
    if (await this.isQuarantined(request, trouble, job.stalledCounter)) return;
    try {
      await this.runOnce(request);
      if (trouble) await this.troubled.forget(request.id);
      this.figures.note(request.job, (performance.now() - started) / 1000, true);
    } catch (error) {
      this.figures.note(request.job, (performance.now() - started) / 1000, false);
      this.log.error({
        msg: 'A job failed',
        job: request.job,
        jobId: request.id,
        requestId: requestIdOf(request),
        err: error,
      });
      if (!(await this.troubled.noteFailure(request, String(error)))) throw error;
      await this.raise(request);
    }
  }

  private async runOnce(request: JobRequest): Promise<void> {
    try {
      await this.registry.run(request.id, request.job, request.payload);
      this.log.debug({
        msg: 'A job is done',
        job: request.job,
        jobId: request.id,
        requestId: requestIdOf(request),
      });
    } catch (error) {
      if (!(error instanceof Refusal) || passing.has(error.code)) throw error;
      this.log.log({ msg: 'A job had nothing to do', job: request.job, jobId: request.id, code: error.code });
    }
  }

  private async isQuarantined(
    request: JobRequest,
    trouble: Trouble | null,
    deaths: number,
  ): Promise<boolean> {
    if (trouble?.quarantined) return true;
    if (deaths <= (trouble?.deaths ?? 0)) return false;
    if (!(await this.troubled.noteDeath(request, deaths))) return false;
    await this.raise(request);
    return true;
  }

  private async raise(request: JobRequest): Promise<void> {
    this.log.error({ msg: 'A job is quarantined', job: request.job, jobId: request.id });
    const context = { actor: systemActor, key: request.id, requestId: requestIdOf(request) };
    await this.alerts.execute(context, {
      code: 'JOB_QUARANTINED',
      severity: 'high',
      subjectType: 'job',
      subjectId: request.id,
      partyId: null,
      regionCode: regionDepartmentCode,
      evidence: { job: request.job },
    });
  }
}

const requestIdOf = ({ payload }: JobRequest): string =>
  typeof payload['requestId'] === 'string' ? payload['requestId'] : 'none';
