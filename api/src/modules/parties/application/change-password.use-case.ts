import { Injectable } from '@nestjs/common';
import type { changePasswordInput } from '@muheng/contracts/parties';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { endSessions, lockPerson, passwordHashOf, updatePassword } from '../persistence/person.repository.js';
import { fitsPassword, hashPassword } from './passwords.js';

/** People change their own password; their other sessions end with it. */
@Injectable()
export class ChangePassword {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `person.password-wrong`. */
  async execute(
    context: CommandContext,
    { current, password }: z.output<typeof changePasswordInput>,
    sessionHash: Buffer | null,
  ): Promise<{ id: string }> {
    const id = context.actor.personId;
    // Both take long by intent, so no row is locked meanwhile; what was compared is compared once more under the lock.
    const stored = await this.unitOfWork.readMarket((tx) => passwordHashOf(tx, id));
    const fits = await fitsPassword(stored, current);
    const hash = await hashPassword(password);
    const command = { name: 'parties.change-password', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, {}, async (tx) => {
      await lockPerson(tx, id);
      if (!fits || (await passwordHashOf(tx, id)) !== stored)
        throw new Refusal('person.password-wrong', { pointer: '/current' });
      await updatePassword(tx, id, hash);
      await endSessions(tx, id, sessionHash);
      tx.audit('person', id);
      return { id };
    });
  }
}
