import { type Quantities, quantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface NewAward {
  sellerId: string;
  buyerId: string;
  registrationId: string;
  /** 分. */
  price: bigint;
  items: readonly { lotId: string; quantities: Quantities }[];
}

/** Who got what of a listing with several buyers, in the order of the clearing. */
export async function insertAwards(tx: Tx, listingId: string, awards: readonly NewAward[]): Promise<void> {
  await tx.query(
    `insert into listing_award (listing_id, ordinal, seller_id, buyer_id, registration_id, price)
     select $1, t.ordinal, t.seller, t.buyer, t.registration, t.price
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[]) with ordinality
       as t (seller, buyer, registration, price, ordinal)`,
    [
      listingId,
      awards.map((award) => award.sellerId),
      awards.map((award) => award.buyerId),
      awards.map((award) => award.registrationId),
      awards.map((award) => award.price.toString()),
    ],
  );
  const rows = awards.flatMap((award, index) =>
    award.items.map((item, place) => ({ ...item, ordinal: index + 1, place: place + 1 })),
  );
  await tx.query(
    `insert into listing_award_item (listing_id, ordinal, place, lot_id, area, paddy, capacity)
     select $1, t.* from unnest($2::int[], $3::int[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[]) as t`,
    [
      listingId,
      rows.map((row) => row.ordinal),
      rows.map((row) => row.place),
      rows.map((row) => row.lotId),
      rows.map((row) => row.quantities.area.toString()),
      rows.map((row) => row.quantities.paddy.toString()),
      rows.map((row) => row.quantities.capacity.toString()),
    ],
  );
}

export interface AwardSummary {
  sellerId: string;
  buyerId: string;
  price: bigint;
  quantities: Quantities;
}

export async function findAwardSummaries(tx: Tx | ReadTx, listingId: string): Promise<AwardSummary[]> {
  const rows = await tx.query<{
    sellerId: string;
    buyerId: string;
    price: bigint;
    area: bigint;
    paddy: bigint;
    capacity: bigint;
  }>(
    `select a.seller_id as "sellerId", a.buyer_id as "buyerId", a.price, sum(i.area)::bigint as area, sum(i.paddy)::bigint as paddy,
       sum(i.capacity)::bigint as capacity
     from listing_award a join listing_award_item i on (i.listing_id, i.ordinal) = (a.listing_id, a.ordinal)
     where a.listing_id = $1 group by a.ordinal, a.seller_id, a.buyer_id, a.price order by a.ordinal`,
    [listingId],
  );
  return rows.map(({ sellerId, buyerId, price, area, paddy, capacity }) => ({
    sellerId,
    buyerId,
    price,
    quantities: quantities(area, paddy, capacity),
  }));
}
