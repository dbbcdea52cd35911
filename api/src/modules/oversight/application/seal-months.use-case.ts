import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { nextMonthToSeal, sealMonth } from '../persistence/month-seal.repository.js';

/** No transaction runs for hours: what was posted in a month is committed long before it is sealed. */
const quietHours = 6;
/** Five years at once, when a market with a past is upgraded; the next round goes on. */
const atOnce = 60;

/** Sums up months that are over. A crash leaves whole months or none; twice is fine. */
@Injectable()
export class SealMonths {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many months were sealed. */
  async execute(context: CommandContext): Promise<number> {
    const command = { name: 'oversight.seal-month', scope: 'market' } as const;
    for (let sealed = 0; sealed < atOnce; sealed += 1) {
      const more = await this.unitOfWork.step(command, context, {}, async (tx) => {
        const month = await nextMonthToSeal(tx, quietHours);
        if (month === null || !(await sealMonth(tx, month))) return false;
        tx.audit('month', month);
        return true;
      });
      if (!more) return sealed;
    }
    return atOnce;
  }
}
