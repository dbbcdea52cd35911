import { Injectable } from '@nestjs/common';
import type { withdrawNeedInput } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findNeed, setNeedWithdrawn } from '../persistence/need.repository.js';
import { CountyFirst } from './county-first.service.js';
import { type NeedView, needView } from './quota-bank-views.js';

/** A party takes back a demand of its own that is no longer wanted; it holds back sale no more (domain §8). */
@Injectable()
export class WithdrawNeed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `quota.need-not-found`, `quota.wrong-state` (covered already, or withdrawn). */
  async execute(
    context: CommandContext,
    id: string,
    input: z.output<typeof withdrawNeedInput>,
  ): Promise<NeedView> {
    const command = { name: 'quota-bank.withdraw-need', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, ...input }, async (tx) => {
      const known = await findNeed(tx, id);
      if (!known || known.partyId !== context.actor.partyId) {
        throw new Refusal('quota.need-not-found', { params: { need: id } });
      }
      await this.countyFirst.markStale(tx, known.partyId, known.quota);
      if (!(await setNeedWithdrawn(tx, id))) {
        const status = (await findNeed(tx, id))?.status ?? known.status;
        throw new Refusal('quota.wrong-state', { params: { subject: known.number, status } });
      }
      tx.audit('need', id, { number: known.number, reason: input.reason });
      const need = await findNeed(tx, id);
      if (!need) throw new Error(`need ${id} vanished`);
      return needView(need);
    });
  }
}
