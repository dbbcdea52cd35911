import { Injectable } from '@nestjs/common';
import type { confirmNeedInput } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { confirmNeed, findNeed } from '../persistence/need.repository.js';
import { type NeedView, needView } from './quota-bank-views.js';

/** The region puts a need on its list of key projects, or approves the need of a zone or a project owner (domain §9). */
@Injectable()
export class ConfirmNeed {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `quota.need-not-found`. Confirming twice changes nothing. */
  async execute(
    context: CommandContext,
    id: string,
    input: z.output<typeof confirmNeedInput>,
  ): Promise<NeedView> {
    const command = { name: 'quota-bank.confirm-need', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, ...input }, async (tx) => {
      if (!(await findNeed(tx, id))) throw new Refusal('quota.need-not-found', { params: { need: id } });
      await confirmNeed(tx, id);
      tx.audit('need', id, input);
      const confirmed = await findNeed(tx, id);
      if (!confirmed) throw new Error(`need ${id} vanished`);
      return needView(confirmed);
    });
  }
}
