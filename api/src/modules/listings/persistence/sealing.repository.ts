import type { DrawRecord } from '@muheng/contracts/common/draw';
import type { SealingCeremony, ShareHolder } from '@muheng/contracts/common/sealing';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface NewSealing {
  listingId: string;
  ceremony: SealingCeremony;
  receiptKey: string;
  receiptPublicKey: string;
  madeBy: string;
  parties: Readonly<Record<ShareHolder, string>>;
}

/** Writes the key of an auction anew: a listing that was sent back is certified with a new key. */
export async function insertSealing(tx: Tx, row: NewSealing): Promise<void> {
  const { listingId, ceremony, parties } = row;
  await tx.query('delete from sealed_share where listing_id = $1', [listingId]);
  await tx.query(
    `insert into sealed_auction (listing_id, public_key, receipt_key, receipt_public_key, made_by, made_at)
     values ($1, $2, $3, $4, $5, app_now())
     on conflict (listing_id) do update set public_key = excluded.public_key, receipt_key = excluded.receipt_key,
       receipt_public_key = excluded.receipt_public_key, made_by = excluded.made_by, made_at = excluded.made_at`,
    [listingId, ceremony.publicKey, row.receiptKey, row.receiptPublicKey, row.madeBy],
  );
  await tx.query(
    `insert into sealed_share (listing_id, holder, party_id, sealed, digest)
     select $1, t.holder, t.party, t.sealed, t.digest
     from unnest($2::text[], $3::uuid[], $4::text[], $5::text[]) as t (holder, party, sealed, digest)`,
    [
      listingId,
      ceremony.shares.map((share) => share.holder),
      ceremony.shares.map((share) => parties[share.holder]),
      ceremony.shares.map((share) => share.sealed),
      ceremony.shares.map((share) => share.digest),
    ],
  );
}

export interface SealingRow {
  publicKey: string;
  receiptPublicKey: string;
  tieRecord: DrawRecord | null;
  revealEndsAt: Date | null;
  openedAt: Date | null;
  openedBy: 'shares' | 'revelation' | null;
  holders: { holder: ShareHolder; partyId: string; digest: string; givenAt: string | null }[];
}

/** What the public may know of the key of an auction; wants a transaction of market scope. */
export async function findSealing(tx: Tx | ReadTx, listingId: string): Promise<SealingRow | null> {
  const [row] = await tx.query<SealingRow>(
    `select s.public_key as "publicKey", s.receipt_public_key as "receiptPublicKey", s.tie_record as "tieRecord",
       s.reveal_ends_at as "revealEndsAt", s.opened_at as "openedAt", s.opened_by as "openedBy",
       (select jsonb_agg(jsonb_build_object('holder', h.holder, 'partyId', h.party_id, 'digest', h.digest,
          'givenAt', h.given_at) order by h.holder) from sealed_share h where h.listing_id = s.listing_id) as holders
     from sealed_auction s where s.listing_id = $1`,
    [listingId],
  );
  return row ?? null;
}

/** Of which parties there is a key to seal a share to. */
export async function partiesWithKey(tx: Tx, partyIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'select party_id as id from holder_key where party_id = any($1)',
    [partyIds],
  );
  return new Set(rows.map(({ id }) => id));
}
