import type { QuotaKind } from '@muheng/contracts/common/component';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { type FrequentTerms, narrowTerms, searchPattern, tellingTerms } from '../domain/search-terms.js';
import type { ListingRow, ListingStatus } from './listing.repository.js';

/** A listing as a row of a list: without its policy snapshot and its file. */
export type SummaryRow = Pick<
  ListingRow,
  | 'id'
  | 'number'
  | 'title'
  | 'sellerId'
  | 'quota'
  | 'form'
  | 'status'
  | 'area'
  | 'paddy'
  | 'capacity'
  | 'startPrice'
  | 'step'
  | 'deposit'
  | 'ceiling'
  | 'floor'
  | 'price'
  | 'bidCount'
  | 'version'
  | 'noticeAt'
  | 'opensAt'
  | 'listingEndsAt'
  | 'closesAt'
  | 'closedAt'
  | 'createdAt'
>;

export const summaryColumns = `
  l.id, l.number, l.title, l.seller_id as "sellerId", l.quota, l.form, l.status, l.area, l.paddy, l.capacity,
  l.start_price as "startPrice", l.step, l.deposit, l.ceiling, l.floor_price as floor,
  l.price, l.bid_count as "bidCount", l.version,
  l.notice_at as "noticeAt", l.opens_at as "opensAt", l.listing_ends_at as "listingEndsAt", l.closes_at as "closesAt",
  l.closed_at as "closedAt", l.created_at as "createdAt"`;

export interface FeedRow extends SummaryRow {
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
  q?: string | undefined;
}

export type FeedSort = 'newest' | 'closing-soon' | 'price-low' | 'price-high';

/** What indexes of their own keep (migration 642): a listing that has not ended. */
const liveStatuses: readonly ListingStatus[] = [
  'prefecture-window',
  'notice',
  'listing-open',
  'timed-bidding',
  'ceiling-reached',
  'lottery',
  'suspended',
];

/** Our own words, in the text of a statement. */
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

interface Order {
  column: string;
  /** As the row calls it. */
  name: 'noticeAt' | 'closesAt' | 'startPrice' | 'createdAt';
  type: 'timestamptz' | 'bigint';
  direction: 'asc' | 'desc';
  live: boolean;
}

const orders: Record<FeedSort, Order> = {
  newest: { column: 'l.notice_at', name: 'noticeAt', type: 'timestamptz', direction: 'desc', live: false },
  'closing-soon': {
    column: 'l.closes_at',
    name: 'closesAt',
    type: 'timestamptz',
    direction: 'asc',
    live: true,
  },
  'price-low': { column: 'l.start_price', name: 'startPrice', type: 'bigint', direction: 'asc', live: true },
  'price-high': {
    column: 'l.start_price',
    name: 'startPrice',
    type: 'bigint',
    direction: 'desc',
    live: true,
  },
};

/** Of which kind a cursor of this order is. */
export const cursorKindOf = (sort: FeedSort): 'instant' | 'number' =>
  orders[sort].type === 'bigint' ? 'number' : 'instant';

export const withSeller = `y.code as "sellerCode", y.name_zh as "sellerNameZh", y.name_en as "sellerNameEn",
  y.region_code as "sellerRegion"`;

/** Collects conditions with their parameters, numbered in the order in which they were added. */
export class Conditions {
  readonly sql: string[] = [];
  readonly params: unknown[] = [];

  add(condition: (place: string) => string, value: unknown): void {
    this.params.push(value);
    this.sql.push(condition(`$${this.params.length}`));
  }

  /** Rows behind a place of an order. */
  behind({ column, type, direction }: Order, after: Keyset | null): void {
    if (!after) return;
    this.params.push(after.at, after.id);
    const n = this.params.length;
    const beyond = direction === 'desc' ? '<' : '>';
    this.sql.push(`(${column}, l.id) ${beyond} ($${n - 1}::${type}, $${n}::uuid)`);
  }
}

/** Branches of a page: more of them than this cost more than one walk with filters. */
const branchesMax = 24;

/**
 * The filters of one page, as branches that each walk one index in the page's order: a filter of several values would
 * walk past everything else, down to the first listing of all when too few match. Statuses are our own words and stand
 * in the text, so that the plan knows which of the partial indexes they need.
 */
function branchesOf(
  filter: FeedFilter & { counties?: readonly string[] | undefined },
  order: Order,
  params: unknown[],
): string[] {
  const asked = filter.status?.filter((status) => !order.live || liveStatuses.includes(status));
  const statuses = asked?.map((status) => `l.status = '${status}'`) ?? [
    order.live ? `l.status in (${quoted(liveStatuses)})` : 'true',
  ];
  const place = (value: unknown): string => `$${params.push(value)}`;
  const counties = filter.counties ?? [];
  const apart = counties.length * statuses.length <= branchesMax;
  const places =
    counties.length === 0
      ? ['true']
      : apart
        ? counties.map((county) => `l.region_code = ${place(county)}`)
        : [`l.region_code = any(${place(counties)}::bpchar[])`];
  return statuses.flatMap((status) => places.map((county) => `${status} and ${county}`));
}

