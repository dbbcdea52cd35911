import { Injectable } from '@nestjs/common';
import { formatQuantities } from '@muheng/contracts/common/component';
import { formatCny, scaleHalfUp } from '@muheng/contracts/common/quantity';
import type { result, resultPage, resultQuery } from '@muheng/contracts/settlement';
import type { z } from 'zod';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listResults, type ResultRow } from '../persistence/result.reads.js';

/** Results as published (domain §12): until the close bidders are masked, from then on the buyer has a name. */
@Injectable()
export class ResultQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(query: z.output<typeof resultQuery>): Promise<z.input<typeof resultPage>> {
    return this.unitOfWork.read(null, async (tx) => {
      const filter = { quota: query.quota ?? null, before: query.cursor ?? null, limit: query.limit + 1 };
      const rows = await listResults(tx, filter);
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        items: shown.map(resultView),
        nextCursor: rows.length > query.limit && last ? last.tradeId : null,
      };
    });
  }
}

function resultView(row: ResultRow): z.input<typeof result> {
  const { price, quantities, closedAt, objectionsUntil, ...rest } = row;
  return {
    ...rest,
    quantities: formatQuantities(quantities),
    priceCny: formatCny(price),
    // 1 亩 is 10000/15 m²: 分 × 10000 ÷ (m² × 15), rounded once.
    cnyPerMu: quantities.area > 0n ? formatCny(scaleHalfUp(price, 10_000n, quantities.area * 15n)) : null,
    closedAt: closedAt.toISOString(),
    objectionsUntil: objectionsUntil.toISOString(),
  };
}
