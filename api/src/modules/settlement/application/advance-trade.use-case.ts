import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { failpoint } from '../../../kernel/failpoint.js';
import { Lane } from '../../../kernel/lane.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { findTrades, lockTrades, type TradeRow, type TradeStatus } from '../persistence/trade.repository.js';
import { notePayment } from './saga/note-payment.js';
import { completeTrade, fileTransfer, distributeProceeds } from './saga/small-steps.js';
import { callPayment } from './saga/call-payment.js';
import { compensateBuyer } from './saga/compensate-buyer.js';
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
  defaulted: compensateBuyer,
};

const limits = { batch: 100, waiting: 10_000 };

interface Wanted {
  context: CommandContext;
  tradeId: string;
}

/**
 * Takes trades from a signed contract to their end, one transaction a step. Trades that wait at the same time go
 * together: a set takes each step as one. Whoever dies between two steps leaves a status from which the next run goes
 * on; whoever dies within one leaves the step undone. A step that is done stands in `trade_step`, whose key makes doing
 * it twice impossible.
 */
@Injectable()
export class AdvanceTrade {
  private readonly lane = new Lane<Wanted, true>((batch) => this.advance(batch), limits);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Jobs `trade.advance`, and `payment.succeeded` for a trade. Does as many steps as can be done. */
  async execute(context: CommandContext, tradeId: string): Promise<void> {
    await this.lane.submit({ context, tradeId });
  }

  private async advance(batch: readonly Wanted[]): Promise<true[]> {
    const contexts = new Map(batch.map(({ context, tradeId }) => [tradeId, context]));
    let open = [...contexts.keys()];
    while (open.length > 0) {
      const seen = await this.unitOfWork.readMarket((tx) => findTrades(tx, open));
      open = [];
      for (const trades of alike(seen)) open.push(...(await this.take(contexts, trades)));
    }
    return batch.map(() => true);
  }

  /** One step of trades that stand alike, under their locks. Answers those that went on. */
  private async take(
    contexts: ReadonlyMap<string, CommandContext>,
    seen: readonly TradeRow[],
  ): Promise<string[]> {
    const [first] = seen;
    const step = first && steps[first.status];
    const context = first && contexts.get(first.id);
    if (!step || !context) return [];
    failpoint(`settle:before-${step.name}`);
    const command = { name: `settlement.${step.name}`, scope: 'market' } as const;
    const ids = seen.map(({ id }) => id);
    const done = await this.unitOfWork.step(command, context, { tradeIds: ids }, async (tx) => {
      // The (county, indicator) rows come first in the lock order, before the trades' own.
      await this.countyFirst.markAllStale(tx, (await step.counties?.(tx, seen)) ?? [], first.quota);
      const locked = (await lockTrades(tx, ids)).filter(({ status }) => status === first.status);
      const went = locked.length > 0 ? await step.act(tx, locked) : [];
      failpoint(`settle:within-${step.name}`);
      for (const { id } of went) {
        tx.audit('trade', id, {}, contexts.get(id));
        tx.notify('market', { trade: id, step: step.name });
      }
      return went.map(({ id }) => id);
    });
    // Dead here: the step is done and written; the next run reads the new status.
    if (done.length > 0) failpoint(`settle:after-${step.name}`);
    return done;
  }
}

/** Trades of one status and one indicator go together: their locks are then taken in one order by everybody. */
function alike(trades: readonly TradeRow[]): TradeRow[][] {
  const groups = new Map<string, TradeRow[]>();
  for (const trade of trades) {
    if (!steps[trade.status]) continue;
    const key = `${trade.status} ${trade.quota}`;
    groups.set(key, [...(groups.get(key) ?? []), trade]);
  }
  return [...groups.values()];
}
