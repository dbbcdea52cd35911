import { Injectable } from '@nestjs/common';
import type {
  findingPage,
  findingQuery,
  reconciliationDetail,
  reconciliationPage,
  reconciliationQuery,
} from '@muheng/contracts/oversight';
import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findingsOf, listFindings } from '../persistence/finding.repository.js';
import { findReconciliation, listReconciliations } from '../persistence/reconciliation.repository.js';
import { findingView, reconciliationView } from './reconciliation-view.js';

const itemsMax = 500;

/** Reports and findings, for those who watch the whole market. */
@Injectable()
export class ReconciliationQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(query: z.output<typeof reconciliationQuery>): Promise<z.input<typeof reconciliationPage>> {
    const after = decodeCursor(query.cursor);
    return this.unitOfWork.readMarket(async (tx) => {
      const { rows, nextCursor } = pageOf(await listReconciliations(tx, query.limit, after), query.limit);
      return { items: rows.map(reconciliationView), nextCursor };
    });
  }

  /** Throws `request.not-found`. */
  async detail(id: string): Promise<z.input<typeof reconciliationDetail>> {
    return this.unitOfWork.readMarket(async (tx) => {
      const row = await findReconciliation(tx, id);
      if (!row) throw new Refusal('request.not-found');
      return { ...reconciliationView(row), items: (await findingsOf(tx, row, itemsMax)).map(findingView) };
    });
  }

  async findings(query: z.output<typeof findingQuery>): Promise<z.input<typeof findingPage>> {
    const after = decodeCursor(query.cursor);
    return this.unitOfWork.readMarket(async (tx) => {
      const { rows, nextCursor } = pageOf(
        await listFindings(tx, query.state, query.limit, after),
        query.limit,
      );
      return { items: rows.map(findingView), nextCursor };
    });
  }
}
