import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { failpoint } from '../../../kernel/failpoint.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { stepOf } from '../../../kernel/unit-of-work/step-of.js';
import { findTrade, lockTrade, type TradeRow, type TradeStatus } from '../persistence/trade.repository.js';
import { completeTrade, fileTransfer, notePayment, distributeProceeds } from './saga/small-steps.js';
import { callPayment } from './saga/call-payment.js';
import { issueCertificate } from './saga/issue-certificate.js';
import type { SagaStep } from './saga/saga-step.js';
import { transferQuota } from './saga/transfer-quota.js';

/** What takes a trade on from a status. Where nothing stands, people or time must act first. */
const steps: Partial<Record<TradeStatus, SagaStep>> = {
  'contract-signed': callPayment,
  'payment-due': notePayment,
  paid: fileTransfer,
  'transfer-filed': transferQuota,
  'quota-transferred': issueCertificate,
  'certificate-issued': distributeProceeds,
  'proceeds-distributed': completeTrade,
};

/**
 * Takes a trade from a signed contract to its end, one transaction a step. Whoever dies between two steps leaves a
 * status from which the next run goes on; whoever dies within one leaves the step undone. A step that is done stands
 * in `trade_step`, whose key makes doing it twice impossible.
 */
@Injectable()
export class AdvanceTrade {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Jobs `trade.advance`, and `payment.succeeded` for a trade. Does as many steps as can be done. */
  async execute(context: CommandContext, tradeId: string): Promise<void> {
    for (;;) {
      const seen = await this.unitOfWork.readMarket((tx) => findTrade(tx, tradeId));
      const step = seen && steps[seen.status];
      if (!seen || !step || !(await this.take(context, seen, step))) return;
      // Dead here: the step is done and written; the next run reads the new status.
      failpoint(`settle:after-${step.name}`);
    }
  }

  /** One step under the trade's lock; false when it cannot be done yet, or another has done it meanwhile. */
  private async take(context: CommandContext, seen: TradeRow, step: SagaStep): Promise<boolean> {
    failpoint(`settle:before-${step.name}`);
    const command = { name: `settlement.${step.name}`, scope: 'market' } as const;
    return this.unitOfWork.run(command, stepOf(context), { tradeId: seen.id }, async (tx) => {
      // The (county, indicator) rows come first in the lock order, before the trade's own.
      for (const countyId of (await step.counties?.(tx, seen)) ?? []) {
        await this.countyFirst.markStale(tx, countyId, seen.quota);
      }
      const trade = await lockTrade(tx, seen.id);
      if (trade?.status !== seen.status) return false;
      const done = await step.act(tx, trade);
      failpoint(`settle:within-${step.name}`);
      if (!done) return false;
      tx.audit('trade', trade.id);
      tx.notify('market', { trade: trade.id });
      return true;
    });
  }
}
