import { quantities, type Quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { PartyName } from './trade.reads.js';
import type { TradeStatus } from './trade.repository.js';

export interface ResultRow {
  tradeId: string;
  listingId: string;
  listingNumber: string | null;
  title: string;
  seller: PartyName;
  buyer: PartyName;
  quota: QuotaKind;
  quantities: Quantities;
  price: bigint;
  form: string;
  bidders: number;
  closedAt: Date;
  objectionsUntil: Date;
  status: TradeStatus;
}

type Columns = Omit<ResultRow, 'quantities'> & { area: bigint; paddy: bigint; capacity: bigint };

const party = (alias: string): string =>
  `jsonb_build_object('code', ${alias}.code, 'nameZh', ${alias}.name_zh, 'nameEn', ${alias}.name_en)`;

/** Published results, newest first. UUIDv7 ids are in time order, so the id alone is the cursor. */
export async function listResults(
  tx: ReadTx,
  filter: { quota: QuotaKind | null; before: string | null; limit: number },
): Promise<ResultRow[]> {
  const rows = await tx.query<Columns>(
    `select t.id as "tradeId", t.listing_id as "listingId", l.number as "listingNumber", l.title, ${party('s')} as seller,
       ${party('b')} as buyer, t.quota, t.area, t.paddy, t.capacity, t.price, l.form, l.bidder_count as bidders,
       t.awarded_at as "closedAt", t.publicity_ends_at as "objectionsUntil", t.status
     from trade t join listing l on l.id = t.listing_id
     join party s on s.id = t.seller_id join party b on b.id = t.buyer_id
     where t.published_at is not null and ($1::text is null or t.quota = $1) and ($2::uuid is null or t.id < $2)
     order by t.id desc limit $3`,
    [filter.quota, filter.before, filter.limit],
  );
  return rows.map(({ area, paddy, capacity, ...row }) => ({
    ...row,
    quantities: quantities(area, paddy, capacity),
  }));
}
