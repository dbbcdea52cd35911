import type { DrawRecord } from '@muheng/contracts/common/draw';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** Keeps the secret of a draw apart from everything that people read, and publishes the commitment to it. */
export async function insertDrawSecret(
  tx: Tx,
  listingId: string,
  secret: string,
  commitment: string,
): Promise<void> {
  await tx.query(
    `with kept as (
       insert into draw_secret (listing_id, secret, committed_at) values ($1, $2, app_now())
     )
     update listing set draw_commitment = $3 where id = $1`,
    [listingId, secret, commitment],
  );
}

/** The secret that the notice committed to. Whoever asks has closed the auction: nothing can depend on it any more. */
export async function findDrawSecret(tx: Tx, listingId: string): Promise<string | null> {
  const [row] = await tx.query<{ secret: string }>('select secret from draw_secret where listing_id = $1', [
    listingId,
  ]);
  return row?.secret ?? null;
}

export async function publishDraw(tx: Tx, listingId: string, record: DrawRecord): Promise<void> {
  await tx.query('update listing set draw = $2::jsonb where id = $1', [listingId, JSON.stringify(record)]);
}
