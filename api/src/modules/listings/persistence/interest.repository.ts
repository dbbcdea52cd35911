import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Keeps that a person has an interest in a listing. Once is enough. */
export async function storeInterest(tx: Tx, listingId: string, personId: string): Promise<void> {
  await tx.query(
    `insert into interest_held (listing_id, person_id, party_id, region_code, declared_at)
     select $1, p.id, p.party_id, p.region_code, app_now() from person p where p.id = $2
     on conflict do nothing`,
    [listingId, personId],
  );
}

/** Whether any of these people has declared an interest in the listing. */
export async function isInterestHeld(
  tx: Tx,
  listingId: string,
  personIds: readonly string[],
): Promise<boolean> {
  const rows = await tx.query('select 1 from interest_held where listing_id = $1 and person_id = any($2)', [
    listingId,
    personIds,
  ]);
  return rows.length > 0;
}
