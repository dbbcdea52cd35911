import { Injectable } from '@nestjs/common';
import type { suspensionPage, suspensionQuery } from '@muheng/contracts/suspensions';
import type { z } from 'zod';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listSuspensions } from '../persistence/suspension.repository.js';
import { labelOf } from './alert-view.js';

/** Who may not trade, for all to see (domain §12). */
@Injectable()
export class SuspensionQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list({
    state,
    limit,
    cursor,
  }: z.output<typeof suspensionQuery>): Promise<z.input<typeof suspensionPage>> {
    return this.unitOfWork.read(null, async (tx) => {
      const page = pageOf(await listSuspensions(tx, state, limit, decodeCursor(cursor)), limit);
      const items = page.rows.map((row) => ({
        id: row.id,
        party: labelOf(row.code, row.nameZh, row.nameEn),
        ground: row.ground,
        reason: row.reason,
        fromAt: row.fromAt.toISOString(),
        untilAt: row.untilAt?.toISOString() ?? null,
        liftedAt: row.liftedAt?.toISOString() ?? null,
        liftReason: row.liftReason,
        stands: row.stands,
      }));
      return { items, nextCursor: page.nextCursor };
    });
  }
}
