import type { JobName, JobPayload } from '@muheng/contracts/jobs';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../access/actor.js';

/** What a transaction audits, publishes and notifies: gathered, and written in one statement just before the commit. */
export class Gathered {
  private readonly audits: object[] = [];
  private readonly jobs: { id: string; job: string; payload: object }[] = [];
  private readonly notices: { topic: string; data: object }[] = [];

  constructor(private readonly command: string) {}

  audit(context: CommandContext, subjectType: string, subjectId: string, detail: object): void {
    this.audits.push({
      id: uuidv7(),
      actor: context.actor.personId,
      party: context.actor.partyId,
      action: this.command,
      subject_type: subjectType,
      subject_id: subjectId,
      request_id: context.requestId,
      detail,
    });
  }

  publish<N extends JobName>(job: N, payload: Omit<JobPayload<N>, 'requestId'>, requestId: string): void {
    this.jobs.push({ id: uuidv7(), job, payload: { ...payload, requestId } });
  }

  notify(topic: string, data: object): void {
    this.notices.push({ topic, data });
  }

  /** The parameters of `gatheredSql`. */
  params(marketTime: Date): unknown[] {
    return [JSON.stringify(this.audits), JSON.stringify(this.jobs), JSON.stringify(this.notices), marketTime];
  }
}

export const gatheredSql = `
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
