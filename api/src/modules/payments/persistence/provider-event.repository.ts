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
     )
     select distinct 'payment.resolve' as job, p.id as "subjectId" from news n
       join payment p on p.provider_id = n.object or p.id = n.subject
       where p.state in ('submitted', 'unknown')
     union all
     select distinct 'refund.resolve', r.id from news n
       join refund r on r.provider_id = n.object or r.id = n.subject
       where r.state in ('submitted', 'unknown') or (r.state = 'succeeded' and n.type <> 'refund.created')
     union all
     select distinct 'payout.resolve', o.id from news n
       join payout o on o.provider_id = n.object or o.id = n.subject
       where o.state in ('submitted', 'unknown')
         or (o.state = 'succeeded' and n.type not in ('payout.created', 'payout.paid'))`,
    [
      events.map(({ event }) => event),
      events.map(({ type }) => type),
      events.map(({ object }) => object),
      events.map(({ subject }) => subject),
    ],
  );
}
