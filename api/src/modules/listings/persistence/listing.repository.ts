import type { QuotaKind } from '@muheng/contracts/common/component';
import type { DrawRecord } from '@muheng/contracts/common/draw';
import type { Policy } from '@muheng/contracts/common/policy';
import type { listing } from '@muheng/contracts/listings';
import type { z } from 'zod';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type ListingStatus = z.output<typeof listing>['status'];
export type TradeForm = z.output<typeof listing>['form'];

/** What enforcement wrote about a breach; quantities in wire form because it is stored as it is shown. */
export interface Breach {
  at: string;
  reduced: { areaHa: string; paddyHa: string; capacityKg: string } | null;
  answerBy: string | null;
  decision: string | null;
}

export interface ListingRow {
  id: string;
  number: string | null;
  title: string;
  sellerId: string;
  regionCode: string;
  quota: QuotaKind;
  form: TradeForm;
  status: ListingStatus;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  startPrice: bigint;
  step: bigint | null;
  deposit: bigint;
  ceiling: bigint | null;
  /** Of a reverse purchase: no offer is below it. */
  floor: bigint | null;
  policyVersionId: string;
  policy: Policy;
  countyFirst: z.input<typeof listing>['countyFirst'];
  notes: string;
  createdBy: string;
  certifiedBy: string | null;
  createdAt: Date;
  certifiedAt: Date | null;
  noticeAt: Date | null;
  opensAt: Date | null;
  cityWindowEndsAt: Date | null;
  depositCloseAt: Date | null;
  listingBidStopAt: Date | null;
  listingEndsAt: Date | null;
  timedStartsAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  publicityEndsAt: Date | null;
  price: bigint | null;
  leaderId: string | null;
  leaderNo: number | null;
  bidCount: number;
  bidderCount: number;
  ceilingReachedAt: Date | null;
  /** What the notice committed to; null for a form without a draw. */
  namedBuyerId: string | null;
  drawCommitment: string | null;
  draw: DrawRecord | null;
  suspendedFrom: string | null;
  /** Since when it stands still by the regulator's word. */
  stoppedAt: Date | null;
  breach: Breach | null;
  offerEndsAt: Date | null;
  version: bigint;
}

/** The columns of a listing `l` under their names in code. */
export const listingColumns = `
  l.id, l.number, l.title, l.seller_id as "sellerId", l.region_code as "regionCode", l.quota, l.form, l.status,
  l.area, l.paddy, l.capacity, l.start_price as "startPrice", l.step, l.deposit, l.ceiling, l.floor_price as floor,
  l.policy_version_id as "policyVersionId", l.policy, l.county_first as "countyFirst", l.notes,
  l.created_by as "createdBy", l.certified_by as "certifiedBy", l.created_at as "createdAt",
  l.certified_at as "certifiedAt", l.notice_at as "noticeAt", l.opens_at as "opensAt",
  l.city_window_ends_at as "cityWindowEndsAt", l.deposit_close_at as "depositCloseAt",
  l.listing_bid_stop_at as "listingBidStopAt", l.listing_ends_at as "listingEndsAt",
  l.timed_starts_at as "timedStartsAt", l.closes_at as "closesAt", l.closed_at as "closedAt",
  l.publicity_ends_at as "publicityEndsAt", l.price, l.leader_id as "leaderId", l.leader_no as "leaderNo",
  l.bid_count as "bidCount", l.bidder_count as "bidderCount", l.ceiling_reached_at as "ceilingReachedAt",
  l.named_buyer_id as "namedBuyerId", l.draw_commitment as "drawCommitment", l.draw,
  l.suspended_from as "suspendedFrom", l.stopped_at as "stoppedAt", l.breach, l.offer_ends_at as "offerEndsAt", l.version`;

export async function findListing(tx: Tx | ReadTx, id: string): Promise<ListingRow | null> {
  const [row] = await tx.query<ListingRow>(`select ${listingColumns} from listing l where l.id = $1`, [id]);
  return row ?? null;
}

