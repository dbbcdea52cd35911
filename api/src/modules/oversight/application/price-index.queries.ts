import { Injectable } from '@nestjs/common';
import { formatCny, formatHa, formatKg } from '@muheng/contracts/common/quantity';
import type {
  priceIndex,
  priceIndexQuery,
  priceRowQuery,
  priceRows as priceRowsPage,
} from '@muheng/contracts/price-index';
import type { z } from 'zod';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { priceMethod, type Sold, unitPrice } from '../domain/unit-price.js';
import { priceGroups, priceRows } from '../persistence/price-index.repository.js';

/** What quota costs, with its method and the rows behind it: all public (domain §12). */
@Injectable()
export class PriceIndexQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async index(query: z.output<typeof priceIndexQuery>): Promise<z.input<typeof priceIndex>> {
    const { quota, from = null, to = null } = query;
    // Grades are of lots, which the public cannot read; only what is published of a trade leaves here.
    const groups = await this.unitOfWork.readMarket((tx) => priceGroups(tx, quota, from, to));
    const series = groups.map(({ area, capacity, price, ...group }) => ({
      ...group,
      ...wire({ area, capacity, price }),
    }));
    return { quota, method: priceMethod, series };
  }

  async rows(query: z.output<typeof priceRowQuery>): Promise<z.input<typeof priceRowsPage>> {
    const after = decodeCursor(query.cursor);
    return this.unitOfWork.readMarket(async (tx) => {
      const { rows, nextCursor } = pageOf(await priceRows(tx, query.quota, query.limit, after), query.limit);
      const items = rows.map((row) => ({
        trade: row.trade,
        month: row.month,
        component: row.component,
        priceClass: row.priceClass,
        grade: row.grade,
        kind: row.kind,
        form: row.form,
        seller: row.seller,
        buyer: row.buyer,
        ...wire(row),
      }));
      return { items, nextCursor };
    });
  }
}

const wire = (sold: Sold) => ({
  areaHa: formatHa(sold.area),
  capacityKg: formatKg(sold.capacity),
  totalCny: formatCny(sold.price),
  unitCny: formatCny(unitPrice(sold)),
});
