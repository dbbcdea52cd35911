import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ApprovalLane } from '@muheng/contracts/common/policy';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { listingColumns, type ListingRow, type ListingStatus } from './listing.repository.js';

export interface FeedRow extends ListingRow {
  cursorAt: string;
  sellerCode: string;
  sellerNameZh: string;
  sellerNameEn: string;
  sellerRegion: string;
}

export interface FeedFilter {
  limit: number;
  after: Keyset | null;
  status?: ListingStatus[] | undefined;
  quota?: QuotaKind | undefined;
  county?: string | undefined;
  q?: string | undefined;
}

const withSeller = `y.code as "sellerCode", y.name_zh as "sellerNameZh", y.name_en as "sellerNameEn",
  y.region_code as "sellerRegion"`;

/** `%` and `_` that somebody typed are letters, not wildcards. */
const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Collects conditions with their parameters, numbered in the order in which they were added. */
class Conditions {
  readonly sql: string[] = [];
  readonly params: unknown[] = [];

  add(condition: (place: string) => string, value: unknown): void {
    this.params.push(value);
    this.sql.push(condition(`$${this.params.length}`));
  }

  /** Rows before a place of a newest-first order. */
  before(column: string, after: Keyset | null): void {
    if (!after) return;
    this.params.push(after.at, after.id);
    const n = this.params.length;
    this.sql.push(`(${column}, l.id) < ($${n - 1}::timestamptz, $${n}::uuid)`);
  }
}

/** One row more than the page, by keyset on (notice_at, id). */
export async function findFeed(tx: ReadTx, filter: FeedFilter): Promise<FeedRow[]> {
  const where = new Conditions();
  where.sql.push('l.notice_at is not null');
  if (filter.status) where.add((place) => `l.status = any(${place}::text[])`, filter.status);
  if (filter.quota) where.add((place) => `l.quota = ${place}`, filter.quota);
  if (filter.county?.endsWith('00')) {
    where.add(
      (place) => `l.region_code like ${place}`,
      `${filter.county.slice(0, filter.county === '640000' ? 2 : 4)}%`,
    );
  } else if (filter.county) where.add((place) => `l.region_code = ${place}`, filter.county);
  if (filter.q)
    where.add((place) => `(l.number ilike ${place} or l.title ilike ${place})`, contains(filter.q));
  where.before('l.notice_at', filter.after);
  return tx.query<FeedRow>(
    `select ${listingColumns}, ${cursorText('l.notice_at')} as "cursorAt", ${withSeller}
     from listing l join party y on y.id = l.seller_id
     where ${where.sql.join(' and ')} order by l.notice_at desc, l.id desc limit ${filter.limit + 1}`,
    where.params,
  );
}

/** A seller's own listings, drafts included, by keyset on (created_at, id). */
export async function findOwn(tx: ReadTx, sellerId: string, filter: FeedFilter): Promise<FeedRow[]> {
  const where = new Conditions();
  where.add((place) => `l.seller_id = ${place}`, sellerId);
  if (filter.status) where.add((place) => `l.status = any(${place}::text[])`, filter.status);
  where.before('l.created_at', filter.after);
  return tx.query<FeedRow>(
    `select ${listingColumns}, ${cursorText('l.created_at')} as "cursorAt", ${withSeller}
     from listing l join party y on y.id = l.seller_id
     where ${where.sql.join(' and ')} order by l.created_at desc, l.id desc limit ${filter.limit + 1}`,
    where.params,
  );
}

export interface WaitingRow extends FeedRow {
  lane: ApprovalLane;
  round: number;
  since: Date;
}

const waitingMax = 200;

/** Lanes of a party whose turn it is: every lane before them has approved. */
export async function findWaiting(tx: ReadTx, partyId: string): Promise<WaitingRow[]> {
  return tx.query<WaitingRow>(
    `select ${listingColumns}, '' as "cursorAt", ${withSeller}, a.lane, a.round,
       coalesce(before.decided_at, l.created_at) as since
     from approval a
     join listing l on l.id = a.listing_id
     join party y on y.id = l.seller_id
     left join approval before on before.listing_id = a.listing_id and before.round = a.round
       and before.ordinal = a.ordinal - 1
     where a.party_id = $1 and a.decision is null
       and (before.decision = 'approved' or a.ordinal = 1)
     order by since limit ${waitingMax}`,
    [partyId],
  );
}

export interface PartyRefRow {
  code: string;
  nameZh: string;
  nameEn: string;
  regionCode: string;
}

/** Names of parties, by id. */
export async function findPartyRefs(
  tx: Tx | ReadTx,
  ids: readonly string[],
): Promise<Map<string, PartyRefRow>> {
  const rows = await tx.query<PartyRefRow & { id: string }>(
    `select id, code, name_zh as "nameZh", name_en as "nameEn", region_code as "regionCode"
     from party where id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...party }) => [id, party]));
}

/** The party with this code: whose lane it is. */
export async function findPartyId(tx: Tx, code: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>('select id from party where code = $1', [code]);
  return row?.id ?? null;
}
