import { type Quantities, quantities } from '@muheng/contracts/common/component';
import type { Fen } from '@muheng/contracts/common/quantity';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface OfferItem {
  lotId: string;
  quantities: Quantities;
}

interface ItemColumns {
  lotId: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

/** What a seller puts up for a purchase, beside its registration. */
export async function insertOfferItems(
  tx: Tx,
  registrationId: string,
  items: readonly OfferItem[],
): Promise<void> {
  await tx.query(
    `insert into registration_item (registration_id, ordinal, lot_id, area, paddy, capacity)
     select $1, ordinal, lot, area, paddy, capacity
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[]) with ordinality as t (lot, area, paddy, capacity, ordinal)`,
    [
      registrationId,
      items.map((item) => item.lotId),
      items.map((item) => item.quantities.area),
      items.map((item) => item.quantities.paddy),
      items.map((item) => item.quantities.capacity),
    ],
  );
}

export async function findOfferItems(tx: Tx, registrationId: string): Promise<OfferItem[]> {
  const rows = await tx.query<ItemColumns>(
    `select lot_id as "lotId", area, paddy, capacity from registration_item where registration_id = $1 order by ordinal`,
    [registrationId],
  );
  return rows.map(({ lotId, area, paddy, capacity }) => ({
    lotId,
    quantities: quantities(area, paddy, capacity),
  }));
}

export interface OfferFile {
  id: string;
  listingId: string;
  sellerId: string;
  status: string;
  byPersonId: string;
}

/** A seller's registration; null when there is none of that id, or it puts nothing up. */
export async function findOfferFile(tx: Tx | ReadTx, id: string): Promise<OfferFile | null> {
  const [row] = await tx.query<OfferFile>(
    `select r.id, r.listing_id as "listingId", r.buyer_id as "sellerId", r.status, r.by_person_id as "byPersonId"
     from registration r where r.id = $1
       and exists (select from registration_item i where i.registration_id = r.id)`,
    [id],
  );
  return row ?? null;
}

/** The second person's signature, with the arithmetic that it rests on. */
export async function certifyOffer(
  tx: Tx,
  id: string,
  { personId, proof }: { personId: string; proof: object },
): Promise<void> {
  await tx.query(
    `update registration set status = 'qualified', county_first = $2::jsonb, certified_by = $3, certified_at = app_now()
     where id = $1`,
    [id, JSON.stringify(proof), personId],
  );
}

/** A seller's own last price in a purchase; null before its first. */
export async function findLastOffer(tx: Tx, listingId: string, sellerId: string): Promise<Fen | null> {
  const [row] = await tx.query<{ price: bigint }>(
    'select price from bid where listing_id = $1 and buyer_id = $2 order by seq desc limit 1',
    [listingId, sellerId],
  );
  return (row?.price ?? null) as Fen | null;
}

export interface NewOffer {
  id: string;
  listingId: string;
  seq: number;
  sellerId: string;
  regionCode: string;
  bidderNo: number;
  price: bigint;
  byPersonId: string;
  at: Date;
}

/** One line of the log; the listing shows the lowest price and how many offers there are. Answers that price. */
export async function insertOffer(tx: Tx, offer: NewOffer): Promise<bigint> {
  const { id, listingId, seq, sellerId, regionCode, bidderNo, price, byPersonId, at } = offer;
  const [row] = await tx.query<{ price: bigint }>(
    `with taken as (
       insert into bid (id, listing_id, seq, buyer_id, region_code, bidder_no, price, phase, by_person_id, accepted_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'listing', $8, $9)
     )
     update listing set bid_count = $3, price = least(price, $7) where id = $2 returning price`,
    [id, listingId, seq, sellerId, regionCode, bidderNo, price.toString(), byPersonId, at],
  );
  if (!row) throw new Error(`listing ${listingId} vanished`);
  return row.price;
}

export interface HeldOffer {
  registrationId: string;
  sellerId: string;
}

/** Sellers whose quota a purchase still holds, the winner left out. */
export async function findHeldOffers(tx: Tx | ReadTx, listingId: string): Promise<HeldOffer[]> {
  return tx.query<HeldOffer>(
    `select r.id as "registrationId", r.buyer_id as "sellerId" from registration r
     where r.listing_id = $1
       and exists (select from hold h where h.subject_type = 'registration' and h.subject_id = r.id and h.state = 'held')
       and not exists (select from listing_award a where a.registration_id = r.id)
     order by r.id`,
    [listingId],
  );
}
