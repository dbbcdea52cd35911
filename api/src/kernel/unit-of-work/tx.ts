import type { JobName, JobPayload } from '@muheng/contracts/jobs';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { CommandContext } from '../access/actor.js';

interface AuditRow {
  action: string;
  subjectType: string;
  subjectId: string;
  detail: object;
  context: CommandContext;
}

/**
 * One open transaction of the write path. What is audited, published and notified is gathered here and written
 * in one statement just before the commit, so state, audit and outbox stand or fall together.
 */
export class Tx {
  private readonly audits: AuditRow[] = [];
  private readonly jobs: { id: string; job: string; payload: object }[] = [];
  private readonly notices: { topic: string; data: object }[] = [];

  constructor(
    private readonly runner: QueryRunner,
    /** Market time, read once when the transaction began. Deadlines under a row lock use `marketTime()`. */
    readonly now: Date,
    private readonly context: CommandContext,
    private readonly command: string,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Runs SQL and answers its rows. bigint columns are bigint. */
  async query<Row = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.runner.query(sql, params as unknown[], true);
    return result.records as Row[];
  }

  /** Market time now: after waiting for a row lock, this decides whether a deadline has passed (architecture §6). */
  async marketTime(): Promise<Date> {
    const [row] = await this.query<{ now: Date }>('select app_now() as now');
    if (!row) throw new Error('app_now() answered nothing');
    return row.now;
  }

  /** Who did what to which thing; the command's name is the action. */
  audit(subjectType: string, subjectId: string, detail: object = {}, context = this.context): void {
    this.audits.push({ action: this.command, subjectType, subjectId, detail, context });
  }

  /** Puts a job in the outbox: it is dispatched after the commit, at least once. Ids only, no values. */
  publish<N extends JobName>(job: N, payload: Omit<JobPayload<N>, 'requestId'>): void {
    this.jobs.push({ id: uuidv7(), job, payload: { ...payload, requestId: this.context.requestId } });
  }

  /** Tells every api process, after the commit, that `topic` has news; small data only (8 kB). */
  notify(topic: string, data: object): void {
    this.notices.push({ topic, data });
  }

  /** Writes what was gathered. Called by the unit of work, once, before the commit. */
  async flush(): Promise<void> {
    await this.runner.query(flushSql, [
      JSON.stringify(
        this.audits.map((row) => ({
          id: uuidv7(),
          actor: row.context.actor.personId,
          party: row.context.actor.partyId,
          action: row.action,
          subject_type: row.subjectType,
          subject_id: row.subjectId,
          request_id: row.context.requestId,
          detail: row.detail,
        })),
      ),
      JSON.stringify(this.jobs),
      JSON.stringify(this.notices),
      this.now,
    ]);
  }
}

const flushSql = `
  with audited as (
    insert into audit (id, at, market_at, actor_id, party_id, action, outcome, subject_type, subject_id, request_id, detail)
    select r.id, clock_timestamp(), $4, r.actor, r.party, r.action, 'done', r.subject_type, r.subject_id, r.request_id, r.detail
    from jsonb_to_recordset($1::jsonb) as r (id uuid, actor uuid, party uuid, action text, subject_type text,
      subject_id text, request_id text, detail jsonb)
  ), sent as (
    insert into outbox (id, job, payload)
    select r.id, r.job, r.payload from jsonb_to_recordset($2::jsonb) as r (id uuid, job text, payload jsonb)
    returning 1
  )
  select pg_notify('live', n.value::text) from jsonb_array_elements($3::jsonb) as n (value)
  union all
  select pg_notify('outbox', '') where exists (select from sent)`;
