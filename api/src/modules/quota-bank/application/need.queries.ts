import { Injectable } from '@nestjs/common';
import type { needPage, needQuery } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listNeeds } from '../persistence/need.repository.js';
import { pageOf } from './page-of.js';
import { needView } from './quota-bank-views.js';

/** Needs on record, under the reader's own sight. */
@Injectable()
export class NeedQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(actor: Actor, query: z.output<typeof needQuery>): Promise<z.input<typeof needPage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listNeeds(tx, { ...query, after: query.cursor ?? null });
      return pageOf(rows, query.limit, (row) => row.id, needView);
    });
  }
}
