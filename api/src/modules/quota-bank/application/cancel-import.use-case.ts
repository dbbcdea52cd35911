import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { cancelImport, findImport, lockImport } from '../persistence/project-import.repository.js';
import { detailOf, type ImportDetail } from './import.queries.js';

/** Stops an import between two parts: what is banked stays banked, the rest is not read (issue 3, item 10). */
@Injectable()
export class CancelImport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `request.not-found`, `quota.wrong-state` (it has ended already). */
  async execute(context: CommandContext, id: string): Promise<ImportDetail> {
    const command = { name: 'quota-bank.cancel-import', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id }, async (tx) => {
      const standing = await lockImport(tx, id);
      const row = await findImport(tx, id);
      if (!standing || !row) throw new Refusal('request.not-found');
      if (standing.isFinished) {
        throw new Refusal('quota.wrong-state', { params: { subject: row.fileName, status: row.state } });
      }
      await cancelImport(tx, id);
      tx.notify(`job:${id}`, { state: 'cancelled', done: standing.rowsDone, total: row.rows ?? 0 });
      tx.audit('project-import', id, { cancelledAt: standing.rowsDone });
      return detailOf(await findImport(tx, id));
    });
  }
}
