import { quantities, type Quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** What a listing that has ended says about who got it, and for how much. */
export interface AwardRow {
  listingId: string;
  /** A reverse purchase: the sellers registered, and who listed it buys. */
  isPurchase: boolean;
  status: string;
  sellerId: string;
  regionCode: string;
  quota: QuotaKind;
  buyerId: string | null;
  /** 分. */
  price: bigint | null;
  policy: Policy;
  closedAt: Date | null;
  publicityEndsAt: Date | null;
  needId: string | null;
  traded: boolean;
}

/** The listing under its row lock, second in the lock order. */
export async function lockAward(tx: Tx, listingId: string): Promise<AwardRow | null> {
  // The lock first, the reading after it: whether a trade was made meanwhile shows only to a later statement.
  await tx.query('select 1 from listing where id = $1 for no key update', [listingId]);
  const [row] = await tx.query<AwardRow>(
    `select l.id as "listingId", l.form = 'reverse-purchase' as "isPurchase", l.status, l.seller_id as "sellerId", l.region_code as "regionCode", l.quota,
       l.leader_id as "buyerId", l.price, l.policy, l.closed_at as "closedAt", l.publicity_ends_at as "publicityEndsAt",
       (select r.need_id from registration r where r.listing_id = l.id and r.buyer_id = l.leader_id) as "needId",
       exists (select from trade t where t.listing_id = l.id) as traded
     from listing l where l.id = $1`,
    [listingId],
  );
  return row ?? null;
}

/** One buyer of a listing: all of it, or its part. */
export interface AwardPart {
  sellerId: string;
  /** Of the seller: who supervises it sees the trade. */
  regionCode: string;
  /** What held the quota while it was on offer. */
  hold: { subjectType: 'listing' | 'registration'; subjectId: string };
  buyerId: string;
  /** 分. */
  price: bigint;
  needId: string | null;
  items: AwardItem[];
}

/**
 * Who gets what of a sold listing: its parts where it was sold in parts, else all of it to its one buyer. Empty when it
 * was sold to nobody.
 */
export async function findParts(tx: Tx, award: AwardRow): Promise<AwardPart[]> {
  const rows = await tx.query<PartRow>(
    `select a.ordinal as part, a.seller_id as "sellerId",
       y.region_code as "regionCode", a.registration_id as "registrationId", a.buyer_id as "buyerId", a.price, r.need_id as "needId",
       i.place as ordinal, i.lot_id as "lotId", i.area, i.paddy, i.capacity
     from listing_award a join registration r on r.id = a.registration_id join party y on y.id = a.seller_id
     join listing_award_item i on (i.listing_id, i.ordinal) = (a.listing_id, a.ordinal)
     where a.listing_id = $1 order by a.ordinal, i.place`,
    [award.listingId],
  );
  const { buyerId, price, sellerId, regionCode, needId } = award;
  const byListing = { subjectType: 'listing', subjectId: award.listingId } as const;
  if (rows.length === 0) {
    if (buyerId === null || price === null) return [];
    const items = await findAwardItems(tx, award.listingId);
    return [{ sellerId, regionCode, hold: byListing, buyerId, price, needId, items }];
  }
  const parts = new Map<number, AwardPart>();
  for (const { part, area, paddy, capacity, ordinal, lotId, registrationId, ...whose } of rows) {
    const hold = award.isPurchase
      ? ({ subjectType: 'registration', subjectId: registrationId } as const)
      : byListing;
    const known: AwardPart = parts.get(part) ?? { ...whose, hold, items: [] };
    known.items.push({ ordinal, lotId, quantities: quantities(area, paddy, capacity) });
    parts.set(part, known);
  }
  return [...parts.values()];
}

interface PartRow extends Omit<AwardPart, 'items' | 'hold'>, Omit<AwardItem, 'quantities'> {
  part: number;
  registrationId: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

export interface AwardItem {
  ordinal: number;
  lotId: string;
  quantities: Quantities;
}

async function findAwardItems(tx: Tx, listingId: string): Promise<AwardItem[]> {
  const rows = await tx.query<{
    ordinal: number;
    lotId: string;
    area: bigint;
    paddy: bigint;
    capacity: bigint;
  }>(
    `select ordinal, lot_id as "lotId", area, paddy, capacity from listing_item where listing_id = $1 order by ordinal`,
    [listingId],
  );
  return rows.map(({ ordinal, lotId, area, paddy, capacity }) => ({
    ordinal,
    lotId,
    quantities: quantities(area, paddy, capacity),
  }));
}

export interface DepositRow {
  registrationId: string;
  buyerId: string;
}

/** Deposits of a listing that have come or that a wallet stands for, and are neither applied nor given back. */
export async function findHeldDeposits(tx: Tx, listingId: string): Promise<DepositRow[]> {
  return tx.query<DepositRow>(
    `select r.id as "registrationId", r.buyer_id as "buyerId"
     from registration r
     join payment p on p.subject_type = 'registration' and p.subject_id = r.id and p.kind = 'deposit'
     where r.listing_id = $1 and p.state = 'succeeded' and p.refunded + p.applied < p.amount
     union all
     select registration_id, party_id from deposit_cover where listing_id = $1 and state = 'held'
     order by 1`,
    [listingId],
  );
}

/** The registration behind a buyer's deposit. */
export async function findRegistrationId(tx: Tx, listingId: string, buyerId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'select id from registration where listing_id = $1 and buyer_id = $2',
    [listingId, buyerId],
  );
  return row?.id ?? null;
}

/** What became of registrations' deposits: applied to the price, given back, or lost (domain §7). */
export async function markRegistrations(
  tx: Tx,
  ids: readonly string[],
  status: 'deposit-applied' | 'refunded' | 'forfeited',
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('update registration set status = $2 where id = any($1)', [ids, status]);
}
