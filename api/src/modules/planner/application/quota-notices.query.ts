import { Injectable } from '@nestjs/common';
import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import type { quotaNotices } from '@muheng/contracts/planner';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { DemandBook } from './demand-book.service.js';
import { findNotices } from '../persistence/quota-notice.repository.js';

/** What a holder of quota should know before it is too late: derived anew at each look. */
@Injectable()
export class QuotaNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: DemandBook,
  ) {}

  async mine(actor: Actor): Promise<z.input<typeof quotaNotices>> {
    if (actor.partyId === null) return { items: [], matches: [] };
    const partyId = actor.partyId;
    const rows = await this.unitOfWork.read(actor, (tx) => findNotices(tx, partyId));
    return {
      items: rows.map(({ area, paddy, capacity, since, until, ...row }) => ({
        ...row,
        quantities: formatQuantities(quantities(area, paddy, capacity)),
        since: since?.toISOString() ?? null,
        until: until?.toISOString() ?? null,
      })),
      matches: await this.book.matchesOf(partyId),
    };
  }
}
