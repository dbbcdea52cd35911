import type { ApprovalLane } from '@muheng/contracts/common/policy';
import { cursorText } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import {
  Conditions,
  type FeedFilter,
  type FeedRow,
  summaryColumns,
  withSeller,
} from './listing-feed.repository.js';

/** A seller's own listings, drafts included, by keyset on (created_at, id). */
export async function findOwn(tx: ReadTx, sellerId: string, filter: FeedFilter): Promise<FeedRow[]> {
  const where = new Conditions();
  where.add((place) => `l.seller_id = ${place}`, sellerId);
  if (filter.status) where.add((place) => `l.status = any(${place}::text[])`, filter.status);
  where.behind(
    { column: 'l.created_at', name: 'createdAt', type: 'timestamptz', direction: 'desc', live: false },
    filter.after,
  );
  return tx.query<FeedRow>(
    `select ${summaryColumns}, ${cursorText('l.created_at')} as "cursorAt", ${withSeller}
     from listing l join party y on y.id = l.seller_id
     where ${where.sql.join(' and ')} order by l.created_at desc, l.id desc limit ${filter.limit + 1}`,
    where.params,
  );
}

export interface WaitingRow extends FeedRow {
  lane: ApprovalLane;
  round: number;
  since: Date;
  dueAt: Date | null;
}

const waitingMax = 200;

/** Lanes of a party whose turn it is: every lane before them has approved. */
export async function findWaiting(tx: ReadTx, partyId: string): Promise<WaitingRow[]> {
  return tx.query<WaitingRow>(
    `select ${summaryColumns}, '' as "cursorAt", ${withSeller}, a.lane, a.round, a.due_at as "dueAt",
       coalesce(before.decided_at, l.created_at) as since
     from approval a
     join listing l on l.id = a.listing_id
     join party y on y.id = l.seller_id
     left join approval before on before.listing_id = a.listing_id and before.round = a.round
       and before.ordinal = a.ordinal - 1
     where a.party_id = $1 and a.decision is null
       and (before.decision = 'approved' or a.ordinal = 1)
     order by since limit ${waitingMax}`,
    [partyId],
  );
}
