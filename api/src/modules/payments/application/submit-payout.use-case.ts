import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { failpoint } from '../../../kernel/failpoint.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { judgeOutgoing, type OutgoingAnswer } from '../domain/payment-states.js';
import {
  findPayout,
  lockPayout,
  type PayoutRow,
  storePayoutState,
} from '../persistence/payout.repository.js';
import { freshKey, noteSilence } from './fresh-key.js';
import { moveMoney } from './move-money.js';
import { PaymentProvider } from './payment-provider.js';
import type { Answered } from './provider-answers.js';

/** Sends released payouts and looks up what became of them; the money stands in `gateway-clearing` meanwhile. */
@Injectable()
export class SubmitPayout {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
  ) {}

  /** Job `payout.submit`. */
  async execute(context: CommandContext, payoutId: string): Promise<void> {
    const begun = await this.unitOfWork.step(command('begin-payout'), context, { payoutId }, async (tx) => {
      const payout = await lockPayout(tx, payoutId);
      if (payout?.state !== 'released') return false;
      await storePayoutState(tx, payoutId, 'unknown');
      return true;
    });
    // Dead here: unknown; the look-up finds no payout with our id and attempt and sends it with the same key.
    failpoint('payout:before-provider');
    const payout = begun && (await this.read(payoutId));
    if (payout) await this.send(context, payout, true);
  }

  /** Job `payout.resolve`. */
  async resolve(context: CommandContext, payoutId: string): Promise<void> {
    const payout = await this.read(payoutId);
    if (!payout || !['submitted', 'unknown', 'succeeded'].includes(payout.state)) return;
    const answered = await this.provider.lookUpPayout(payout);
    if (answered.kind === 'answer' && answered.value === null) {
      if (payout.state !== 'unknown') return;
      const attempt = await freshKey(this.unitOfWork, context, 'payout', payout);
      failpoint('payout:after-fresh-key');
      if (attempt !== null) await this.send(context, { ...payout, attempt }, false);
      return;
    }
    await this.apply(context, payoutId, answered as Answered<OutgoingAnswer>);
  }

  private async send(context: CommandContext, payout: PayoutRow, first: boolean): Promise<void> {
    const answered = await this.provider.submitPayout(payout);
    // Dead here: still unknown, and the look-up finds the payout by its metadata.
    failpoint('payout:after-provider');
    const { id, attempt } = payout;
    await this.unitOfWork.step(command('record-payout'), context, { id }, async (tx) => {
      await noteSilence(tx, 'payout', { id, attempt, first }, answered);
      await record(tx, id, answered);
    });
  }

  private async read(payoutId: string): Promise<PayoutRow | null> {
    return this.unitOfWork.readMarket((tx) => findPayout(tx, payoutId));
  }

  private async apply(
    context: CommandContext,
    id: string,
    answered: Answered<OutgoingAnswer>,
  ): Promise<void> {
    await this.unitOfWork.step(command('record-payout'), context, { id }, (tx) => record(tx, id, answered));
  }
}

async function record(tx: Tx, id: string, answered: Answered<OutgoingAnswer>): Promise<void> {
  const payout = await lockPayout(tx, id);
  if (!payout) return;
  if (answered.kind === 'silent') return storePayoutState(tx, id, payout.state);
  const answer: OutgoingAnswer =
    answered.kind === 'answer'
      ? answered.value
      : { providerId: answered.providerId, state: 'failed', failureCode: answered.code };
  const change = judgeOutgoing(payout.state, answer);
  if (change === 'none') return storePayoutState(tx, id, payout.state, answer);
  await storePayoutState(tx, id, change === 'returned' ? 'failed' : change, answer);
  const money = { subjectType: 'payout', subjectId: id, partyId: payout.holderId, amount: payout.amount };
  if (change === 'succeeded') {
    await moveMoney(tx, { ...money, kind: 'payout', from: 'gateway-clearing', to: 'external' });
    tx.publish('trade.advance', { subjectId: payout.tradeId });
  }
  if (change === 'failed' || change === 'returned') {
    // Region finance sees it as failed and prepares it anew; the money is payable again.
    const from = change === 'failed' ? 'gateway-clearing' : 'external';
    await moveMoney(tx, { ...money, kind: 'reversal', from, to: 'payable' });
  }
  if (change !== 'submitted') tx.audit('payout', id, { state: change, code: answer.failureCode });
}

const command = (step: string) => ({ name: `payments.${step}`, scope: 'market' }) as const;
