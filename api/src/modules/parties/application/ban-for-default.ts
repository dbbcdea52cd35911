import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** How often a party has defaulted before: the second ban is longer than the first (domain §14). */
export async function countDefaults(tx: Tx, partyId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from suspension where party_id = $1 and ground = 'default'`,
    [partyId],
  );
  return row?.n ?? 0;
}

/** Keeps a party in default from trading until `until`, inside the caller's transaction. Published like any ban. */
export async function banForDefault(tx: Tx, partyId: string, reason: string, until: Date): Promise<void> {
  await tx.query(
    `insert into suspension (id, party_id, region_code, ground, reason, from_at, until_at)
     select $1, y.id, y.region_code, 'default', $3, app_now(), $4 from party y where y.id = $2`,
    [uuidv7(), partyId, reason, until],
  );
}
