import { Injectable } from '@nestjs/common';
import { shanghaiDay, shanghaiYear, startOfDay } from '@muheng/contracts/common/calendar';
import {
  addQuantities,
  formatQuantities,
  quantities,
  type QuotaKind,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import { cityCodeOf } from '@muheng/contracts/common/regions';
import type { countyFocus, marketSummary } from '@muheng/contracts/oversight';
import type { z } from 'zod';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { changePct, pricePerMu, weeklyPrices, weeksShown } from '../domain/price-statistics.js';
import {
  type CountyPosition,
  countyFlows,
  countyPositions,
  type CountyWeek,
  countyWeeks,
  type Flow,
  listingCounts,
  yearTurnover,
} from '../persistence/market-figures.repository.js';
import { labelOf } from './alert-view.js';

type Focus = z.input<typeof countyFocus>;
const weekMs = 7 * 86_400_000;

/** The public figures of the market home (domain §12): aggregates only, nobody's rows. */
@Injectable()
export class MarketSummaryQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async summary(quota: QuotaKind): Promise<z.input<typeof marketSummary>> {
    return this.unitOfWork.readMarket(async (tx) => {
      const yearFrom = startOfDay(`${shanghaiYear(tx.now)}-01-01`);
      const monthFrom = startOfDay(`${shanghaiDay(tx.now).slice(0, 7)}-01`);
      const counties = await countyPositions(tx, quota, '64');
      const year = await yearTurnover(tx, quota, '64', yearFrom, monthFrom);
      const weeks = await countyWeeks(tx, quota, tx.now);
      const flows = await countyFlows(tx, quota, tx.now);
      const average = pricePerMu({ price: year.pricedNow, area: year.areaNow });
      const before = pricePerMu({ price: year.pricedBefore, area: year.areaBefore });
      return {
        at: tx.now.toISOString(),
        quota,
        surplus: holders(counties, 1n),
        deficit: holders(counties, -1n),
        balanced: counties.filter((c) => c.computedAt !== null && c.marginArea === 0n).map((c) => c.code),
        year: {
          trades: year.trades,
          quantities: formatQuantities(quantities(year.area, year.paddy, year.capacity)),
          priceCny: formatCny(year.price),
        },
        averagePrice: {
          cnyPerMu: average === null ? null : formatCny(average),
          changePct: changePct(average, before),
        },
        listings: await listingCounts(tx, quota, yearFrom),
        counties: counties.map((county) => focusOf(county, weeks, flows, tx.now)),
      };
    });
  }
}

/** Counties on one side of the line, with the sum of what stands there, component by component. */
function holders(counties: readonly CountyPosition[], sign: 1n | -1n) {
  const beyond = (margin: bigint): bigint => (margin * sign > 0n ? margin * sign : 0n);
  const total = counties.reduce(
    (sum, c) =>
      addQuantities(sum, quantities(beyond(c.marginArea), beyond(c.marginPaddy), beyond(c.marginCapacity))),
    zeroQuantities,
  );
  return {
    counties: counties.filter((c) => c.marginArea * sign > 0n).length,
    quantities: formatQuantities(total),
  };
}

function focusOf(
  county: CountyPosition,
  weeks: readonly CountyWeek[],
  flows: readonly Flow[],
  now: Date,
): Focus {
  const { code, nameZh, nameEn } = county;
  return {
    county: labelOf(code, nameZh, nameEn),
    cityCode: cityCodeOf(code),
    avail: formatQuantities(quantities(county.availArea, county.availPaddy, county.availCapacity)),
    need: formatQuantities(quantities(county.needArea, county.needPaddy, county.needCapacity)),
    reserve: formatQuantities(quantities(county.reserveArea, county.reservePaddy, county.reserveCapacity)),
    margin: formatQuantities(quantities(county.marginArea, county.marginPaddy, county.marginCapacity)),
    computedAt: county.computedAt?.toISOString() ?? null,
    price: priceOf(
      weeks.filter((week) => week.code === code),
      now,
    ),
    flows: flows.flatMap((flow) => (flow.code === code ? [flowView(flow)] : [])),
  };
}

const flowView = (flow: Flow): Focus['flows'][number] => ({
  direction: flow.direction,
  party: labelOf(flow.otherCode, flow.otherZh, flow.otherEn),
  quantities: formatQuantities(quantities(flow.area, flow.paddy, flow.capacity)),
});

/** Prices of the class of which more area changed hands: paddy and dry land are never averaged together. */
function priceOf(weeks: readonly CountyWeek[], now: Date): Focus['price'] {
  const areaOf = (wanted: string): bigint =>
    weeks.reduce((sum, week) => (week.priceClass === wanted ? sum + week.area : sum), 0n);
  const classes = [...new Set(weeks.map((week) => week.priceClass))];
  const [priceClass = null] = classes.sort((a, b) => (areaOf(a) > areaOf(b) ? -1 : 1));
  const own = weeks.filter((week) => week.priceClass === priceClass);
  const average = pricePerMu(
    own.reduce((sum, week) => ({ price: sum.price + week.price, area: sum.area + week.area }), {
      price: 0n,
      area: 0n,
    }),
  );
  return {
    priceClass,
    averageCnyPerMu: average === null ? null : formatCny(average),
    weeks: weeklyPrices(own).map((price, i) => ({
      endsAt: new Date(now.getTime() - (weeksShown - 1 - i) * weekMs).toISOString(),
      cnyPerMu: price === null ? null : formatCny(price),
    })),
  };
}
