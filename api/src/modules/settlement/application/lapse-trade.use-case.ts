import { Injectable } from '@nestjs/common';
import type { Fen } from '@muheng/contracts/common/quantity';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { decided } from '../../../kernel/errors/decided.js';
import { failpoint } from '../../../kernel/failpoint.js';
import { stepOf } from '../../../kernel/unit-of-work/step-of.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { banForDefault, countDefaults } from '../../parties/application/ban-for-default.js';
import { findLivePayment } from '../../payments/application/live-payment.js';
import { SubmitPayment } from '../../payments/application/submit-payment.use-case.js';
import { callOffRequested } from '../../payments/application/cancel-payment.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { consequencesOf, contractDefaulter, type TradeSide } from '../domain/default.js';
import { paymentDefaultAt } from '../domain/late-charge.js';
import { nextTradeStatus } from '../domain/lifecycle.js';
import { countiesAmong } from '../persistence/trade-parties.repository.js';
import { findTrade, lockTrade, type TradeRow, updateTrade } from '../persistence/trade.repository.js';
import { insertStep } from '../persistence/trade-step.repository.js';
import { settleDeposit } from './lapsed-deposit.js';
import { releaseQuota } from './release-quota.js';

/** A deadline has passed and somebody did not act: the trade is in default, with what the policy says (domain §14). */
@Injectable()
export class LapseTrade {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
    private readonly payments: SubmitPayment,
  ) {}

  /** Job `trade.lapse`. Does nothing before the deadline, or while the balance may be on its way. */
  async execute(context: CommandContext, tradeId: string): Promise<void> {
    const seen = await this.unitOfWork.readMarket((tx) => findTrade(tx, tradeId));
    if (!seen || !defaulterAt(seen, await this.marketTime())) return;
    await this.callOffBalance(context, seen);
    const command = { name: 'settlement.lapse', scope: 'market' } as const;
    await this.unitOfWork.run(command, stepOf(context), { tradeId }, async (tx) => {
      // The quota comes back to the seller's county, whose row comes first in the lock order.
      for (const county of await countiesAmong(tx, [seen.sellerId])) {
        await this.countyFirst.markStale(tx, county, seen.quota);
      }
      const trade = await lockTrade(tx, tradeId);
      const defaulter = trade && defaulterAt(trade, await tx.marketTime());
      if (!trade || !defaulter) return;
      if (trade.status === 'payment-due' && !(await callOffRequested(tx, 'trade', tradeId, 'balance')))
        return;
      await conclude(tx, trade, defaulter);
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

/** Who is in default at `now`; null when nobody is. */
function defaulterAt(trade: TradeRow, now: Date): TradeSide | null {
  if (trade.status === 'confirmed' && trade.contractDueAt !== null && now >= trade.contractDueAt) {
    return contractDefaulter({ seller: trade.sellerSignedAt !== null, buyer: trade.buyerSignedAt !== null });
  }
  const { paymentDueAt, policy } = trade;
  const isUnpaid = trade.status === 'payment-due' && paymentDueAt !== null;
  return isUnpaid && now >= paymentDefaultAt(paymentDueAt, policy) ? 'buyer' : null;
}

async function conclude(tx: Tx, trade: TradeRow, defaulter: TradeSide): Promise<void> {
  const status = decided(nextTradeStatus(trade.status, 'default'));
  const partyId = defaulter === 'buyer' ? trade.buyerId : trade.sellerId;
  const forfeited = await settleDeposit(tx, trade, defaulter);
  const consequences = consequencesOf(
    defaulter,
    forfeited as Fen,
    await countDefaults(tx, partyId),
    tx.now,
    trade.policy,
  );
  await banForDefault(tx, partyId, trade.number, consequences.banUntil);
  await releaseQuota(tx, trade);
  await updateTrade(tx, trade.id, { status, forfeited });
  await insertStep(tx, trade.id, 'defaulted', { defaulter, forfeited: forfeited.toString() });
  tx.audit('trade', trade.id, { defaulter });
  tx.notify('market', { trade: trade.id });
}
