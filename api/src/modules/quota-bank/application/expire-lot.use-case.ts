import { Injectable } from '@nestjs/common';
import { addQuantities, formatQuantities, zeroQuantities } from '@muheng/contracts/common/component';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { isNothing } from '../domain/amounts.js';
import { findStock } from '../persistence/stock.repository.js';
import { CountyFirst } from './county-first.service.js';
import { takeOut } from './take-out.js';

/**
 * 过期: what a lot still has available or frozen when its validity runs out is lost (job lot.expire). What is
 * earmarked for a project by then stays with it, and what is in a trade ends with the trade; what comes back later
 * expires then, for the sweeper derives the job from what the lot holds.
 */
@Injectable()
export class ExpireLot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  async execute(context: CommandContext, lotId: string): Promise<null> {
    const command = { name: 'quota-bank.expire', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { lotId }, async (tx) => {
      const [known] = await findStock(tx, [lotId], 'available');
      if (!known?.isExpired) return null;
      await this.countyFirst.markStale(tx, known.ownerId, known.quota);
      const [lot] = await findStock(tx, [lotId], 'available');
      const [held] = await findStock(tx, [lotId], 'frozen');
      const frozen = held?.holds ?? zeroQuantities;
      const all = addQuantities(lot?.holds ?? zeroQuantities, frozen);
      if (!lot || isNothing(all)) return null;
      const move = { kind: 'expire', subjectType: 'lot', subjectId: lotId, to: 'expired' } as const;
      await takeOut(tx, move, lot, frozen, all);
      tx.audit('lot', lotId, { number: lot.number, expired: formatQuantities(all) });
      return null;
    });
  }
}
