import { type DataSource, Lane } from '@muheng/api/core';
import type { JobRequest } from './job-request.js';

export interface Trouble {
  deaths: number;
  failures: number;
  quarantined: boolean;
}

/** A job whose worker died this often, or that failed this often, is run no more until somebody looks. */
const usualLimits = { deathsMax: 5, failuresMax: 50 };
/** Wall-clock wait before a job that used up its attempts is tried again. */
const againAfter = '30 s';

/**
 * Our own count of deaths and failures (architecture §7): BullMQ gives a job up after its own idea of too many, and
 * forgets both with the job. The state that made the job due stays in the market, whatever happens here.
 */
export class TroubledJobs {
  /** Every job asks before it runs: those that ask together ask once. */
  private readonly looks = new Lane((ids: readonly string[]) => this.findAll(ids), {
    batch: 200,
    waiting: 100_000,
  });

  constructor(
    private readonly source: DataSource,
    private readonly limits = usualLimits,
  ) {}

  async find(id: string): Promise<Trouble | null> {
    return this.looks.submit(id);
  }

  private async findAll(ids: readonly string[]): Promise<(Trouble | null)[]> {
    const rows: (Trouble & { id: string })[] = await this.source.query(
      'select id, deaths, failures, quarantined_at is not null as quarantined from troubled_job where id = any($1)',
      [ids],
    );
    const byId = new Map(rows.map(({ id, ...trouble }) => [id, trouble]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /** Notes that a worker died with the job in hand: `deaths` so often by now. Answers whether it is quarantined now. */
  async noteDeath(request: JobRequest, deaths: number): Promise<boolean> {
    return this.note(request, 'its worker ended while it ran', deaths, 0);
  }

  /** Notes one failure. Answers whether this one put the job into quarantine. */
  async noteFailure(request: JobRequest, error: string): Promise<boolean> {
    return this.note(request, error, 0, 1);
  }

  async forget(id: string): Promise<void> {
    await this.source.query('delete from troubled_job where id = $1', [id]);
  }

  /** Jobs that failed for good in the queue, to be asked for again, since not every one is derived from the market. */
  async again(): Promise<JobRequest[]> {
    return this.source.query(
      `select id, job, payload from troubled_job
       where quarantined_at is null and last_at < clock_timestamp() - interval '${againAfter}' limit 500`,
    );
  }

  async quarantined(): Promise<number> {
    const rows: { n: number }[] = await this.source.query(
      'select count(*)::int as n from troubled_job where quarantined_at is not null',
    );
    return rows[0]?.n ?? 0;
  }

  private async note(request: JobRequest, error: string, deaths: number, failures: number): Promise<boolean> {
    const rows: { quarantined_now: boolean }[] = await this.source.query(
      `with before as (select quarantined_at from troubled_job where id = $1),
       noted as (
         insert into troubled_job as t (id, job, payload, deaths, failures, last_error)
         values ($1, $2, $3, $4, $5, left($6, 2000))
         on conflict (id) do update set deaths = greatest(t.deaths, excluded.deaths),
           failures = t.failures + excluded.failures, last_error = excluded.last_error, last_at = clock_timestamp(),
           quarantined_at = case when greatest(t.deaths, excluded.deaths) >= $7 or t.failures + excluded.failures >= $8
             then coalesce(t.quarantined_at, clock_timestamp()) end
         returning quarantined_at)
       select n.quarantined_at is not null and (select b.quarantined_at from before b) is null as quarantined_now
       from noted n`,
      [
        request.id,
        request.job,
        JSON.stringify(request.payload),
        deaths,
        failures,
        error,
        this.limits.deathsMax,
        this.limits.failuresMax,
      ],
    );
    return rows[0]?.quarantined_now ?? false;
  }
}
