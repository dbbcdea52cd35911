import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { insertProgress, insertReconciliation } from '../persistence/reconciliation.repository.js';

/** Somebody asks for a full run now; the worker does it, and its progress is told under `job:<id>`. */
@Injectable()
export class StartReconciliation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(context: CommandContext): Promise<{ id: string }> {
    const command = { name: 'oversight.start-reconciliation', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, {}, async (tx) => {
      const id = uuidv7();
      await insertReconciliation(tx, { id, depth: 'full', personId: context.actor.personId });
      await insertProgress(tx, id, context.actor.partyId);
      tx.audit('reconciliation', id);
      tx.publish('reconciliation.run', { reconciliationId: id });
      return { id };
    });
  }
}
