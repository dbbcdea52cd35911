import { Injectable } from '@nestjs/common';
import type { quotaUsePage, quotaUseQuery } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listUses } from '../persistence/quota-use.repository.js';
import { pageOf } from './page-of.js';
import { type UseDetail, useDetail, useView } from './use-views.js';

/** Uses of quota, under the reader's own sight. */
@Injectable()
export class UseQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(actor: Actor, query: z.output<typeof quotaUseQuery>): Promise<z.input<typeof quotaUsePage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listUses(tx, { ...query, after: query.cursor ?? null });
      return pageOf(rows, query.limit, (row) => row.id, useView);
    });
  }

  /** Throws `quota.use-not-found`. */
  async one(actor: Actor, id: string): Promise<UseDetail> {
    return this.unitOfWork.read(actor, (tx) => useDetail(tx, id));
  }
}
