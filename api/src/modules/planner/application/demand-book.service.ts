import { Injectable } from '@nestjs/common';
import { addDays, shanghaiDay } from '@muheng/contracts/common/calendar';
import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { formatCny, formatHa, parseCny } from '@muheng/contracts/common/quantity';
import type {
  demand,
  demandDepth,
  demandDepthQuery,
  demandMatch,
  demandQuery,
  publishDemandInput,
} from '@muheng/contracts/planner';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { unlessRefused } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findOnOffer, type OnOfferRow } from '../../listings/application/on-offer.js';
import { needOfBuyer } from '../../quota-bank/application/need-of-buyer.js';
import { depthOf, isMatch, refuseValidity } from '../domain/demand.js';
import {
  type DemandRow,
  findDemand,
  findDemands,
  findLiveDemands,
  findOwnDemands,
  insertDemand,
  withdrawDemand,
} from '../persistence/demand.repository.js';

type View = z.input<typeof demand>;
type Match = z.input<typeof demandMatch>;
const matchesShown = 5;
const daysAtMost = 365;

/** What buyers look for, for sellers to see (ux.md "需求广场"). */
@Injectable()
export class DemandBook {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Puts one's own open need into the book. Throws `quota.need-not-found`, `planner.need-covered`, `demand.validity`,
   * `demand.already-published`.
   */
  async publish(context: CommandContext, input: z.output<typeof publishDemandInput>): Promise<View> {
    const { partyId, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'planner.publish-demand', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const need = await needOfBuyer(tx, partyId, 'SFQ', input);
      if (need.status !== 'open')
        throw new Refusal('planner.need-covered', { params: { need: need.number, status: need.status } });
      const today = shanghaiDay(tx.now);
      unlessRefused(refuseValidity(input.validUntil, today, addDays(today, daysAtMost)));
      const id = uuidv7();
      const { limitCnyPerMu, named, validUntil } = input;
      const limitPerMu = limitCnyPerMu === undefined ? null : parseCny(limitCnyPerMu);
      const row = { id, needId: need.id, partyId, limitPerMu, named, validUntil, byPersonId: personId };
      if (!(await insertDemand(tx, row)))
        throw new Refusal('demand.already-published', { params: { need: need.number } });
      tx.audit('demand', id, { need: need.id, named });
      tx.notify('market', { event: 'demand', demandId: id });
      const made = await findDemand(tx, id);
      if (!made) throw new Error(`demand ${id} vanished`);
      return viewOf(made, await findOnOffer(tx, made.quota), partyId);
    });
  }

  /** Throws `demand.not-found`. */
  async withdraw(context: CommandContext, id: string): Promise<{ id: string }> {
    const command = { name: 'planner.withdraw-demand', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id }, async (tx) => {
      if (!(await withdrawDemand(tx, id, context.actor.partyId ?? ''))) throw new Refusal('demand.not-found');
      tx.audit('demand', id);
      return { id };
    });
  }

  /** The book, newest first: names only where their owners show them, the reader's own always. */
  async list(actor: Actor | null, query: z.output<typeof demandQuery>) {
    return this.unitOfWork.readMarket(async (tx) => {
      const rows = await findDemands(tx, query, query);
      const shown = rows.slice(0, query.limit);
      const offers = await offersOf(tx, shown);
      const last = rows.length > query.limit ? shown.at(-1) : undefined;
      const reader = actor?.partyId ?? null;
      return {
        items: shown.map((row) => viewOf(row, offers.get(row.quota) ?? [], reader)),
        nextCursor: last?.id ?? null,
      };
    });
  }

  /** How much is wanted at each price, dearest first. */
  async depth(query: z.output<typeof demandDepthQuery>): Promise<z.input<typeof demandDepth>> {
    const rows = await this.unitOfWork.readMarket((tx) => findLiveDemands(tx, query));
    const levels = depthOf(rows.map(wantedOf)).map(({ limitPerMu, needs, area, cumulative }) => ({
      limitCnyPerMu: limitPerMu === null ? null : formatCny(limitPerMu),
      needs,
      areaHa: formatHa(area),
      cumulativeHa: formatHa(cumulative),
    }));
    return { quota: query.quota, levels };
  }

  /** Listings that would do for what the reader's party has published: its alert, derived anew at each look. */
  async matchesOf(partyId: string): Promise<Match[]> {
    return this.unitOfWork.readMarket(async (tx) => {
      const rows = await findOwnDemands(tx, partyId);
      const offers = await offersOf(tx, rows);
      return rows.flatMap((row) =>
        matchesIn(row, offers.get(row.quota) ?? []).map((offer) => ({
          demandId: row.id,
          needTitle: row.needTitle,
          listingId: offer.id,
          number: offer.number,
          title: offer.title,
          priceCny: formatCny(offer.price ?? offer.startPrice),
        })),
      );
    });
  }
}

async function offersOf(tx: Tx | ReadTx, rows: readonly DemandRow[]): Promise<Map<string, OnOfferRow[]>> {
  const offers = new Map<string, OnOfferRow[]>();
  for (const quota of new Set(rows.map((row) => row.quota))) offers.set(quota, await findOnOffer(tx, quota));
  return offers;
}

const wantedOf = (row: DemandRow) => ({
  quantities: quantities(row.area, row.paddy, row.capacity),
  limitPerMu: row.limitPerMu,
});

/** The first few listings of others that fit. */
const matchesIn = (row: DemandRow, offers: readonly OnOfferRow[]): OnOfferRow[] =>
  offers
    .filter(
      (offer) =>
        offer.sellerCode !== row.partyCode &&
        offer.status !== 'suspended' &&
        isMatch(wantedOf(row), {
          quantities: quantities(offer.area, offer.paddy, offer.capacity),
          price: offer.price ?? offer.startPrice,
        }),
    )
    .slice(0, matchesShown);

function viewOf(row: DemandRow, offers: readonly OnOfferRow[], reader: string | null): View {
  const mine = reader !== null && row.partyId === reader;
  const shows = row.named || mine;
  const wanted = wantedOf(row);
  return {
    id: row.id,
    quota: row.quota,
    category: row.category,
    year: Number.parseInt(row.wantedDay.slice(0, 4), 10),
    regionCode: shows ? row.regionCode : `${row.regionCode.slice(0, 4)}00`,
    party: shows
      ? {
          code: row.partyCode,
          nameZh: row.partyNameZh,
          nameEn: row.partyNameEn,
          regionCode: row.regionCode,
        }
      : null,
    wanted: formatQuantities(wanted.quantities),
    limitCnyPerMu: row.limitPerMu === null ? null : formatCny(row.limitPerMu),
    validUntil: row.validUntil,
    publishedAt: row.publishedAt.toISOString(),
    mine,
    matches: matchesIn(row, offers).map(({ id, number, title }) => ({ listingId: id, number, title })),
  };
}
