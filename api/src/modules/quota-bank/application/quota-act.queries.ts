import { Injectable } from '@nestjs/common';
import type {
  partyListQuery,
  quotaActPage,
  quotaActQuery,
  quotaFreezePage,
  quotaFreezeQuery,
  quotaLoanPage,
  replacementDutyPage,
} from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findFrozenLots, listFreezes } from '../persistence/freeze.repository.js';
import { listActs } from '../persistence/quota-act.repository.js';
import { listLoans } from '../persistence/quota-loan.repository.js';
import { listDuties } from '../persistence/replacement.repository.js';
import { actView } from './act-on-quota.use-case.js';
import { freezeView } from './freeze-quota.use-case.js';
import { loanView } from './lend-quota.use-case.js';
import { pageOf } from './page-of.js';
import { dutyView } from './replacement-view.js';

/** Freezes, acts, loans and replacement duties, under the reader's own sight. */
@Injectable()
export class QuotaActQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async freezes(
    actor: Actor,
    query: z.output<typeof quotaFreezeQuery>,
  ): Promise<z.input<typeof quotaFreezePage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const filter = { ...query, active: query.state === 'active', after: query.cursor ?? null };
      const rows = await listFreezes(tx, filter);
      const held = await findFrozenLots(
        tx,
        rows.map((row) => row.id),
      );
      return pageOf(
        rows,
        query.limit,
        (row) => row.id,
        (row) => freezeView(row, held),
      );
    });
  }

  async acts(actor: Actor, query: z.output<typeof quotaActQuery>): Promise<z.input<typeof quotaActPage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listActs(tx, { ...query, after: query.cursor ?? null });
      return pageOf(rows, query.limit, (row) => row.id, actView);
    });
  }

  async loans(actor: Actor, query: z.output<typeof partyListQuery>): Promise<z.input<typeof quotaLoanPage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listLoans(tx, { ...query, after: query.cursor ?? null });
      return pageOf(rows, query.limit, (row) => row.id, loanView);
    });
  }

  async duties(
    actor: Actor,
    query: z.output<typeof partyListQuery>,
  ): Promise<z.input<typeof replacementDutyPage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listDuties(tx, { ...query, after: query.cursor ?? null });
      return pageOf(rows, query.limit, (row) => row.id, dutyView);
    });
  }
}
