import { decided } from '../../../../kernel/errors/decided.js';
import type { Fen } from '@muheng/contracts/common/quantity';
import { allPaidOut, preparePayouts } from '../../../payments/application/prepare-payouts.js';
import { findLivePayment } from '../../../payments/application/live-payment.js';
import { nextTradeStatus } from '../../domain/lifecycle.js';
import { freezeReason } from '../../persistence/obstacles.repository.js';
import { hasStep, insertStep, updateTrade } from '../../persistence/trade.repository.js';
import { proceedsOf } from './proceeds-plan.js';
import type { SagaStep } from './saga-step.js';

/** The balance has come, or the deposit was the whole price. */
export const notePayment: SagaStep = {
  name: 'payment',
  act: async (tx, trade) => {
    const paid = await findLivePayment(tx, 'trade', trade.id, 'balance');
    if (trade.deposit < trade.price && paid?.state !== 'succeeded') return false;
    const status = decided(nextTradeStatus(trade.status, 'pay'));
    await updateTrade(tx, trade.id, { status, paidAt: paid?.resolvedAt ?? tx.now });
    await insertStep(tx, trade.id, 'paid');
    return true;
  },
};

/** The transfer is filed with the region; a freeze holds it until it is lifted. */
export const fileTransfer: SagaStep = {
  name: 'filing',
  act: async (tx, trade) => {
    if ((await freezeReason(tx, trade.id)) !== null) return false;
    await updateTrade(tx, trade.id, { status: decided(nextTradeStatus(trade.status, 'file-transfer')) });
    await insertStep(tx, trade.id, 'transfer-filed');
    return true;
  },
};

/** Lays the payouts out for region finance, then waits until each has arrived. */
export const distributeProceeds: SagaStep = {
  name: 'proceeds',
  act: async (tx, trade) => {
    if (!(await hasStep(tx, trade.id, 'payouts-laid-out'))) {
      const plan = await proceedsOf(tx, trade, trade.price as Fen);
      await preparePayouts(tx, trade.id, trade.regionCode, plan);
      await insertStep(tx, trade.id, 'payouts-laid-out', { rows: plan.length });
      return true;
    }
    if (!(await allPaidOut(tx, trade.id))) return false;
    await updateTrade(tx, trade.id, {
      status: decided(nextTradeStatus(trade.status, 'distribute-proceeds')),
    });
    await insertStep(tx, trade.id, 'proceeds-distributed');
    return true;
  },
};

export const completeTrade: SagaStep = {
  name: 'completion',
  act: async (tx, trade) => {
    const status = decided(nextTradeStatus(trade.status, 'complete'));
    await updateTrade(tx, trade.id, { status, completedAt: tx.now });
    await insertStep(tx, trade.id, 'completed');
    return true;
  },
};
