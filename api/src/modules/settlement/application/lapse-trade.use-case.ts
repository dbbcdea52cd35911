import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { failpoint } from '../../../kernel/failpoint.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findLivePayment } from '../../payments/application/live-payment.js';
import { SubmitPayment } from '../../payments/application/submit-payment.use-case.js';
import { callOffRequested } from '../../payments/application/cancel-payment.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { contractDefaulter, type TradeSide } from '../domain/default.js';
import { paymentDefaultAt } from '../domain/late-charge.js';
import { countiesAmong } from '../persistence/trade-parties.repository.js';
import { findInstalments } from '../persistence/instalment.repository.js';
import { findTrade, lockTrade, type TradeRow } from '../persistence/trade.repository.js';
import { concludeDefault } from './conclude-default.js';
import { RunnerUpOffers } from './runner-up/runner-up-offers.use-case.js';

/** A deadline has passed and somebody did not act: the trade is in default, with what the policy says (domain §14). */
@Injectable()
export class LapseTrade {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
    private readonly payments: SubmitPayment,
    private readonly offers: RunnerUpOffers,
  ) {}

  /**
   * Job `trade.lapse`. Does nothing before the deadline, or while the balance may be on its way. Of a trade in default it
   * ends what the runner-up was offered.
   */
  async execute(context: CommandContext, tradeId: string): Promise<void> {
    const seen = await this.unitOfWork.readMarket((tx) => findTrade(tx, tradeId));
    if (seen?.status === 'defaulted') return this.offers.lapse(context, tradeId);
    if (!seen || !defaulterAt(seen, await this.marketTime())) return;
    await this.callOffBalance(context, seen);
    const command = { name: 'settlement.lapse', scope: 'market' } as const;
    await this.unitOfWork.step(command, context, { tradeId }, async (tx) => {
      // The quota comes back to the seller's county, whose row comes first in the lock order.
      for (const county of await countiesAmong(tx, [seen.sellerId])) {
        await this.countyFirst.markStale(tx, county, seen.quota);
      }
      const trade = await lockTrade(tx, tradeId);
      const defaulter = trade && defaulterAt(trade, await tx.marketTime());
      if (!trade || !defaulter) return;
      if (trade.status === 'payment-due' && !(await callOffOpen(tx, tradeId))) return;
      await concludeDefault(tx, trade, defaulter);
      failpoint('settle:within-lapse');
    });
  }

  /** A transfer announced and never made must not keep a default away; one that has arrived is kept and counts. */
  private async callOffBalance(context: CommandContext, trade: TradeRow): Promise<void> {
    if (trade.status !== 'payment-due') return;
    const live = await this.unitOfWork.readMarket((tx) => findLivePayment(tx, 'trade', trade.id, 'balance'));
    if (live) await this.payments.callOff(context, live.id);
  }

  private async marketTime(): Promise<Date> {
    return this.unitOfWork.readMarket(async (tx) => tx.now);
  }
}

/** Calls off what is still asked for of the price. False when all of it is there, or may be on its way. */
async function callOffOpen(tx: Tx, tradeId: string): Promise<boolean> {
  const parts = (await findInstalments(tx, [tradeId])).get(tradeId);
  const next = parts?.find(({ state }) => state !== 'succeeded');
  if (parts && !next) return false;
  return callOffRequested(tx, 'trade', tradeId, 'balance', next?.part ?? 0);
}

/** Who is in default at `now`; null when nobody is. */
function defaulterAt(trade: TradeRow, now: Date): TradeSide | null {
  if (trade.status === 'confirmed' && trade.contractDueAt !== null && now >= trade.contractDueAt) {
    return contractDefaulter({ seller: trade.sellerSignedAt !== null, buyer: trade.buyerSignedAt !== null });
  }
  const { paymentDueAt, policy } = trade;
  const isUnpaid = trade.status === 'payment-due' && paymentDueAt !== null;
  return isUnpaid && now >= paymentDefaultAt(paymentDueAt, policy) ? 'buyer' : null;
}
