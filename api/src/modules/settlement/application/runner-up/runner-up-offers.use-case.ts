import { Injectable } from '@nestjs/common';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { runnerUpOffer, runnerUpOffers } from '@muheng/contracts/runner-up';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { loadCalendar } from '../../../listings/application/calendar.js';
import { BuyerEligibility } from '../../../quota-bank/application/buyer-eligibility.service.js';
import { CountyFirst } from '../../../quota-bank/application/county-first.service.js';
import { publicityEnd } from '../../domain/deadlines.js';
import {
  endOffer,
  findOffer,
  findOfferOfTrade,
  findOffersTo,
  type OfferRow,
} from '../../persistence/runner-up.repository.js';
import { findTradeItems } from '../../persistence/trade-item.repository.js';
import type { TradeRow } from '../../persistence/trade.repository.js';
import { lockTradeAfterCounty } from '../objection.js';
import { openTrade } from '../open-trade.js';
import { releaseQuota } from '../release-quota.js';

type View = z.input<typeof runnerUpOffer>;

/** What a runner-up is asked after the buyer's default, and what it answers. */
@Injectable()
export class RunnerUpOffers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
    private readonly eligibility: BuyerEligibility,
  ) {}

  /** The reader's own party's, newest first. */
  async mine(actor: Actor): Promise<z.input<typeof runnerUpOffers>> {
    const rows = await this.unitOfWork.read(actor, (tx) => findOffersTo(tx, actor.partyId ?? ''));
    return { items: rows.map(view) };
  }

  /**
   * Yes makes a trade of its own, whose result is published and confirmed like any other; no sends the quota back to
   * its seller. Throws `settlement.offer-not-found`, `settlement.offer-over`, and what registering for it would throw.
   */
  async answer(context: CommandContext, offerId: string, accept: boolean): Promise<View> {
    const command = { name: 'settlement.answer-offer', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { offerId, accept }, async (tx) => {
      const known = await findOffer(tx, offerId);
      if (!known || known.partyId !== context.actor.partyId) throw new Refusal('settlement.offer-not-found');
      const trade = await lockTradeAfterCounty(tx, this.countyFirst, known.tradeId);
      const offer = await findOffer(tx, offerId);
      if (!trade || offer?.state !== 'open' || (await tx.marketTime()) >= offer.expiresAt) {
        throw new Refusal('settlement.offer-over', { params: { at: known.expiresAt.toISOString() } });
      }
      if (accept) await this.accept(tx, offer, trade);
      else await giveBack(tx, offer, trade, 'declined');
      const answered = await findOffer(tx, offerId);
      if (!answered) throw new Error(`offer ${offerId} vanished`);
      return view(answered);
    });
  }

  /** Job `trade.lapse` of a trade in default: nobody answered in time. */
  async lapse(context: CommandContext, tradeId: string): Promise<void> {
    const command = { name: 'settlement.lapse-offer', scope: 'market' } as const;
    await this.unitOfWork.step(command, context, { tradeId }, async (tx) => {
      const trade = await lockTradeAfterCounty(tx, this.countyFirst, tradeId);
      const offer = await findOfferOfTrade(tx, tradeId);
      if (!trade || offer?.state !== 'open' || (await tx.marketTime()) < offer.expiresAt) return;
      await giveBack(tx, offer, trade, 'lapsed');
    });
  }

  private async accept(tx: Tx, offer: OfferRow, trade: TradeRow): Promise<void> {
    const { partyId: buyerId, listingId, price, needId } = offer;
    const { quantities } = trade;
    await this.eligibility.check(tx, { buyerId, listingId, quantities, needId, hasCountyConsent: true });
    const awardedAt = await tx.marketTime();
    const id = await openTrade(tx, {
      ...{ listingId, sellerId: trade.sellerId, buyerId, regionCode: trade.regionCode, quota: trade.quota },
      ...{ price, needId, policy: trade.policy, awardedAt },
      publicityEndsAt: publicityEnd(awardedAt, trade.policy, await loadCalendar(tx)),
      // The quota waits in settlement already, since the trade that was not kept.
      items: await findTradeItems(tx, trade.id),
    });
    await endOffer(tx, offer.id, 'accepted', id);
    tx.audit('runner-up-offer', offer.id, { state: 'accepted', trade: id });
  }
}

async function giveBack(
  tx: Tx,
  offer: OfferRow,
  trade: TradeRow,
  state: 'declined' | 'lapsed',
): Promise<void> {
  await releaseQuota(tx, trade);
  await endOffer(tx, offer.id, state);
  tx.audit('runner-up-offer', offer.id, { state });
  tx.notify('market', { trade: trade.id });
}

const view = (row: OfferRow): View => ({
  id: row.id,
  listingId: row.listingId,
  listingNumber: row.listingNumber,
  listingTitle: row.listingTitle,
  priceCny: formatCny(row.price),
  offeredAt: row.offeredAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  state: row.state,
  tradeId: row.newTradeId,
});
