import type { MarketQueue } from '../queue/market-queue.js';
import type { TroubledJobs } from '../queue/troubled-jobs.js';

const bucketsSeconds = [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30];

interface Timing {
  counts: number[];
  sum: number;
  done: number;
  failed: number;
}

/** Figures for whoever runs the market, in Prometheus' text form. */
export class Figures {
  private readonly byJob = new Map<string, Timing>();

  constructor(
    private readonly queue: MarketQueue,
    private readonly troubled: TroubledJobs,
  ) {}

  note(job: string, seconds: number, ok: boolean): void {
    const timing = this.byJob.get(job) ?? { counts: bucketsSeconds.map(() => 0), sum: 0, done: 0, failed: 0 };
    this.byJob.set(job, timing);
    timing.sum += seconds;
    if (ok) timing.done += 1;
    else timing.failed += 1;
    for (const [i, limit] of bucketsSeconds.entries())
      if (seconds <= limit) timing.counts[i] = (timing.counts[i] ?? 0) + 1;
  }

  async render(): Promise<string> {
    const lines = [
      '# HELP muheng_job_seconds Time to do a job, by job',
      '# TYPE muheng_job_seconds histogram',
    ];
    for (const [job, { counts, sum, done, failed }] of this.byJob) {
      for (const [i, limit] of bucketsSeconds.entries())
        lines.push(`muheng_job_seconds_bucket{job="${job}",le="${limit}"} ${counts[i] ?? 0}`);
      lines.push(`muheng_job_seconds_bucket{job="${job}",le="+Inf"} ${done + failed}`);
      lines.push(
        `muheng_job_seconds_sum{job="${job}"} ${sum}`,
        `muheng_job_seconds_count{job="${job}"} ${done + failed}`,
      );
      lines.push(`muheng_job_failures_total{job="${job}"} ${failed}`);
    }
    lines.push('# TYPE muheng_queue_jobs gauge');
    for (const [state, n] of Object.entries(await this.queue.counts()))
      lines.push(`muheng_queue_jobs{state="${state}"} ${n}`);
    lines.push(`muheng_quarantined_jobs ${await this.troubled.quarantined()}`);
    lines.push(`process_resident_memory_bytes ${process.memoryUsage.rss()}`);
    return `${lines.join('\n')}\n`;
  }
}
