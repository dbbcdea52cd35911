import type { DrawRecord } from '@muheng/contracts/common/draw';
import type { SealedEnvelope, ShareHolder } from '@muheng/contracts/common/sealing';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface SealedAuctionRow {
  publicKey: string;
  receiptKey: string;
  receiptPublicKey: string;
  tieRecord: DrawRecord | null;
  revealEndsAt: Date | null;
  openedAt: Date | null;
}

export async function findSealedAuction(tx: Tx, listingId: string): Promise<SealedAuctionRow | null> {
  const [row] = await tx.query<SealedAuctionRow>(
    `select public_key as "publicKey", receipt_key as "receiptKey", receipt_public_key as "receiptPublicKey",
       tie_record as "tieRecord", reveal_ends_at as "revealEndsAt", opened_at as "openedAt"
     from sealed_auction where listing_id = $1`,
    [listingId],
  );
  return row ?? null;
}

/** The order of ties, fixed at the close; null before it, and for any other form. */
export async function findTieRecord(tx: ReadTx, listingId: string): Promise<DrawRecord | null> {
  const [row] = await tx.query<{ record: DrawRecord | null }>(
    'select tie_record as record from sealed_auction where listing_id = $1',
    [listingId],
  );
  return row?.record ?? null;
}

export interface SealedBidRow {
  id: string;
  seq: number;
  buyerId: string;
  bidder: string;
  bidderNo: number;
  registrationId: string;
  enc: string;
  ciphertext: string;
  commitment: string;
  receivedAt: Date;
}

/** Every sealed bid of a listing in the order of its receipts. */
export async function findSealedBids(tx: Tx | ReadTx, listingId: string): Promise<SealedBidRow[]> {
  return tx.query<SealedBidRow>(
    `select b.id, b.seq, b.buyer_id as "buyerId", y.code as bidder, b.bidder_no as "bidderNo",
       r.id as "registrationId", b.enc, b.ciphertext, b.commitment, b.received_at as "receivedAt"
     from sealed_bid b join party y on y.id = b.buyer_id
     join registration r on r.listing_id = b.listing_id and r.buyer_id = b.buyer_id
     where b.listing_id = $1 order by b.seq`,
    [listingId],
  );
}

/** The receipt of an earlier bid that is the same in any part; null for a new one. */
export async function findTwin(
  tx: Tx,
  listingId: string,
  { enc, commitment }: Pick<SealedEnvelope, 'enc' | 'commitment'>,
): Promise<number | null> {
  const [row] = await tx.query<{ seq: number }>(
    'select seq from sealed_bid where listing_id = $1 and (commitment = $2 or enc = $3) limit 1',
    [listingId, commitment, enc],
  );
  return row?.seq ?? null;
}

export async function insertSealedBid(
  tx: Tx,
  row: Pick<SealedEnvelope, 'enc' | 'ciphertext' | 'commitment'> & {
    id: string;
    listingId: string;
    seq: number;
    buyerId: string;
    bidderNo: number;
    personId: string;
    at: Date;
  },
): Promise<void> {
  await tx.query(
    `insert into sealed_bid (id, listing_id, seq, buyer_id, bidder_no, enc, ciphertext, commitment, by_person_id, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.listingId,
      row.seq,
      row.buyerId,
      row.bidderNo,
      row.enc,
      row.ciphertext,
      row.commitment,
      row.personId,
      row.at,
    ],
  );
}

/** Fixes the order of ties at the close, and until when bidders may reveal. */
export async function fixTieOrder(
  tx: Tx,
  listingId: string,
  record: DrawRecord,
  revealEndsAt: Date,
): Promise<void> {
  await tx.query(
    'update sealed_auction set tie_record = $2::jsonb, reveal_ends_at = $3 where listing_id = $1',
    [listingId, JSON.stringify(record), revealEndsAt],
  );
}

export interface ShareRow {
  holder: ShareHolder;
  partyId: string;
  sealed: string;
  digest: string;
  given: string | null;
}

export async function findShares(tx: Tx | ReadTx, listingId: string): Promise<ShareRow[]> {
  return tx.query<ShareRow>(
    `select holder, party_id as "partyId", sealed, digest, given from sealed_share where listing_id = $1 order by holder`,
    [listingId],
  );
}

export async function recordShare(
  tx: Tx,
  listingId: string,
  holder: ShareHolder,
  share: string,
  personId: string,
): Promise<void> {
  await tx.query(
    `update sealed_share set given = $3, given_at = app_now(), given_by = $4 where listing_id = $1 and holder = $2`,
    [listingId, holder, share, personId],
  );
}

export interface Opening {
  bidId: string;
  /** 分; null when the seal could not be read. */
  price: bigint | null;
  area: bigint | null;
  voidReason: string | null;
}

export async function insertOpenings(
  tx: Tx,
  listingId: string,
  way: 'shares' | 'revelation',
  rows: readonly Opening[],
): Promise<void> {
  await tx.query(
    `insert into sealed_opening (bid_id, listing_id, price, area, void_reason, way, at)
     select t.bid, $1, t.price, t.area, t.void, $2, app_now()
     from unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::text[]) as t (bid, price, area, void)`,
    [
      listingId,
      way,
      rows.map((row) => row.bidId),
      rows.map((row) => row.price?.toString() ?? null),
      rows.map((row) => row.area?.toString() ?? null),
      rows.map((row) => row.voidReason),
    ],
  );
}

export async function findOpenings(tx: Tx | ReadTx, listingId: string): Promise<Opening[]> {
  return tx.query<Opening>(
    `select bid_id as "bidId", price, area, void_reason as "voidReason" from sealed_opening where listing_id = $1`,
    [listingId],
  );
}

export async function markOpened(tx: Tx, listingId: string, way: 'shares' | 'revelation'): Promise<void> {
  await tx.query('update sealed_auction set opened_at = app_now(), opened_by = $2 where listing_id = $1', [
    listingId,
    way,
  ]);
}

export async function setHolderKey(
  tx: Tx,
  partyId: string,
  publicKey: string,
  personId: string,
): Promise<void> {
  await tx.query(
    `insert into holder_key (party_id, public_key, person_id, set_at) values ($1, $2, $3, app_now())
     on conflict (party_id) do update set public_key = excluded.public_key, person_id = excluded.person_id, set_at = excluded.set_at`,
    [partyId, publicKey, personId],
  );
}

export interface HolderKeyRow {
  code: string;
  nameZh: string;
  nameEn: string;
  regionCode: string;
  publicKey: string;
  setAt: Date;
}

export async function findHolderKeys(tx: Tx | ReadTx): Promise<HolderKeyRow[]> {
  return tx.query<HolderKeyRow>(
    `select y.code, y.name_zh as "nameZh", y.name_en as "nameEn", y.region_code as "regionCode",
       k.public_key as "publicKey", k.set_at as "setAt"
     from holder_key k join party y on y.id = k.party_id order by y.code`,
  );
}
