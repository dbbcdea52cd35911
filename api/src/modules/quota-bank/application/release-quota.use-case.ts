import { Injectable } from '@nestjs/common';
import type { releaseInput } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { failpoint } from '../../../kernel/failpoint.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { drawFrom } from '../domain/draw-quota.js';
import { addToUseLots, findUseLots } from '../persistence/quota-use-lot.repository.js';
import { afterRelease, coverNeed, saveUse } from '../persistence/quota-use.repository.js';
import { CountyFirst } from './county-first.service.js';
import { askedOf } from './held-enough.js';
import { keepFrozen } from './keep-frozen.js';
import { moveDraws } from './move-draws.js';
import { lockOwnUse } from './own-use.js';
import { type UseDetail, useDetail } from './use-views.js';

/** 解挂: a party gives earmarked quota back to `available`; the need that it covered is open again (domain §5). */
@Injectable()
export class ReleaseQuota {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `quota.use-not-found`, `quota.nothing-asked`, `quota.nothing-held`. */
  async execute(
    context: CommandContext,
    id: string,
    input: z.output<typeof releaseInput>,
  ): Promise<UseDetail> {
    const command = { name: 'quota-bank.release', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, ...input }, async (tx) => {
      const use = await lockOwnUse(tx, this.countyFirst, context, id);
      const asked = askedOf(use.held, input, use.number);
      const lots = await findUseLots(tx, id);
      // What runs out last goes back first: the rest is used up in its order.
      const { draws } = drawFrom(lots.map(({ lotId, held }) => ({ lotId, holds: held })).reverse(), asked);
      const move = { subjectType: 'use', subjectId: id, partyId: use.partyId, quota: use.quota } as const;
      await addToUseLots(tx, id, draws, -1);
      await saveUse(tx, id, afterRelease(use, asked));
      await moveDraws(tx, { ...move, kind: 'earmark-release', from: 'earmarked', to: 'available' }, draws);
      failpoint('bank:within-release');
      await keepFrozen(
        tx,
        draws.map((draw) => draw.lotId),
      );
      if (use.needId !== null) await coverNeed(tx, use.needId);
      tx.audit('quota-use', id, { number: use.number, reason: input.reason });
      return useDetail(tx, id);
    });
  }
}
