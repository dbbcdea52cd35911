import type { JobName, JobPayload } from '@muheng/contracts/jobs';
import type { CommandContext } from '../access/actor.js';
import type { Run } from '../database/run.js';
import { Gathered, gatheredSql } from './gathered.js';
import type { Statement } from './statement.js';

/**
 * One open transaction of the write path. What is audited, published and notified is gathered here and written
 * in one statement just before the commit, so state, audit and outbox stand or fall together.
 */
export class Tx {
  private readonly gathered: Gathered;

  constructor(
    private readonly run: Run,
    /** Market time, read once when the transaction began. Deadlines under a row lock use `marketTime()`. */
    readonly now: Date,
    private readonly context: CommandContext,
    command: string,
  ) {
    this.gathered = new Gathered(command);
  }

  /** Runs SQL and answers its rows. bigint columns are bigint. */
  async query<Row = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return this.run<Row>(sql, params);
  }

  /** Market time now: after waiting for a row lock, this decides whether a deadline has passed (architecture §6). */
  async marketTime(): Promise<Date> {
    const [row] = await this.query<{ now: Date }>('select app_now() as now');
    if (!row) throw new Error('app_now() answered nothing');
    return row.now;
  }

  /** Who did what to which thing; the command's name is the action. */
  audit(subjectType: string, subjectId: string, detail: object = {}, context = this.context): void {
    this.gathered.audit(context, subjectType, subjectId, detail);
  }

  /** Puts a job in the outbox: it is dispatched after the commit, at least once. Ids only, no values. */
  publish<N extends JobName>(job: N, payload: Omit<JobPayload<N>, 'requestId'>): void {
    this.gathered.publish(job, payload, this.context.requestId);
  }

  /** Tells every api process, after the commit, that `topic` has news; small data only (8 kB). */
  notify(topic: string, data: object): void {
    this.gathered.notify(topic, data);
  }

  /** Writes what was gathered: the unit of work sends it with the commit. */
  flush(): Statement {
    return { name: 'flush', text: gatheredSql, values: this.gathered.params(this.now) };
  }
}
