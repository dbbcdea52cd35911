import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Remembers an event; false when its id was seen before. */
export async function insertProviderEvent(
  tx: Tx,
  event: { event: string; type: string; object: string },
): Promise<boolean> {
  const fresh = await tx.query(
    'insert into provider_event (id, type, object_id) values ($1, $2, $3) on conflict do nothing returning 1',
    [event.event, event.type, event.object],
  );
  return fresh.length > 0;
}

export interface SubjectJob {
  job: 'payment.resolve' | 'refund.resolve' | 'payout.resolve';
  subjectId: string;
}

/**
 * Which row of ours an object of the provider belongs to: by its id, or by the id of ours in its metadata while the
 * answer to our own call is still on its way. Null when it is none of ours.
 */
export async function subjectOf(
  tx: Tx,
  objectId: string,
  metadata: Readonly<Record<string, string>>,
): Promise<SubjectJob | null> {
  const [row] = await tx.query<SubjectJob>(
    `select 'payment.resolve' as job, id as "subjectId" from payment where provider_id = $1 or id::text = $2
     union all
     select 'refund.resolve', id from refund where provider_id = $1 or id::text = $3
     union all
     select 'payout.resolve', id from payout where provider_id = $1 or id::text = $4
     limit 1`,
    [objectId, metadata['payment_id'] ?? '', metadata['refund_id'] ?? '', metadata['payout_id'] ?? ''],
  );
  return row ?? null;
}
