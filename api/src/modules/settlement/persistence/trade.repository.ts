import { quantities, type Quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { tradeStatus } from '@muheng/contracts/settlement';
import type { z } from 'zod';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type TradeStatus = z.output<typeof tradeStatus>;

export interface TradeRow {
  id: string;
  number: string;
  listingId: string;
  sellerId: string;
  buyerId: string;
  /** The seller's region. */
  regionCode: string;
  quota: QuotaKind;
  status: TradeStatus;
  quantities: Quantities;
  /** 分. */
  price: bigint;
  /** What of the buyer's deposit goes into the price, 分. */
  deposit: bigint;
  needId: string | null;
  policy: Policy;
  awardedAt: Date;
  publicityEndsAt: Date;
  confirmedAt: Date | null;
  contractDueAt: Date | null;
  sellerSignedAt: Date | null;
  buyerSignedAt: Date | null;
  paymentDueAt: Date | null;
  /** What paying late costs beside the price, 分; known when the price has come. */
  lateCharge: bigint;
}

type Columns = Omit<TradeRow, 'quantities'> & { area: bigint; paddy: bigint; capacity: bigint };

const columns = `id, number, listing_id as "listingId", seller_id as "sellerId", buyer_id as "buyerId",
  region_code as "regionCode", quota, status, area, paddy, capacity, price, deposit, need_id as "needId", policy,
  awarded_at as "awardedAt", publicity_ends_at as "publicityEndsAt", confirmed_at as "confirmedAt",
  contract_due_at as "contractDueAt", seller_signed_at as "sellerSignedAt", buyer_signed_at as "buyerSignedAt",
  payment_due_at as "paymentDueAt", late_charge as "lateCharge"`;

function tradeOf({ area, paddy, capacity, ...row }: Columns): TradeRow {
  return { ...row, quantities: quantities(area, paddy, capacity) };
}

export async function findTrade(tx: Tx | ReadTx, id: string): Promise<TradeRow | null> {
  const [row] = await tx.query<Columns>(`select ${columns} from trade where id = $1`, [id]);
  return row ? tradeOf(row) : null;
}

/** The trade under its row lock: third in the lock order, after (county, indicator) and listing. */
export async function lockTrade(tx: Tx, id: string): Promise<TradeRow | null> {
  const [row] = await tx.query<Columns>(`select ${columns} from trade where id = $1 for no key update`, [id]);
  return row ? tradeOf(row) : null;
}

/** Trades under their row locks, in the order of their ids, which is the order for every set. */
export async function lockTrades(tx: Tx, ids: readonly string[]): Promise<TradeRow[]> {
  const rows = await tx.query<Columns>(
    `select ${columns} from trade where id = any($1) order by id for no key update`,
    [ids],
  );
  return rows.map(tradeOf);
}

export async function findTrades(tx: Tx | ReadTx, ids: readonly string[]): Promise<TradeRow[]> {
  const rows = await tx.query<Columns>(`select ${columns} from trade where id = any($1) order by id`, [ids]);
  return rows.map(tradeOf);
}

/** Takes locked trades to a status; `at` names the instant that it brings with it. */
export async function setStatus(
  tx: Tx,
  ids: readonly string[],
  status: TradeStatus,
  at?: 'transferred_at' | 'completed_at',
): Promise<void> {
  const instant = at === undefined ? '' : `, ${at} = $3`;
  await tx.query(`update trade set status = $2${instant}, version = version + 1 where id = any($1)`, [
    ids,
    status,
    ...(at === undefined ? [] : [tx.now]),
  ]);
}

/** Locked trades whose price came late, each with what that costs. */
export async function setLateCharges(
  tx: Tx,
  trades: readonly { id: string; charge: bigint }[],
): Promise<void> {
  if (trades.length === 0) return;
  await tx.query(
    `update trade set late_charge = t.charge, version = version + 1
     from unnest($1::uuid[], $2::bigint[]) as t (id, charge) where trade.id = t.id`,
    [trades.map(({ id }) => id), trades.map(({ charge }) => charge.toString())],
  );
}

/** Locked trades whose price is all there, each since its own instant. */
export async function setPaid(
  tx: Tx,
  status: TradeStatus,
  trades: readonly { id: string; paidAt: Date }[],
): Promise<void> {
  await tx.query(
    `update trade set status = $1, paid_at = t.at, version = version + 1
     from unnest($2::uuid[], $3::timestamptz[]) as t (id, at) where trade.id = t.id`,
    [status, trades.map(({ id }) => id), trades.map(({ paidAt }) => paidAt)],
  );
}

export type NewTrade = Pick<
  TradeRow,
  | 'id'
  | 'number'
  | 'listingId'
  | 'sellerId'
  | 'buyerId'
  | 'regionCode'
  | 'quota'
  | 'quantities'
  | 'price'
  | 'deposit'
  | 'needId'
  | 'policy'
  | 'awardedAt'
  | 'publicityEndsAt'
>;

export async function insertTrade(tx: Tx, trade: NewTrade): Promise<void> {
  const { area, paddy, capacity } = trade.quantities;
  await tx.query(
    `insert into trade (id, number, listing_id, seller_id, buyer_id, region_code, quota, status, area, paddy, capacity,
       price, deposit, need_id, policy, awarded_at, published_at, publicity_ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'result-publicity', $8, $9, $10, $11, $12, $13, $14::jsonb, $15, app_now(), $16)`,
    [
      trade.id,
      trade.number,
      trade.listingId,
      trade.sellerId,
      trade.buyerId,
      trade.regionCode,
      trade.quota,
      area,
      paddy,
      capacity,
      trade.price,
      trade.deposit,
      trade.needId,
      JSON.stringify(trade.policy),
      trade.awardedAt,
      trade.publicityEndsAt,
    ],
  );
}

/** What may be set by name; the instants that each status brings with it. */
const columnOf = {
  status: 'status',
  deposit: 'deposit',
  publicityEndsAt: 'publicity_ends_at',
  confirmedAt: 'confirmed_at',
  contractDueAt: 'contract_due_at',
  sellerSignedAt: 'seller_signed_at',
  sellerSignedBy: 'seller_signed_by',
  buyerSignedAt: 'buyer_signed_at',
  buyerSignedBy: 'buyer_signed_by',
  paymentDueAt: 'payment_due_at',
  paidAt: 'paid_at',
  transferredAt: 'transferred_at',
  completedAt: 'completed_at',
  forfeited: 'forfeited',
} as const;

export type TradeChange = { [Name in keyof typeof columnOf]?: TradeStatus | Date | string | bigint };

/** Changes a locked trade and counts its version up. */
export async function updateTrade(tx: Tx, id: string, change: TradeChange): Promise<void> {
  const names = Object.keys(change) as (keyof typeof columnOf)[];
  const sets = names.map((name, i) => `${columnOf[name]} = $${i + 2}`);
  await tx.query(`update trade set ${sets.join(', ')}, version = version + 1 where id = $1`, [
    id,
    ...names.map((name) => change[name]),
  ]);
}
