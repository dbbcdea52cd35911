import { quantities, type Quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { TradeStatus } from './trade.repository.js';

export interface PartyName {
  code: string;
  nameZh: string;
  nameEn: string;
}

export interface TradeHeadRow {
  id: string;
  number: string;
  listingId: string;
  listingNumber: string | null;
  listingTitle: string;
  seller: PartyName;
  buyer: PartyName;
  quota: QuotaKind;
  status: TradeStatus;
  quantities: Quantities;
  price: bigint;
  deposit: bigint;
  lateCharge: bigint;
  policy: Policy;
  awardedAt: Date;
  publicityEndsAt: Date;
  confirmedAt: Date | null;
  contractDueAt: Date | null;
  paymentDueAt: Date | null;
  paidAt: Date | null;
  transferredAt: Date | null;
  completedAt: Date | null;
  certificateNumber: string | null;
}

type Columns = Omit<TradeHeadRow, 'quantities'> & { area: bigint; paddy: bigint; capacity: bigint };

const party = (alias: string): string =>
  `jsonb_build_object('code', ${alias}.code, 'nameZh', ${alias}.name_zh, 'nameEn', ${alias}.name_en)`;

const select = `
  select t.id, t.number, t.listing_id as "listingId", l.number as "listingNumber", l.title as "listingTitle",
    ${party('s')} as seller, ${party('b')} as buyer, t.quota, t.status, t.area, t.paddy, t.capacity, t.price, t.deposit,
    t.late_charge as "lateCharge", t.policy, t.awarded_at as "awardedAt", t.publicity_ends_at as "publicityEndsAt",
    t.confirmed_at as "confirmedAt", t.contract_due_at as "contractDueAt", t.payment_due_at as "paymentDueAt",
    t.paid_at as "paidAt", t.transferred_at as "transferredAt", t.completed_at as "completedAt",
    (select c.number from certificate c where c.trade_id = t.id) as "certificateNumber"
  from trade t join listing l on l.id = t.listing_id
  join party s on s.id = t.seller_id join party b on b.id = t.buyer_id`;

// Results are public rows, so who may read a trade's file is said here: its two sides and who supervises either.
const maySee = `(t.seller_id = $1 or t.buyer_id = $1
  or ($2 <> '' and (t.region_code like $2 || '%' or b.region_code like $2 || '%')))`;

const headOf = ({ area, paddy, capacity, ...row }: Columns): TradeHeadRow => ({
  ...row,
  quantities: quantities(area, paddy, capacity),
});

export interface Reader {
  partyId: string | null;
  scope: string;
}

export async function listTrades(
  tx: ReadTx,
  reader: Reader,
  filter: { status: string | null; listingId: string | null; before: string | null; limit: number },
): Promise<TradeHeadRow[]> {
  const rows = await tx.query<Columns>(
    `${select} where ${maySee} and ($3::text is null or t.status = $3) and ($4::uuid is null or t.listing_id = $4)
       and ($5::uuid is null or t.id < $5)
     order by t.id desc limit $6`,
    [reader.partyId, reader.scope, filter.status, filter.listingId, filter.before, filter.limit],
  );
  return rows.map(headOf);
}

/** The trade's head, for a reader who may see its file; null otherwise. */
export async function findTradeFor(tx: ReadTx, reader: Reader, id: string): Promise<TradeHeadRow | null> {
  const [row] = await tx.query<Columns>(`${select} where ${maySee} and t.id = $3`, [
    reader.partyId,
    reader.scope,
    id,
  ]);
  return row ? headOf(row) : null;
}

/** The trade's head for a use case that has checked its actor. */
export async function findTradeHead(tx: Tx | ReadTx, id: string): Promise<TradeHeadRow | null> {
  const [row] = await tx.query<Columns>(`${select} where t.id = $1`, [id]);
  return row ? headOf(row) : null;
}
