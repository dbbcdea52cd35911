import type { Fen } from '@muheng/contracts/common/quantity';
import { decided } from '../../../../kernel/errors/decided.js';
import { paidOutAmong, preparePayouts } from '../../../payments/application/prepare-payouts.js';
import { nextTradeStatus, type TradeEvent } from '../../domain/lifecycle.js';
import { frozenAmong } from '../../persistence/obstacles.repository.js';
import { insertSteps, stepsAmong } from '../../persistence/trade-step.repository.js';
import { setStatus, type TradeRow } from '../../persistence/trade.repository.js';
import { proceedsOf } from './proceeds-plan.js';
import { oneByOne, type SagaStep } from './saga-step.js';

/** The status after an event, the same for all trades of a step. */
export function statusAfter(trades: readonly TradeRow[], event: TradeEvent) {
  const [first] = trades;
  if (!first) throw new Error('a step of no trades');
  return decided(nextTradeStatus(first.status, event));
}

const idsOf = (trades: readonly TradeRow[]): string[] => trades.map(({ id }) => id);

/** The transfer is filed with the region; a freeze holds it until it is lifted. */
export const fileTransfer: SagaStep = {
  name: 'filing',
  act: async (tx, trades) => {
    const frozen = await frozenAmong(tx, idsOf(trades));
    const done = trades.filter(({ id }) => !frozen.has(id));
    if (done.length === 0) return done;
    await setStatus(tx, idsOf(done), statusAfter(done, 'file-transfer'));
    await insertSteps(tx, 'transfer-filed', idsOf(done));
    return done;
  },
};

/** Lays the payouts out for region finance, then waits until each has arrived. */
export const distributeProceeds: SagaStep = {
  name: 'proceeds',
  act: async (tx, trades) => {
    const laidOut = await stepsAmong(tx, 'payouts-laid-out', idsOf(trades));
    const fresh = trades.filter(({ id }) => !laidOut.has(id));
    const plans = [];
    for (const trade of fresh) {
      const { id: tradeId, regionCode, price } = trade;
      plans.push({ tradeId, regionCode, plan: await proceedsOf(tx, trade, price as Fen) });
    }
    await preparePayouts(tx, plans);
    await insertSteps(tx, 'payouts-laid-out', idsOf(fresh));
    const known = trades.filter(({ id }) => laidOut.has(id));
    const arrived = known.length > 0 ? await paidOutAmong(tx, idsOf(known)) : new Set<string>();
    const done = known.filter(({ id }) => arrived.has(id));
    if (done.length > 0) await setStatus(tx, idsOf(done), statusAfter(done, 'distribute-proceeds'));
    await insertSteps(tx, 'proceeds-distributed', idsOf(done));
    return [...fresh, ...done];
  },
};

export const completeTrade: SagaStep = {
  name: 'completion',
  act: oneByOne(async (tx, trade) => {
    await setStatus(tx, [trade.id], statusAfter([trade], 'complete'), 'completed_at');
    await insertSteps(tx, 'completed', [trade.id]);
    return true;
  }),
};
