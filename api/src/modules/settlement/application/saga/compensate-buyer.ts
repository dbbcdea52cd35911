import { postEntries } from '../../../ledger/application/journal.js';
import { findLivePayments } from '../../../payments/application/live-payment.js';
import { preparePayouts } from '../../../payments/application/prepare-payouts.js';
import { insertSteps, stepsAmong } from '../../persistence/trade-step.repository.js';
import type { SagaStep } from './saga-step.js';

/**
 * A seller in default has paid what it owes: the deposit once more, so that the buyer has it twice (domain §14). It
 * becomes the buyer's and waits for the two people who let payouts go.
 */
export const compensateBuyer: SagaStep = {
  name: 'compensation',
  act: async (tx, trades) => {
    const ids = trades.map(({ id }) => id);
    const done = await stepsAmong(tx, 'compensated', ids);
    const paid = await findLivePayments(tx, 'trade', ids, 'compensation');
    const due = trades.flatMap((trade) => {
      const payment = paid.get(trade.id);
      return payment?.state === 'succeeded' && !done.has(trade.id) ? [{ trade, payment }] : [];
    });
    await postEntries(
      tx,
      due.map(({ trade, payment: { amount } }) => ({
        kind: 'distribution',
        subjectType: 'trade',
        subjectId: trade.id,
        postings: [
          { partyId: trade.sellerId, asset: 'CNY', bucket: 'escrow', amount: -amount },
          { partyId: trade.buyerId, asset: 'CNY', bucket: 'payable', amount },
        ],
      })),
    );
    await preparePayouts(
      tx,
      due.map(({ trade: { buyerId, id, regionCode }, payment: { amount } }) => ({
        tradeId: id,
        regionCode,
        plan: [{ beneficiary: 'double-deposit', partyId: buyerId, holderId: buyerId, amount }],
      })),
    );
    await insertSteps(
      tx,
      'compensated',
      due.map(({ trade }) => trade.id),
    );
    return due.map(({ trade }) => trade);
  },
};
