import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import { contractDue } from '../domain/deadlines.js';
import { refuseConfirmation } from '../domain/lifecycle.js';
import { breachUndecided, failedAtNotice, freezeReason } from '../persistence/obstacles.repository.js';
import { lockTrade, updateTrade } from '../persistence/trade.repository.js';
import { insertStep } from '../persistence/trade-step.repository.js';

/** The end of publicity makes a result final, unless something still stands in its way (domain §8). */
@Injectable()
export class ConfirmTrade {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Job `trade.confirm`. Changes nothing while the rule says no; the trade comes round again when it may. */
  async execute(context: CommandContext, tradeId: string): Promise<void> {
    const command = { name: 'settlement.confirm', scope: 'market' } as const;
    await this.unitOfWork.step(command, context, { tradeId }, async (tx) => {
      const trade = await lockTrade(tx, tradeId);
      if (trade?.status !== 'result-publicity') return;
      const now = await tx.marketTime();
      const obstacles = {
        breachUndecided: await breachUndecided(tx, trade.listingId),
        failedAtNotice: await failedAtNotice(tx, trade.listingId),
        freezeReason: await freezeReason(tx, tradeId),
      };
      if (refuseConfirmation({ ...trade, ...obstacles }, now)) return;
      await updateTrade(tx, tradeId, {
        status: 'confirmed',
        confirmedAt: now,
        contractDueAt: contractDue(now, trade.policy, await loadCalendar(tx)),
      });
      await insertStep(tx, tradeId, 'confirmed');
      tx.publish('trade.papers', { subjectId: tradeId });
      tx.audit('trade', tradeId);
      tx.notify('market', { trade: tradeId });
    });
  }
}
