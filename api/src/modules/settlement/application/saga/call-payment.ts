import type { Fen } from '@muheng/contracts/common/quantity';
import { decided } from '../../../../kernel/errors/decided.js';
import { loadCalendar } from '../../../listings/application/calendar.js';
import { applyDeposit } from '../../../payments/application/apply-deposit.js';
import { requestPayment } from '../../../payments/application/request-payment.js';
import { paymentDue } from '../../domain/deadlines.js';
import { planInstalments } from '../../domain/instalments.js';
import { nextTradeStatus } from '../../domain/lifecycle.js';
import { findRegistrationId, markRegistrations } from '../../persistence/award.repository.js';
import { insertInstalments } from '../../persistence/instalment.repository.js';
import { updateTrade } from '../../persistence/trade.repository.js';
import { insertStep } from '../../persistence/trade-step.repository.js';
import { oneByOne, type SagaStep } from './saga-step.js';

/** The deposit goes into the price, and the buyer is asked for the rest (domain §14). */
export const callPayment: SagaStep = {
  name: 'capture',
  act: oneByOne(async (tx, trade) => {
    const status = decided(nextTradeStatus(trade.status, 'call-payment'));
    const registrationId = await findRegistrationId(tx, trade.listingId, trade.buyerId);
    const deposit =
      registrationId === null
        ? 0n
        : await applyDeposit(tx, { registrationId, tradeId: trade.id, price: trade.price });
    if (registrationId !== null && deposit > 0n)
      await markRegistrations(tx, [registrationId], 'deposit-applied');
    const amount = trade.price - deposit;
    const { id: subjectId, buyerId: partyId } = trade;
    const parts = planInstalments(amount as Fen, tx.now, trade.policy);
    const [next] = parts;
    if (next) await insertInstalments(tx, subjectId, partyId, parts);
    // Of a balance in parts the first is asked for now, each other when the one before it has come.
    const due = next ? { amount: next.amount, part: next.part } : { amount };
    if (amount > 0n) {
      await requestPayment(tx, { kind: 'balance', subjectType: 'trade', subjectId, partyId, ...due });
    }
    const paymentDueAt = next?.dueAt ?? paymentDue(tx.now, trade.policy, await loadCalendar(tx));
    await updateTrade(tx, trade.id, { status, deposit, paymentDueAt });
    await insertStep(tx, trade.id, 'payment-due', {
      deposit: deposit.toString(),
      balance: amount.toString(),
    });
    return true;
  }),
};