export async function findListings(tx: Tx | ReadTx, ids: readonly string[]): Promise<ListingRow[]> {
  return tx.query<ListingRow>(`select ${listingColumns} from listing l where l.id = any($1)`, [ids]);
}

/** The listing under its row lock: second in the lock order, after (county, indicator). */
export async function lockListing(tx: Tx, id: string): Promise<ListingRow | null> {
  const [row] = await tx.query<ListingRow>(
    `select ${listingColumns} from listing l where l.id = $1 for no key update`,
    [id],
  );
  return row ?? null;
}

export interface NewListing {
  id: string;
  title: string;
  sellerId: string;
  regionCode: string;
  quota: QuotaKind;
  form: TradeForm;
  startPrice: bigint;
  step: bigint | null;
  deposit: bigint;
  ceiling: bigint | null;
  floor: bigint | null;
  policyVersionId: string;
  policy: Policy;
  notes: string;
  namedBuyerId: string | null;
  createdBy: string;
}

export async function insertListing(tx: Tx, row: NewListing): Promise<void> {
  await tx.query(
    `insert into listing (id, title, seller_id, region_code, quota, form, status, start_price, step, deposit, ceiling,
       policy_version_id, policy, notes, created_by, named_buyer_id, floor_price, created_at)
     values ($1, $2, $3, $4, $5, $6, 'draft', $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15, $16, app_now())`,
    [
      row.id,
      row.title,
      row.sellerId,
      row.regionCode,
      row.quota,
      row.form,
      row.startPrice,
      row.step,
      row.deposit,
      row.ceiling,
      row.policyVersionId,
      JSON.stringify(row.policy),
      row.notes,
      row.createdBy,
      row.namedBuyerId,
      row.floor,
    ],
  );
}

/** What may be set by name; the column list stays in one place. */
const columnOf = {
  number: 'number',
  title: 'title',
  quota: 'quota',
  status: 'status',
  area: 'area',
  paddy: 'paddy',
  capacity: 'capacity',
  startPrice: 'start_price',
  step: 'step',
  deposit: 'deposit',
  ceiling: 'ceiling',
  floor: 'floor_price',
  policyVersionId: 'policy_version_id',
  policy: 'policy',
  countyFirst: 'county_first',
  notes: 'notes',
  createdBy: 'created_by',
  form: 'form',
  namedBuyerId: 'named_buyer_id',
  certifiedBy: 'certified_by',
  certifiedAt: 'certified_at',
  noticeAt: 'notice_at',
  opensAt: 'opens_at',
  cityWindowEndsAt: 'city_window_ends_at',
  depositCloseAt: 'deposit_close_at',
  listingBidStopAt: 'listing_bid_stop_at',
  listingEndsAt: 'listing_ends_at',
  timedStartsAt: 'timed_starts_at',
  closesAt: 'closes_at',
  closedAt: 'closed_at',
  publicityEndsAt: 'publicity_ends_at',
  price: 'price',
  leaderId: 'leader_id',
  leaderNo: 'leader_no',
  suspendedFrom: 'suspended_from',
  stoppedAt: 'stopped_at',
  breach: 'breach',
  offerEndsAt: 'offer_ends_at',
} as const satisfies Partial<Record<keyof ListingRow, string>>;

const jsonColumns: ReadonlySet<string> = new Set(['policy', 'countyFirst', 'breach']);

export type ListingChange = Partial<Pick<ListingRow, keyof typeof columnOf>>;

/** Sets the given columns of one listing, in one statement. The caller holds its lock. */
export async function updateListing(tx: Tx, id: string, change: ListingChange): Promise<void> {
  const names = (Object.keys(change) as (keyof typeof columnOf)[]).filter(
    (name) => change[name] !== undefined,
  );
  if (names.length === 0) return;
  const sets = names.map(
    (name, i) => `${columnOf[name]} = $${i + 2}${jsonColumns.has(name) ? '::jsonb' : ''}`,
  );
  const values = names.map((name) => {
    const value = change[name];
    return jsonColumns.has(name) && value !== null ? JSON.stringify(value) : value;
  });
  await tx.query(`update listing set ${sets.join(', ')} where id = $1`, [id, ...values]);
}
