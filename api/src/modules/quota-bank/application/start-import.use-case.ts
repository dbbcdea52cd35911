import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findPartyByCode } from '../persistence/party-reference.repository.js';
import { insertImport } from '../persistence/project-import.repository.js';

export interface Upload {
  fileName: string;
  content: Buffer;
}

const fileNameMax = 200;

/** Takes a file of origin projects in; the worker, or whoever calls RunImport, reads and banks it (domain §7). */
@Injectable()
export class StartImport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Answers the id of the import, which is that of its job too. `inBackground` wakes the worker.
   * Throws `import.empty` for a file of no bytes.
   */
  async execute(
    context: CommandContext,
    { fileName, content }: Upload,
    options: { inBackground: boolean },
  ): Promise<{ id: string }> {
    if (content.length === 0) throw new Refusal('import.empty');
    const sha256 = createHash('sha256').update(content).digest();
    const input = { fileName: fileName.slice(-fileNameMax), sha256: sha256.toString('hex') };
    const command = { name: 'quota-bank.start-import', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const partyId = context.actor.partyId ?? (await findPartyByCode(tx, regionDepartmentCode))?.id;
      if (partyId === undefined)
        throw new Error('The market was not founded: its region department is missing.');
      const id = uuidv7();
      await insertImport(tx, {
        id,
        partyId,
        byPersonId: context.actor.personId,
        fileName: input.fileName,
        sha256,
        content,
      });
      tx.audit('project-import', id, input);
      if (options.inBackground) tx.publish('project-import.run', { importId: id });
      return { id };
    });
  }
}
