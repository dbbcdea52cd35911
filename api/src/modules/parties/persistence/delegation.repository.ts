import type { Role } from '../../../kernel/access/actor.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface DelegationRow {
  id: string;
  partyId: string;
  fromId: string;
  fromName: string | null;
  toName: string | null;
  reason: string;
  fromAt: Date;
  untilAt: Date;
  endedAt: Date | null;
}

const select = `select d.id, d.party_id as "partyId", d.from_person_id as "fromId", f.display_name as "fromName",
    t.display_name as "toName", d.reason, d.from_at as "fromAt", d.until_at as "untilAt",
    case when d.ended_at is null and d.until_at <= app_now() then d.until_at else d.ended_at end as "endedAt"
  from delegation d left join person f on f.id = d.from_person_id left join person t on t.id = d.to_person_id`;

/** Newest first, of one party. */
export async function listDelegations(tx: ReadTx, partyId: string): Promise<DelegationRow[]> {
  return tx.query<DelegationRow>(`${select} where d.party_id = $1 order by d.from_at desc limit 100`, [
    partyId,
  ]);
}

export async function findDelegation(tx: Tx, id: string): Promise<DelegationRow | null> {
  const [row] = await tx.query<DelegationRow>(`${select} where d.id = $1`, [id]);
  return row ?? null;
}

export interface Colleague {
  id: string;
  name: string;
  roles: Role[];
}

/** People of a party who work there now. */
export async function listColleagues(tx: ReadTx | Tx, partyId: string): Promise<Colleague[]> {
  return tx.query<Colleague>(
    `select id, display_name as name, roles from person where party_id = $1 and disabled_at is null
     order by display_name limit 500`,
    [partyId],
  );
}

/** Ends what has run out by itself, so that the one that stands is the one in force. */
export async function endRunOut(tx: Tx, fromPersonId: string): Promise<void> {
  await tx.query(
    'update delegation set ended_at = until_at where from_person_id = $1 and ended_at is null and until_at <= app_now()',
    [fromPersonId],
  );
}

/** Answers false when another one of the same person stands. */
export async function insertDelegation(
  tx: Tx,
  row: { id: string; from: string; to: string; reason: string; until: string },
): Promise<boolean> {
  const made = await tx.query(
    `insert into delegation (id, party_id, region_code, from_person_id, to_person_id, reason, from_at, until_at)
     select $1, p.party_id, p.region_code, p.id, $3, $4, app_now(), $5 from person p where p.id = $2
     on conflict (from_person_id) where ended_at is null do nothing returning 1`,
    [row.id, row.from, row.to, row.reason, row.until],
  );
  return made.length > 0;
}

export async function endDelegation(tx: Tx, id: string): Promise<void> {
  await tx.query('update delegation set ended_at = app_now() where id = $1 and ended_at is null', [id]);
}
