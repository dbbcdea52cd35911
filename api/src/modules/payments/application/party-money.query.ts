import { Injectable } from '@nestjs/common';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { partyMoney } from '@muheng/contracts/payments';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { sumMoney } from '../persistence/money.reads.js';

/** A party's money with the market, for itself and for those who supervise it. */
@Injectable()
export class PartyMoneyQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `party.not-found`, also for a party that the reader does not supervise. */
  async of(actor: Actor, code: string): Promise<z.input<typeof partyMoney>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const sums = await sumMoney(tx, code);
      if (!sums) throw new Refusal('party.not-found', { params: { party: code } });
      return {
        party: code,
        paidCny: formatCny(sums.paid),
        refundedCny: formatCny(sums.refunded),
        forfeitedCny: formatCny(sums.forfeited),
        depositHeldCny: formatCny(sums.depositHeld),
        receivedCny: formatCny(sums.received),
      };
    });
  }
}
