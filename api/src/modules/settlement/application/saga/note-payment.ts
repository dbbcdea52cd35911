import type { Fen } from '@muheng/contracts/common/quantity';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { findLivePayments } from '../../../payments/application/live-payment.js';
import { requestPayment } from '../../../payments/application/request-payment.js';
import { lateCharge } from '../../domain/late-charge.js';
import { findInstalments, type InstalmentRow } from '../../persistence/instalment.repository.js';
import { insertSteps } from '../../persistence/trade-step.repository.js';
import { setLateCharges, setPaid, type TradeRow, updateTrade } from '../../persistence/trade.repository.js';
import type { SagaStep } from './saga-step.js';
import { statusAfter } from './small-steps.js';

/** A trade whose whole price is there, since when, and what having paid late costs, 分. */
type Priced = TradeRow & { paidAt: Date; charge: bigint };

/**
 * The balance has come, or its last part, or the deposit was the whole price. What came late costs a charge for each day
 * (domain §14), asked for when the price is there and its amount is certain; the quota waits for both.
 */
export const notePayment: SagaStep = {
  name: 'payment',
  act: async (tx, trades) => {
    const ids = trades.map(({ id }) => id);
    const charges = await findLivePayments(tx, 'trade', ids, 'late-charge');
    const priced = await pricedAmong(tx, trades);
    const late = priced.filter(({ id, lateCharge: known }) => known === 0n && !charges.has(id));
    await askForCharges(tx, late);
    const done = priced.filter((trade) =>
      trade.lateCharge > 0n ? charges.get(trade.id)?.state === 'succeeded' : trade.charge === 0n,
    );
    if (done.length === 0) return done;
    await setPaid(tx, statusAfter(done, 'pay'), done);
    await insertSteps(
      tx,
      'paid',
      done.map(({ id }) => id),
    );
    return done;
  },
};

async function pricedAmong(tx: Tx, trades: readonly TradeRow[]): Promise<Priced[]> {
  const ids = trades.map(({ id }) => id);
  const balances = await findLivePayments(tx, 'trade', ids, 'balance');
  const instalments = await findInstalments(tx, ids);
  const priced: Priced[] = [];
  for (const trade of trades) {
    const parts = instalments.get(trade.id);
    const balance = balances.get(trade.id);
    if (parts) {
      if (await askForNextPart(tx, trade, parts)) continue;
      const paidAt = parts.reduce((last, part) => later(last, part.paidAt ?? tx.now), new Date(0));
      const charge = parts.reduce((sum, part) => sum + chargeOf(trade, part, tx.now), 0n);
      priced.push({ ...trade, paidAt, charge });
    } else if (trade.deposit === trade.price || balance?.state === 'succeeded') {
      const paidAt = balance?.resolvedAt ?? tx.now;
      const whole = { amount: trade.price - trade.deposit, dueAt: trade.paymentDueAt, paidAt };
      priced.push({ ...trade, paidAt, charge: chargeOf(trade, whole, tx.now) });
    }
  }
  return priced;
}

/** Asks for the part after the last one that has come, once. Answers whether any part is still out. */
async function askForNextPart(tx: Tx, trade: TradeRow, parts: readonly InstalmentRow[]): Promise<boolean> {
  const next = parts.find(({ state }) => state !== 'succeeded');
  if (!next) return false;
  if (next.state !== null) return true;
  const { id: subjectId, buyerId: partyId } = trade;
  const { part, amount } = next;
  await requestPayment(tx, { kind: 'balance', subjectType: 'trade', subjectId, part, partyId, amount });
  await updateTrade(tx, trade.id, { paymentDueAt: next.dueAt });
  return true;
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);

const chargeOf = (
  { policy }: TradeRow,
  { amount, dueAt, paidAt }: { amount: bigint; dueAt: Date | null; paidAt: Date | null },
  now: Date,
): bigint => (dueAt === null ? 0n : lateCharge(amount as Fen, dueAt, paidAt ?? now, policy));

async function askForCharges(tx: Tx, trades: readonly Priced[]): Promise<void> {
  const due = trades.filter(({ charge }) => charge > 0n);
  await setLateCharges(tx, due);
  for (const { id: subjectId, buyerId: partyId, charge: amount } of due) {
    await requestPayment(tx, { kind: 'late-charge', subjectType: 'trade', subjectId, partyId, amount });
  }
}
