import { Injectable } from '@nestjs/common';
import type { payout } from '@muheng/contracts/payments';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { lockPayout, markPrepared, markReleased, type PayoutRow } from '../persistence/payout.repository.js';
import { moveMoney } from './move-money.js';
import { payoutView } from './payment-view.js';

type View = z.input<typeof payout>;

/** Two people of region finance let money go: one prepares, another releases (reliability §4.10). */
@Injectable()
export class ReleasePayout {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `payout.not-found`, `payout.wrong-state`, `payout.names-missing`. A payout that came back may be prepared again. */
  async prepare(context: CommandContext, payoutId: string): Promise<View> {
    const command = { name: 'payments.prepare-payout', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { payoutId }, async (tx) => {
      const row = await lock(tx, payoutId, ['waiting', 'failed']);
      if (row.byName && row.names === 0) throw new Refusal('payout.names-missing');
      await markPrepared(
        tx,
        payoutId,
        context.actor.personId,
        row.attempt + (row.state === 'failed' ? 1 : 0),
      );
      tx.audit('payout', payoutId, { amount: row.amount.toString() });
      return view(tx, payoutId);
    });
  }

  /** Throws `payout.not-found`, `payout.wrong-state`, `payout.same-person`. */
  async release(context: CommandContext, payoutId: string): Promise<View> {
    const command = { name: 'payments.release-payout', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { payoutId }, async (tx) => {
      const row = await lock(tx, payoutId, ['prepared']);
      if (row.preparedBy === context.actor.personId) {
        throw new Refusal('payout.same-person', { params: { person: row.preparedByName ?? '' } });
      }
      await markReleased(tx, payoutId, context.actor.personId);
      await moveMoney(tx, {
        kind: 'payout',
        subjectType: 'payout',
        subjectId: payoutId,
        partyId: row.holderId,
        amount: row.amount,
        from: 'payable',
        to: 'gateway-clearing',
      });
      tx.audit('payout', payoutId, { amount: row.amount.toString() });
      tx.publish('payout.submit', { subjectId: payoutId });
      return view(tx, payoutId);
    });
  }
}

async function lock(tx: Tx, id: string, states: readonly PayoutRow['state'][]): Promise<PayoutRow> {
  const row = await lockPayout(tx, id);
  if (!row) throw new Refusal('payout.not-found', { params: { payout: id } });
  if (!states.includes(row.state)) throw new Refusal('payout.wrong-state', { params: { state: row.state } });
  return row;
}

async function view(tx: Tx, id: string): Promise<View> {
  const row = await lockPayout(tx, id);
  if (!row) throw new Error(`payout ${id} vanished`);
  return payoutView(row);
}
