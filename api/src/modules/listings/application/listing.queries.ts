import { Injectable } from '@nestjs/common';
import { counties } from '@muheng/contracts/common/regions';
import type {
  listingFeedQuery,
  listingPage,
  myListingsQuery,
  waitingApprovals,
} from '@muheng/contracts/listings';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { rulesOf } from '../domain/forms.js';
import { findApprovals } from '../persistence/approval.repository.js';
import { findAwardSummaries } from '../persistence/award.repository.js';
import { findOwn, findWaiting } from '../persistence/desk-listings.repository.js';
import { findSealing } from '../persistence/sealing.repository.js';
import { FrequentTermsReader } from '../persistence/frequent-terms.js';
import { findItems } from '../persistence/listing-item.repository.js';
import { cursorKindOf, type FeedRow, findFeed } from '../persistence/listing-feed.repository.js';
import { findListing } from '../persistence/listing.repository.js';
import { findPartiesByCode, findPartyRefs } from '../persistence/party-ref.repository.js';
import { type ListingView, listingView, sealingView, summaryView } from './listing-view.js';

/** The view of one listing within a transaction; null when it cannot be seen there. */
export async function viewListing(tx: Tx | ReadTx, id: string): Promise<ListingView | null> {
  const row = await findListing(tx, id);
  if (!row) return null;
  const items = await findItems(tx, id);
  const approvals = await findApprovals(tx, id);
  const awards = await findAwardSummaries(tx, id);
  // Row-level security leaves none but to the market: `ListingQueries.one` reads it as the market does.
  const sealing = await findSealing(tx, id);
  const wanted = [
    row.sellerId,
    row.leaderId,
    row.namedBuyerId,
    ...approvals.map((each) => each.partyId),
    ...awards.flatMap((each) => [each.sellerId, each.buyerId]),
    ...(sealing?.holders ?? []).map((each) => each.partyId),
  ];
  const parties = await findPartyRefs(
    tx,
    wanted.filter((each) => each !== null),
  );
  // Once drawn, the record with its codes is public: people read names.
  const drawn = row.draw ? await findPartiesByCode(tx, row.draw.order) : null;
  return listingView({ row, items, approvals, awards, sealing, parties, drawn });
}

async function readSealing(tx: ReadTx, id: string): Promise<ListingView['sealing']> {
  const row = await findSealing(tx, id);
  if (!row) return null;
  const parties = await findPartyRefs(
    tx,
    row.holders.map((each) => each.partyId),
  );
  return sealingView(row, (partyId) => {
    const found = parties.get(partyId);
    if (!found) throw new Error(`party ${partyId} vanished`);
    return found;
  });
}

/** As `viewListing`, for the answer of a command that has just written the listing. */
export async function viewAfterWrite(tx: Tx, id: string): Promise<ListingView> {
  const view = await viewListing(tx, id);
  if (!view) throw new Error(`listing ${id} vanished`);
  return view;
}

/** A county itself, a city's counties, or all when the region is asked for. */
function countiesOf(code: string): string[] | undefined {
  if (code.endsWith('0000')) return undefined;
  if (!code.endsWith('00')) return [code];
  // The city itself sells nothing, but a region without counties must not become all of them.
  return [code, ...counties.map((each) => each.code).filter((each) => each.startsWith(code.slice(0, 4)))];
}

const summaryOf = (row: FeedRow) =>
  summaryView(row, {
    code: row.sellerCode,
    nameZh: row.sellerNameZh,
    nameEn: row.sellerNameEn,
    regionCode: row.sellerRegion,
  });

/** Reads of listings: the public feed, one's own, what waits for one's signature. */
@Injectable()
export class ListingQueries {
  private readonly frequentTerms = new FrequentTermsReader();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `listing.not-found`, also for a draft of somebody else. */
  async one(actor: Actor | null, id: string): Promise<ListingView> {
    const view = await this.unitOfWork.read(actor, (tx) => viewListing(tx, id));
    if (!view) throw new Refusal('listing.not-found', { params: { listing: id } });
    if (!rulesOf(view.form).isSealed) return view;
    return { ...view, sealing: await this.unitOfWork.readMarket((tx) => readSealing(tx, id)) };
  }

  /** The public feed. Throws `request.invalid` for a cursor of another order. */
  async feed(query: z.output<typeof listingFeedQuery>): Promise<z.input<typeof listingPage>> {
    const { county, sort = 'newest' } = query;
    const after = decodeCursor(query.cursor, cursorKindOf(sort));
    const counties = county === undefined ? undefined : countiesOf(county);
    const found = await this.unitOfWork.read(null, (tx) =>
      findFeed(tx, { ...query, sort, counties, after }, () => this.frequentTerms.read(tx)),
    );
    const { rows, nextCursor } = pageOf(found, query.limit);
    return { items: rows.map(summaryOf), nextCursor };
  }

  /** The reader's own listings, newest first, drafts included. */
  async mine(actor: Actor, query: z.output<typeof myListingsQuery>): Promise<z.input<typeof listingPage>> {
    const after = decodeCursor(query.cursor);
    const found = await this.unitOfWork.read(actor, (tx) =>
      findOwn(tx, actor.partyId ?? '', { ...query, after }),
    );
    const { rows, nextCursor } = pageOf(found, query.limit);
    return { items: rows.map(summaryOf), nextCursor };
  }

  /** Lanes that wait for the reader's party, longest first. */
  async waiting(actor: Actor): Promise<z.input<typeof waitingApprovals>> {
    const found = await this.unitOfWork.read(actor, (tx) => findWaiting(tx, actor.partyId ?? ''));
    return {
      items: found.map((row) => ({
        lane: row.lane,
        round: row.round,
        since: row.since.toISOString(),
        dueAt: row.dueAt?.toISOString() ?? null,
        listing: summaryOf(row),
      })),
    };
  }
}
