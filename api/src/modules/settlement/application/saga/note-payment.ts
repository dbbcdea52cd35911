import type { Fen } from '@muheng/contracts/common/quantity';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { findLivePayments } from '../../../payments/application/live-payment.js';
import { requestPayment } from '../../../payments/application/request-payment.js';
import { lateCharge } from '../../domain/late-charge.js';
import { insertSteps } from '../../persistence/trade-step.repository.js';
import { setLateCharges, setPaid, type TradeRow } from '../../persistence/trade.repository.js';
import type { SagaStep } from './saga-step.js';
import { statusAfter } from './small-steps.js';

/**
 * The balance has come, or the deposit was the whole price. What came late costs a charge for each day (domain §14),
 * asked for when the price is there and its amount is certain; the quota waits for both.
 */
export const notePayment: SagaStep = {
  name: 'payment',
  act: async (tx, trades) => {
    const ids = trades.map(({ id }) => id);
    const balances = await findLivePayments(tx, 'trade', ids, 'balance');
    const charges = await findLivePayments(tx, 'trade', ids, 'late-charge');
    const priced = trades.flatMap((trade) => {
      const balance = balances.get(trade.id);
      if (trade.deposit < trade.price && balance?.state !== 'succeeded') return [];
      return [{ ...trade, paidAt: balance?.resolvedAt ?? tx.now }];
    });
    const late = priced.filter(({ id, lateCharge: known }) => known === 0n && !charges.has(id));
    await askForCharges(tx, late);
    const done = priced.filter((trade) =>
      trade.lateCharge > 0n ? charges.get(trade.id)?.state === 'succeeded' : chargeOf(trade) === 0n,
    );
    if (done.length === 0) return done;
    await setPaid(tx, statusAfter(done, 'pay'), done);
    for (const { id } of done) tx.publish('trade.papers', { subjectId: id });
    await insertSteps(
      tx,
      'paid',
      done.map(({ id }) => id),
    );
    return done;
  },
};

type Priced = TradeRow & { paidAt: Date };

const chargeOf = ({ price, deposit, paymentDueAt, paidAt, policy }: Priced): bigint =>
  paymentDueAt === null ? 0n : lateCharge((price - deposit) as Fen, paymentDueAt, paidAt, policy);

async function askForCharges(tx: Tx, trades: readonly Priced[]): Promise<void> {
  const due = trades
    .map((trade) => ({ id: trade.id, partyId: trade.buyerId, charge: chargeOf(trade) }))
    .filter(({ charge }) => charge > 0n);
  await setLateCharges(tx, due);
  for (const { id: subjectId, partyId, charge: amount } of due) {
    await requestPayment(tx, { kind: 'late-charge', subjectType: 'trade', subjectId, partyId, amount });
  }
}
