import { Injectable } from '@nestjs/common';
import type { alertPage, alertQuery } from '@muheng/contracts/oversight';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listAlerts } from '../persistence/alert.repository.js';
import { alertView } from './alert-view.js';

@Injectable()
export class AlertQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first; row-level security keeps them to the reader's party and region. */
  async list(actor: Actor, query: z.output<typeof alertQuery>): Promise<z.input<typeof alertPage>> {
    const after = decodeCursor(query.cursor);
    return this.unitOfWork.read(actor, async (tx) => {
      const { rows, nextCursor } = pageOf(await listAlerts(tx, query.state, query.limit, after), query.limit);
      return { items: rows.map(alertView), nextCursor };
    });
  }
}
