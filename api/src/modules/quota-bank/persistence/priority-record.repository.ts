import type { QuantitiesWire } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type PriorityMoment = 'notice' | 'close' | 'transfer';

/** County-first of the seller as it stood at one moment of a listing, in wire form. */
export interface PriorityRecord {
  moment: PriorityMoment;
  at: Date;
  /** Pack and version of the rule. */
  policy: string;
  /** How many local needs held back sale. */
  needs: number;
  position: {
    available: QuantitiesWire;
    need: QuantitiesWire;
    reserve: QuantitiesWire;
    margin: QuantitiesWire;
  };
  /** No margin of a component that is sold was negative. */
  holds: boolean;
}

/** The first word about a moment stands; a second look changes nothing. */
export async function insertPriorityRecords(
  tx: Tx,
  moment: PriorityMoment,
  at: Date,
  rows: readonly (Omit<PriorityRecord, 'moment' | 'at'> & { listingId: string; sellerId: string })[],
): Promise<void> {
  await tx.query(
    `insert into priority_record (listing_id, moment, seller_id, region_code, at, policy, needs, position, holds)
     select r."listingId", $2, y.id, y.region_code, $3, r.policy, r.needs, r.position, r.holds
     from jsonb_to_recordset($1::jsonb) as r ("listingId" uuid, "sellerId" uuid, policy text, needs int, position jsonb,
       holds boolean) join party y on y.id = r."sellerId"
     on conflict do nothing`,
    [JSON.stringify(rows), moment, at],
  );
}

/** What is on record of listings, each in order of time. */
export async function findPriorityRecords(
  tx: Tx | ReadTx,
  listingIds: readonly string[],
): Promise<ReadonlyMap<string, PriorityRecord[]>> {
  const rows = await tx.query<PriorityRecord & { listingId: string }>(
    `select listing_id as "listingId", moment, at, policy, needs, position, holds from priority_record
     where listing_id = any($1) order by listing_id, at, moment`,
    [listingIds],
  );
  const byListing = new Map<string, PriorityRecord[]>();
  for (const { listingId, ...record } of rows)
    byListing.set(listingId, [...(byListing.get(listingId) ?? []), record]);
  return byListing;
}
