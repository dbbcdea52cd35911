import { Injectable } from '@nestjs/common';
import { shanghaiDay, shanghaiYear, startOfDay } from '@muheng/contracts/common/calendar';
import { formatQuantities, quantities, type QuotaKind } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { overview, overviewQuery } from '@muheng/contracts/oversight';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { bandAround, changePct, pricePerMu } from '../domain/price-statistics.js';
import { urgentAlerts } from '../persistence/alert.repository.js';
import { countOpenFindings } from '../persistence/finding.repository.js';
import { countyPositions, yearTurnover } from '../persistence/market-figures.repository.js';
import {
  areaTraded,
  type IdentityRow,
  liveListings,
  openAlertCounts,
  queues,
  quotaIdentity,
  recentPrices,
} from '../persistence/overview.repository.js';
import { lastReconciliation } from '../persistence/reconciliation.repository.js';
import { alertView, labelOf } from './alert-view.js';
import { reconciliationView } from './reconciliation-view.js';

type Overview = z.input<typeof overview>;
const alertsShown = 10;
const listingsShown = 20;
const pricesShown = 500;
const bandDays = 90;
const dayMs = 86_400_000;

/** The regulator's cockpit: what is theirs by region-code prefix (domain §13). Figures only, and links to the rest. */
@Injectable()
export class OverviewQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `request.not-found` for a region outside the reader's scope. */
  async overview(actor: Actor, query: z.output<typeof overviewQuery>): Promise<Overview> {
    const scope = query.region ?? actor.scope;
    if (actor.scope === '' || !scope.startsWith(actor.scope)) throw new Refusal('request.not-found');
    return this.unitOfWork.readMarket(async (tx) => {
      const counts = await openAlertCounts(tx, scope);
      const last = await lastReconciliation(tx);
      const of = (severity: string): number =>
        counts.reduce((sum, each) => (each.severity === severity ? sum + each.n : sum), 0);
      return {
        at: tx.now.toISOString(),
        scope,
        ...(await trade(tx, query.quota, scope)),
        alerts: {
          high: of('high'),
          medium: of('medium'),
          low: of('low'),
          items: (await urgentAlerts(tx, scope, alertsShown)).map(alertView),
        },
        counties: await countyRows(tx, query.quota, scope, counts),
        live: await liveRows(tx, query.quota, scope),
        prices: await prices(tx, query.quota, scope),
        reconciliation: {
          last: last === null ? null : reconciliationView(last),
          openFindings: await countOpenFindings(tx),
          identity: (await quotaIdentity(tx, query.quota)).map(identityView),
        },
      };
    });
  }
}

async function trade(
  tx: ReadTx,
  quota: QuotaKind,
  scope: string,
): Promise<Pick<Overview, 'year' | 'deposits' | 'approvals'>> {
  const thisYear = shanghaiYear(tx.now);
  const yearFrom = startOfDay(`${thisYear}-01-01`);
  const year = await yearTurnover(tx, quota, scope, yearFrom, yearFrom);
  const lastYearFrom = startOfDay(`${thisYear - 1}-01-01`);
  const sameDay = startOfDay(`${thisYear - 1}${shanghaiDay(tx.now).slice(4).replace('-02-29', '-02-28')}`);
  const before = await areaTraded(tx, quota, scope, lastYearFrom, sameDay);
  const waiting = await queues(tx, quota, scope, yearFrom);
  return {
    year: {
      trades: year.trades,
      failedListings: waiting.failedListings,
      quantities: formatQuantities(quantities(year.area, year.paddy, year.capacity)),
      priceCny: formatCny(year.price),
      changePct: changePct(year.area, before),
    },
    deposits: { heldCny: formatCny(waiting.deposits), count: waiting.depositCount },
    approvals: {
      waiting: waiting.approvalsWaiting,
      earliestDueAt: waiting.approvalsDueAt?.toISOString() ?? null,
    },
  };
}

async function countyRows(
  tx: ReadTx,
  quota: QuotaKind,
  scope: string,
  alerts: readonly { regionCode: string; n: number }[],
): Promise<Overview['counties']> {
  return (await countyPositions(tx, quota, scope)).map((county) => ({
    county: labelOf(county.code, county.nameZh, county.nameEn),
    margin: formatQuantities(quantities(county.marginArea, county.marginPaddy, county.marginCapacity)),
    alerts: alerts.reduce((sum, each) => (each.regionCode === county.code ? sum + each.n : sum), 0),
  }));
}

async function liveRows(tx: ReadTx, quota: QuotaKind, scope: string): Promise<Overview['live']> {
  return (await liveListings(tx, quota, scope, listingsShown)).map((row) => {
    const perMu = pricePerMu({ price: row.price, area: row.area });
    return {
      listingId: row.listingId,
      number: row.number,
      title: row.title,
      seller: labelOf(row.code, row.nameZh, row.nameEn),
      status: row.status,
      priceCny: formatCny(row.price),
      cnyPerMu: perMu === null ? null : formatCny(perMu),
      bids: row.bids,
      endsAt: row.endsAt?.toISOString() ?? null,
    };
  });
}

async function prices(tx: ReadTx, quota: QuotaKind, scope: string): Promise<Overview['prices']> {
  const rows = await recentPrices(tx, quota, scope, pricesShown);
  const since = tx.now.getTime() - bandDays * dayMs;
  const within = rows.filter((row) => row.at.getTime() >= since);
  const mean = pricePerMu(
    within.reduce((sum, row) => ({ price: sum.price + row.price, area: sum.area + row.area }), {
      price: 0n,
      area: 0n,
    }),
  );
  const band = mean === null ? null : bandAround(mean);
  return {
    mean90CnyPerMu: mean === null ? null : formatCny(mean),
    lowCnyPerMu: band === null ? null : formatCny(band.low),
    highCnyPerMu: band === null ? null : formatCny(band.high),
    points: rows.flatMap((row) => {
      const price = pricePerMu(row);
      if (price === null) return [];
      const outOfBand = band !== null && (price < band.low || price > band.high);
      const { tradeId, sellerCode } = row;
      return [{ tradeId, at: row.at.toISOString(), sellerCode, cnyPerMu: formatCny(price), outOfBand }];
    }),
  };
}

function identityView(row: IdentityRow): Overview['reconciliation']['identity'][number] {
  const due = row.opening + row.projectIn - row.writtenOff - row.deducted - row.nationalPool - row.expired;
  return {
    asset: row.asset,
    opening: row.opening.toString(),
    projectIn: row.projectIn.toString(),
    writtenOff: row.writtenOff.toString(),
    deducted: row.deducted.toString(),
    nationalPool: row.nationalPool.toString(),
    expired: row.expired.toString(),
    due: due.toString(),
    held: row.held.toString(),
    difference: (row.held - due).toString(),
  };
}
