import { assetOf, components, type Quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface QuotaHold {
  subjectType: string;
  subjectId: string;
  partyId: string;
  quota: QuotaKind;
}

const assetsOf = (quota: QuotaKind) => components.map((component) => assetOf(quota, component));

/**
 * Notes that a subject holds quota of a party, one row a component, after `moveQuota` has moved it for that subject
 * (two-phase, architecture §4). Posting, releasing or expiring it happens exactly once.
 */
export async function placeQuotaHold(tx: Tx, hold: QuotaHold, held: Quantities): Promise<void> {
  const amounts = components.map((component) => held[component]);
  await tx.query(
    `insert into hold (id, subject_type, subject_id, party_id, asset, amount, held_entry_id)
     select gen_random_uuid(), $1, $2, $3, t.asset, t.amount,
       (select e.id from entry e where e.subject_type = $1 and e.subject_id = $2 order by e.at desc, e.id desc limit 1)
     from unnest($4::text[], $5::bigint[]) as t (asset, amount) where t.amount > 0`,
    [hold.subjectType, hold.subjectId, hold.partyId, assetsOf(hold.quota), amounts.map(String)],
  );
}

/** Ends a subject's live holds of an indicator: `posted` when the quota went on to its buyer, else `released`. */
export async function resolveQuotaHold(
  tx: Tx,
  hold: QuotaHold,
  state: 'posted' | 'released' | 'expired',
): Promise<void> {
  await tx.query(
    `update hold set state = $5, posted_amount = case when $5 = 'posted' then amount else 0 end,
       released_amount = case when $5 = 'posted' then 0 else amount end,
       resolved_entry_id = (select e.id from entry e where e.subject_type = $1 and e.subject_id = $2
         order by e.at desc, e.id desc limit 1)
     where subject_type = $1 and subject_id = $2 and party_id = $3 and asset = any($4) and state = 'held'`,
    [hold.subjectType, hold.subjectId, hold.partyId, assetsOf(hold.quota), state],
  );
}
