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
export async function insertPriorityRecord(
  tx: Tx,
  listing: { id: string; sellerId: string },
  record: PriorityRecord,
): Promise<void> {
  await tx.query(
    `insert into priority_record (listing_id, moment, seller_id, region_code, at, policy, needs, position, holds)
     select $1, $2, y.id, y.region_code, $4, $5, $6, $7::jsonb, $8 from party y where y.id = $3
     on conflict do nothing`,
    [
      listing.id,
      record.moment,
      listing.sellerId,
      record.at,
      record.policy,
      record.needs,
      JSON.stringify(record.position),
      record.holds,
    ],
  );
}

/** In order of time. */
export async function findPriorityRecords(tx: Tx | ReadTx, listingId: string): Promise<PriorityRecord[]> {
  return tx.query<PriorityRecord>(
    'select moment, at, policy, needs, position, holds from priority_record where listing_id = $1 order by at, moment',
    [listingId],
  );
}
