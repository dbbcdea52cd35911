import { Injectable } from '@nestjs/common';
import type { marketAtlas } from '@muheng/contracts/atlas';
import { shanghaiDay, startOfDay } from '@muheng/contracts/common/calendar';
import { formatQuantities, quantities, type QuotaKind } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { lastMonths } from '../domain/months.js';
import { countyOffers, monthlyFlows, monthlyOutcomes } from '../persistence/atlas.repository.js';
import { countyPositions } from '../persistence/market-figures.repository.js';

const monthsShown = 24;
const none = { listings: 0, area: 0n, paddy: 0n, capacity: 0n };

/** The public figures of the quota atlas (ux.md §4.2): aggregates by county and month, nobody's rows. */
@Injectable()
export class AtlasQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async atlas(quota: QuotaKind): Promise<z.input<typeof marketAtlas>> {
    return this.unitOfWork.readMarket(async (tx) => {
      const months = lastMonths(shanghaiDay(tx.now), monthsShown);
      const since = startOfDay(`${months[0]}-01`);
      const positions = await countyPositions(tx, quota, '64');
      const offers = new Map((await countyOffers(tx, quota)).map((offer) => [offer.code, offer]));
      const flows = await monthlyFlows(tx, quota, since);
      const outcomes = await monthlyOutcomes(tx, quota, since);
      return {
        at: tx.now.toISOString(),
        quota,
        months,
        counties: positions.map((each) => {
          const offer = offers.get(each.code) ?? none;
          return {
            code: each.code,
            margin:
              each.computedAt === null
                ? null
                : formatQuantities(quantities(each.marginArea, each.marginPaddy, each.marginCapacity)),
            onOffer: {
              listings: offer.listings,
              quantities: formatQuantities(quantities(offer.area, offer.paddy, offer.capacity)),
            },
          };
        }),
        flows: flows.map(({ area, paddy, capacity, price, ...flow }) => ({
          ...flow,
          quantities: formatQuantities(quantities(area, paddy, capacity)),
          priceCny: formatCny(price),
        })),
        outcomes,
      };
    });
  }
}
