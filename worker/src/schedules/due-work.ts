import { type Config, connectionOptions } from '@muheng/api/core';
import type { JobName } from '@muheng/contracts/jobs';
import { Logger } from '@nestjs/common';
import pg from 'pg';

export interface DueRow {
  job: string;
  subject_id: string;
  due_at: Date;
}

const dueMax = 2_000;

/** The clock is read once a look, not once a row: so an index on the time may serve, too. */
const due = {
  name: 'due-work',
  text: 'select job, subject_id, due_at from due_work where due_at <= (select app_now()) order by due_at limit $1',
  values: [dueMax],
};
/**
 * What falls due by the clock, and what people watch the clock for. All else is due from the moment it came to be: it is
 * asked for by a command, and the half minute finds what got lost. The names stand in the text, so that the plan leaves
 * out every other part of the view.
 */
const byTheClock: readonly JobName[] = [
  'listing.open',
  'listing.start-timed',
  'listing.close',
  'listing.end-offer',
  'trade.confirm',
  'trade.lapse',
  'alert.lapse',
];
const next = {
  name: 'next-due',
  text: `select (extract(epoch from min(due_at) - app_now()) * 1000)::float8 as ms
    from due_work where due_at > (select app_now()) - $1::interval and job in ('${byTheClock.join("', '")}')`,
};

/**
 * Reads the market's one list of due work. On a connection of its own, because planning that view takes a hundred
 * times as long as running it: here its plan is made once and kept.
 */
export class DueWork {
  private readonly log = new Logger('DueWork');
  private readonly pool: pg.Pool;

  constructor(config: Config) {
    const { connectionString, options } = connectionOptions(config.DATABASE_URL, 'muheng_worker', 1);
    this.pool = new pg.Pool({
      connectionString,
      max: 1,
      keepAlive: true,
      options: `${options} -c app.market=on -c plan_cache_mode=force_generic_plan`,
    });
    // Without a listener a restart of PostgreSQL would end the process.
    this.pool.on('error', (error) => this.log.warn(`Lost the connection: ${error.message}`));
  }

  /** What is due by market time, the oldest first. */
  async due(): Promise<DueRow[]> {
    return (await this.pool.query<DueRow>(due)).rows;
  }

  /** How long until the next thing falls due, in ms of market time; negative when it did so within `since`. */
  async next(since: string): Promise<number | null> {
    const { rows } = await this.pool.query<{ ms: number | null }>({ ...next, values: [since] });
    return rows[0]?.ms ?? null;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
