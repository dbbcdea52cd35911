import { type Quantities, quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** What a notice says of a lot, as it was when the item was written. */
export interface LotFacts {
  lotId: string;
  lotNumber: string;
  projectNumber: string;
  projectName: string;
  filingNo: string | null;
  grade: number | null;
}

export interface ListingItemRow extends LotFacts {
  ordinal: number;
  quantities: Quantities;
}

export interface LotForListing extends LotFacts {
  ownerId: string;
  quota: QuotaKind;
  whole: Quantities;
}

interface QuantityColumns {
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

/** Lots with their facts, by id; lots that are not there are left out. */
export async function findLots(tx: Tx, ids: readonly string[]): Promise<Map<string, LotForListing>> {
  const rows = await tx.query<Omit<LotForListing, 'whole'> & QuantityColumns>(
    `select o.id as "lotId", o.number as "lotNumber", o.owner_id as "ownerId", o.quota, o.area, o.paddy, o.capacity,
       p.number as "projectNumber", p.name as "projectName", p.filing_no as "filingNo", coalesce(o.grade, p.grade) as grade
     from lot o join origin_project p on p.id = o.origin_project_id where o.id = any($1)`,
    [ids],
  );
  return new Map(
    rows.map(({ area, paddy, capacity, ...lot }) => [
      lot.lotId,
      { ...lot, whole: quantities(area, paddy, capacity) },
    ]),
  );
}

export async function findItems(tx: Tx | ReadTx, listingId: string): Promise<ListingItemRow[]> {
  const rows = await tx.query<Omit<ListingItemRow, 'quantities'> & QuantityColumns>(
    `select ordinal, lot_id as "lotId", lot_number as "lotNumber", project_number as "projectNumber",
       project_name as "projectName", filing_no as "filingNo", grade, area, paddy, capacity
     from listing_item where listing_id = $1 order by ordinal`,
    [listingId],
  );
  return rows.map(({ area, paddy, capacity, ...item }) => ({
    ...item,
    quantities: quantities(area, paddy, capacity),
  }));
}

/** Writes the items anew and the listing's totals with them; a purchase has totals and no items. */
export async function replaceItems(
  tx: Tx,
  listingId: string,
  { items, total }: { items: readonly (LotFacts & { quantities: Quantities })[]; total: Quantities },
): Promise<void> {
  await tx.query('delete from listing_item where listing_id = $1', [listingId]);
  await tx.query(
    `insert into listing_item (id, listing_id, ordinal, lot_id, lot_number, project_number, project_name, filing_no,
       grade, area, paddy, capacity)
     select gen_random_uuid(), $1, ordinal, lot, lot_number, project_number, project_name, filing_no, grade, area, paddy, capacity
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::bigint[], $9::bigint[],
       $10::bigint[]) with ordinality
       as t (lot, lot_number, project_number, project_name, filing_no, grade, area, paddy, capacity, ordinal)`,
    [
      listingId,
      items.map((item) => item.lotId),
      items.map((item) => item.lotNumber),
      items.map((item) => item.projectNumber),
      items.map((item) => item.projectName),
      items.map((item) => item.filingNo),
      items.map((item) => item.grade),
      items.map((item) => item.quantities.area),
      items.map((item) => item.quantities.paddy),
      items.map((item) => item.quantities.capacity),
    ],
  );
  await tx.query('update listing set area = $2, paddy = $3, capacity = $4 where id = $1', [
    listingId,
    total.area,
    total.paddy,
    total.capacity,
  ]);
}
