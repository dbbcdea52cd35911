import { Injectable } from '@nestjs/common';
import type { trade, tradePage, tradeQuery } from '@muheng/contracts/settlement';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { tenantOf } from '../../../kernel/unit-of-work/tenant.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findTradeFor, listTrades, type Reader } from '../persistence/trade.reads.js';
import { tradeDetail, tradeSummaryView } from './trade-view.js';

/** Trades of one's own party, or of the region that one supervises. */
@Injectable()
export class TradeQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  async list(actor: Actor, query: z.output<typeof tradeQuery>): Promise<z.input<typeof tradePage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listTrades(tx, readerOf(actor), {
        status: query.status ?? null,
        listingId: query.listingId ?? null,
        before: query.cursor ?? null,
        limit: query.limit + 1,
      });
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        items: shown.map(tradeSummaryView),
        nextCursor: rows.length > query.limit && last ? last.id : null,
      };
    });
  }

  /** Throws `settlement.not-found`, also for other people's trades. */
  async one(actor: Actor, id: string): Promise<z.input<typeof trade>> {
    await this.requireSeen(actor, id);
    // The file holds rows of both sides (a signer's name, the buyer's payment); the check above let its reader in.
    return this.unitOfWork.readMarket((tx) => tradeDetail(tx, id));
  }

  /** Throws `settlement.not-found` unless the actor may see the trade's file. */
  async requireSeen(actor: Actor, id: string): Promise<void> {
    const head = await this.unitOfWork.read(actor, (tx) => findTradeFor(tx, readerOf(actor), id));
    if (!head) throw new Refusal('settlement.not-found', { params: { trade: id } });
  }
}

const readerOf = (actor: Actor): Reader => ({ partyId: actor.partyId, scope: tenantOf(actor).scope });
