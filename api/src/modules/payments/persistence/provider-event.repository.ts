import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface ProviderEvent {
  /** The provider's id of the event, by which it is taken once. */
  event: string;
  type: string;
  /** The provider's id of what it is about. */
  object: string;
  /** Our row's id out of the metadata, for while the answer to our own call is still on its way; or empty. */
  subject: string;
}

export interface SubjectJob {
  job: 'payment.resolve' | 'refund.resolve' | 'payout.resolve';
  subjectId: string;
}

/**
 * Remembers events and answers which rows of ours the new ones may change: what has ended is not looked up again, but
 * for money on its way out, which a bank may send back. An id seen before is not acted on, whatever it now says.
 */
export async function rememberEvents(tx: Tx, events: readonly ProviderEvent[]): Promise<SubjectJob[]> {
  return tx.query<SubjectJob>(
    `with heard as (
       select distinct on (id) * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as t (id, type, object, subject)
     ), fresh as (
       insert into provider_event (id, type, object_id) select id, type, object from heard
       on conflict do nothing returning id
     ), news as (
       select h.type, h.object, case when h.subject ~ '^[0-9a-f-]{36}$' then h.subject::uuid end as subject
       from heard h join fresh f on f.id = h.id
     ), about as (
       -- By one index or the other: an "or" between them would read every payment there ever was.
       select 'payment.resolve' as job, p.id, p.state, n.type from news n join payment p on p.id = n.subject
       union all select 'payment.resolve', p.id, p.state, n.type from news n join payment p on p.provider_id = n.object
       union all select 'refund.resolve', r.id, r.state, n.type from news n join refund r on r.id = n.subject
       union all select 'refund.resolve', r.id, r.state, n.type from news n join refund r on r.provider_id = n.object
       union all select 'payout.resolve', o.id, o.state, n.type from news n join payout o on o.id = n.subject
       union all select 'payout.resolve', o.id, o.state, n.type from news n join payout o on o.provider_id = n.object
     )
     select distinct job, id as "subjectId" from about
     where state in ('submitted', 'unknown') or (state = 'succeeded' and job <> 'payment.resolve'
       and type not in ('refund.created', 'payout.created', 'payout.paid'))`,
    [
      events.map(({ event }) => event),
      events.map(({ type }) => type),
      events.map(({ object }) => object),
      events.map(({ subject }) => subject),
    ],
  );
}
