import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findLogHead, readEventsAfter, type WireEvent } from '../../listings/application/listing-events.js';
import { findJobParty } from '../persistence/job-owner.repository.js';

/** Where the log of each listing stands, by listing id. */
export type Heads = ReadonlyMap<string, bigint>;

/** What the live streams read: logs of listings, market time, and who may follow what. */
@Injectable()
export class LiveLogQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Where each log stands. Row-level security says which listings the reader may follow, its party which jobs:
   * throws `listing.not-found`, `request.not-found`.
   */
  async heads(actor: Actor | null, listingIds: readonly string[], jobIds: readonly string[]): Promise<Heads> {
    return this.unitOfWork.read(actor, async (tx) => {
      const heads = new Map<string, bigint>();
      for (const listing of listingIds) {
        const head = await findLogHead(tx, listing);
        if (!head) throw new Refusal('listing.not-found', { params: { listing } });
        heads.set(listing, head.version);
      }
      for (const job of jobIds) {
        const owner = await findJobParty(tx, job);
        if (!actor || !owner || owner.partyId !== actor.partyId) throw new Refusal('request.not-found');
      }
      return heads;
    });
  }

  /** Events of a listing's log after a version, oldest first, serialised once for all who follow. */
  async eventsAfter(listingId: string, version: bigint, limit: number): Promise<WireEvent[]> {
    return this.unitOfWork.read(null, (tx) => readEventsAfter(tx, listingId, version, limit));
  }

  async marketTime(): Promise<Date> {
    return this.unitOfWork.read(null, async (tx) => tx.now);
  }
}
