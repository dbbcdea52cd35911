import type { ApprovalLane } from '@muheng/contracts/common/policy';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface ApprovalRow {
  id: string;
  round: number;
  ordinal: number;
  lane: ApprovalLane;
  partyId: string;
  decision: 'approved' | 'rejected' | null;
  reason: string | null;
  personId: string | null;
  personName: string | null;
  onBehalfOfId: string | null;
  onBehalfOf: string | null;
  dueAt: Date | null;
  decidedAt: Date | null;
}

/** Every lane of every round, in order. People's names are for those who may see people. */
export async function findApprovals(tx: Tx | ReadTx, listingId: string): Promise<ApprovalRow[]> {
  return tx.query<ApprovalRow>(
    `select a.id, a.round, a.ordinal, a.lane, a.party_id as "partyId", a.decision, a.reason, a.person_id as "personId",
       p.display_name as "personName", a.on_behalf_of as "onBehalfOfId", o.display_name as "onBehalfOf",
       a.due_at as "dueAt", a.decided_at as "decidedAt"
     from approval a left join person p on p.id = a.person_id left join person o on o.id = a.on_behalf_of
     where a.listing_id = $1 order by a.round, a.ordinal`,
    [listingId],
  );
}

export interface NewApproval {
  id: string;
  ordinal: number;
  lane: ApprovalLane;
  partyId: string;
}

/** Opens the lanes of a new round and answers its number. */
export async function openRound(tx: Tx, listingId: string, lanes: readonly NewApproval[]): Promise<number> {
  const [row] = await tx.query<{ round: number }>(
    'select coalesce(max(round), 0) + 1 as round from approval where listing_id = $1',
    [listingId],
  );
  const round = row?.round ?? 1;
  await tx.query(
    `insert into approval (id, listing_id, round, ordinal, lane, party_id)
     select id, $1, $2, ordinal, lane, party from unnest($3::uuid[], $4::int[], $5::text[], $6::uuid[])
       as t (id, ordinal, lane, party)`,
    [
      listingId,
      round,
      lanes.map((lane) => lane.id),
      lanes.map((lane) => lane.ordinal),
      lanes.map((lane) => lane.lane),
      lanes.map((lane) => lane.partyId),
    ],
  );
  return round;
}

export interface Signature {
  decision: 'approved' | 'rejected';
  reason: string;
  personId: string;
  /** Whose signature it is when it was delegated. */
  onBehalfOf: string | null;
}

export async function decideApproval(tx: Tx, id: string, signature: Signature): Promise<void> {
  const { decision, reason, personId, onBehalfOf } = signature;
  await tx.query(
    `update approval set decision = $2, reason = $3, person_id = $4, on_behalf_of = $5, no_interest = true,
       decided_at = app_now() where id = $1`,
    [id, decision, reason, personId, onBehalfOf],
  );
}

/** It is this lane's turn: until then it has to sign. */
export async function startLane(tx: Tx, listingId: string, ordinal: number, dueAt: Date): Promise<void> {
  await tx.query(
    'update approval set due_at = $3 where listing_id = $1 and ordinal = $2 and decision is null',
    [listingId, ordinal, dueAt],
  );
}

/** A round that ended by rejection, withdrawal or enforcement leaves no lane waiting. */
export async function dropOpenLanes(tx: Tx, listingId: string): Promise<void> {
  await tx.query('delete from approval where listing_id = $1 and decision is null', [listingId]);
}