/** Rows of an order that are looked at one by one before an index is asked: what matches often is met there. */
const walkedFirst = 300;

type PageFilter = FeedFilter & { sort: FeedSort; counties?: readonly string[] | undefined };
interface Search extends PageFilter {
  q: string;
  /** What the index of texts is asked for. */
  words: string;
}

/**
 * One row more than the page, by keyset on the order's column and the id. A city is asked for by its counties: a prefix
 * could not use an index under row-level security.
 */
export async function findFeed(
  tx: ReadTx,
  filter: PageFilter,
  frequentTerms: () => Promise<FrequentTerms>,
): Promise<FeedRow[]> {
  const { q, status, sort, limit } = filter;
  if (q === undefined) return walkFeed(tx, filter);
  const near = await walkFeed(tx, filter, { most: walkedFirst });
  if (near.length > limit) return near;
  const search = { ...filter, q, words: narrowTerms(tellingTerms(q, await frequentTerms()), filter) };
  // What the first do not have at all is likely rare.
  const maybeRare = near.length === 0;
  const isLive = orders[sort].live || (status?.every((each) => liveStatuses.includes(each)) ?? false);
  if (!isLive) return searchFeed(tx, search, maybeRare);
  const ids = maybeRare ? await findRare(tx, search) : null;
  // What still runs is few enough to be walked past.
  return walkFeed(tx, search, { ids });
}

/** The page by walking its order; only among the first so many rows of it, or among some listings, where they are given. */
async function walkFeed(
  tx: ReadTx,
  filter: PageFilter,
  { most, ids }: { most?: number; ids?: readonly string[] | null } = {},
): Promise<FeedRow[]> {
  if (ids?.length === 0) return [];
  const order = orders[filter.sort];
  const where = new Conditions();
  where.sql.push('l.notice_at is not null');
  if (filter.quota) where.add((place) => `l.quota = ${place}`, filter.quota);
  where.behind(order, filter.after);
  if (ids) where.add((place) => `l.id = any(${place}::uuid[])`, ids);
  if (most !== undefined) where.sql.push(amongFirst(most, order, where.sql));
  if (filter.q)
    where.add((place) => `listing_search_text(l.number, l.title) like ${place}`, searchPattern(filter.q));
  const branches = branchesOf(filter, order, where.params);
  if (branches.length === 0) return [];
  const cursor = order.type === 'bigint' ? `${order.column}::text` : cursorText(order.column);
  const limit = filter.limit + 1;
  const pages = branches.map(
    (branch) =>
      `(select ${summaryColumns}, ${cursor} as "cursorAt" from listing l where ${where.sql.join(' and ')} and ${branch}
        order by ${order.column} ${order.direction}, l.id ${order.direction} limit ${limit})`,
  );
  const inOrder = `order by l."${order.name}" ${order.direction}, l.id ${order.direction}`;
  return tx.query<FeedRow>(
    `select l.*, ${withSeller}
     from (select * from (${pages.join(' union all ')}) l ${inOrder} limit ${limit}) l
     join party y on y.id = l."sellerId" ${inOrder}`,
    where.params,
  );
}

/** Rows as far as the so-manyth of an order, among those that fulfil some conditions. */
function amongFirst(most: number, { column, direction, live }: Order, conditions: readonly string[]): string {
  const [within, last] = direction === 'desc' ? ['>=', 'min'] : ['<=', 'max'];
  const running = live ? [`l.status in (${quoted(liveStatuses)})`] : [];
  return `${column} ${within} (select ${last}(place) from (select ${column} as place from listing l
    where ${[...conditions, ...running].join(' and ')} order by ${column} ${direction}, l.id ${direction} limit ${most}) near)`;
}

/** The page of the newest that contain a text, by the index of texts (migrations 671 and 722). */
const searchFeed = (tx: ReadTx, search: Search, maybeRare: boolean): Promise<FeedRow[]> =>
  tx.query<FeedRow>(
    `select ${summaryColumns}, ${cursorText('l.notice_at')} as "cursorAt", ${withSeller}
     from search_listings($1, $2, $3, $4, $5, (select min(notice_at) from listing where notice_at is not null), $6, $7) f
     join listing l on l.id = f.listing_id join party y on y.id = l.seller_id
     order by f.noticed_at desc, f.listing_id desc`,
    [
      search.words,
      searchPattern(search.q),
      search.status ?? null,
      search.after?.at ?? null,
      search.after?.id ?? null,
      search.limit + 1,
      maybeRare,
    ],
  );

/** All noticed listings with a text, where they are few; null where they are many. */
async function findRare(tx: ReadTx, { words, q }: Search): Promise<string[] | null> {
  const [row] = await tx.query<{ ids: string[] | null }>('select rare_listings($1, $2) as ids', [
    words,
    searchPattern(q),
  ]);
  return row?.ids ?? null;
}
