import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@muheng/contracts/common/calendar';
import type { cockpit, cockpitQuery } from '@muheng/contracts/cockpit';
import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { formatCny, formatHa } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { pricePerMu } from '../domain/price-statistics.js';
import { tuned } from '../domain/surveillance/settings.js';
import { ageing, care, expiring, hoards } from '../persistence/cockpit-ages.repository.js';
import {
  countyRows,
  flows,
  holdings,
  type MonthMovement,
  type MonthTrades,
  movementsByMonth,
  sealedTo,
  tradesByMonth,
  type Window,
} from '../persistence/cockpit.repository.js';
import { surveillanceOverrides } from '../persistence/surveillance.repository.js';
import { labelOf } from './alert-view.js';

type Cockpit = z.input<typeof cockpit>;
type Query = z.output<typeof cockpitQuery>;
interface Amounts {
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}
const flowsShown = 200;
const wire = (row: Amounts) => formatQuantities(quantities(row.area, row.paddy, row.capacity));

/** The market by county, month and age, for those who watch it; row-level security draws the border of the scope. */
@Injectable()
export class CockpitQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `request.not-found` for a region outside the reader's scope. */
  async cockpit(actor: Actor, query: Query): Promise<Cockpit> {
    const scope = query.region ?? actor.scope;
    if (actor.scope === '' || !scope.startsWith(actor.scope)) throw new Refusal('request.not-found');
    const window = (tx: ReadTx): Window => ({
      quota: query.quota,
      scope,
      from: firstMonth(tx.now, query.months),
    });
    // Two halves that ask nothing of each other, on two connections: each takes a long look at much.
    const [held, moved] = await Promise.all([
      this.unitOfWork.read(actor, (tx) => whatIsHeld(tx, window(tx))),
      this.unitOfWork.read(actor, (tx) => whatMoved(tx, window(tx), query.months)),
    ]);
    return { scope, quota: query.quota, ...held, ...moved };
  }
}

/** What stands where at this moment, and for how long it has. */
async function whatIsHeld(tx: ReadTx, window: Window) {
  const settings = tuned(await surveillanceOverrides(tx));
  return {
    at: tx.now.toISOString(),
    counties: await counties(tx, window),
    ageing: (await ageing(tx, window.scope, [window.quota])).map(({ quota: _, price, ...row }) => ({
      ...row,
      priceCny: formatCny(price),
    })),
    care: await care(tx, window),
    expiring: (await expiring(tx, window)).map((row) => ({
      month: row.month,
      lots: row.lots,
      quantities: wire(row),
    })),
    hoarding: (await hoards(tx, window, settings.hoardingMonths)).map((row) => ({
      party: labelOf(row.code, row.nameZh, row.nameEn),
      lots: row.lots,
      quantities: wire(row),
      since: row.since.toISOString(),
    })),
  };
}

/** What went from whom to whom, month by month. */
const whatMoved = async (tx: ReadTx, window: Window, months: number) => ({
  sealedTo: await sealedTo(tx),
  flows: await flowRows(tx, window),
  months: await monthRows(tx, window, months),
});

/** The first day of the month that begins so many months back, this one counted. */
function firstMonth(now: Date, months: number): string {
  const [year = 0, month = 1] = shanghaiDay(now).split('-').map(Number);
  return new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10);
}

const buckets = {
  available: 'available',
  listed: 'listed',
  inSettlement: 'in-settlement',
  earmarked: 'earmarked',
  frozen: 'frozen',
  writtenOff: 'written-off',
} as const;

async function counties(tx: ReadTx, window: Window): Promise<Cockpit['counties']> {
  const held = new Map((await holdings(tx, window)).map(({ partyId, balances }) => [partyId, balances]));
  return (await countyRows(tx, window)).map((row) => {
    const balances = held.get(row.id) ?? {};
    const of = (bucket: string) => {
      const units = (component: string): bigint =>
        BigInt(balances[`${bucket}/${window.quota}.${component}`] ?? 0);
      return wire({ area: units('AREA'), paddy: units('PADDY'), capacity: units('CAPACITY') });
    };
    return {
      county: labelOf(row.code, row.nameZh, row.nameEn),
      regionCode: row.regionCode,
      available: of(buckets.available),
      listed: of(buckets.listed),
      inSettlement: of(buckets.inSettlement),
      earmarked: of(buckets.earmarked),
      frozen: of(buckets.frozen),
      writtenOff: of(buckets.writtenOff),
      margin: formatQuantities(quantities(row.marginArea, row.marginPaddy, row.marginCapacity)),
      allowance: row.allowed === null ? null : { areaHa: formatHa(row.allowed), usedHa: formatHa(row.used) },
    };
  });
}

async function flowRows(tx: ReadTx, window: Window): Promise<Cockpit['flows']> {
  return (await flows(tx, window, flowsShown)).map((row) => ({
    seller: labelOf(row.sellerCode, row.sellerZh, row.sellerEn),
    buyer: labelOf(row.buyerCode, row.buyerZh, row.buyerEn),
    trades: row.trades,
    quantities: wire(row),
    priceCny: formatCny(row.price),
  }));
}

async function monthRows(tx: ReadTx, window: Window, months: number): Promise<Cockpit['months']> {
  const moved = await movementsByMonth(tx, window);
  const traded = new Map((await tradesByMonth(tx, window)).map((row) => [row.month, row]));
  const of = (month: string, bucket: string): MonthMovement | undefined =>
    moved.find((row) => row.month === month && row.bucket === bucket);
  const perMu = (row: MonthTrades | undefined): string | null => {
    const price = row && pricePerMu({ price: row.paidForArea, area: row.pricedArea });
    return price ? formatCny(price) : null;
  };
  return Array.from({ length: months }, (_, index) => {
    const month = firstMonth(tx.now, months - index).slice(0, 7);
    const trades = traded.get(month);
    const origin = of(month, 'origin');
    const off = of(month, 'written-off');
    return {
      month,
      // What leaves the world outside has come into the bank.
      banked: wire({
        area: origin?.outgoingArea ?? 0n,
        paddy: origin?.outgoingPaddy ?? 0n,
        capacity: origin?.outgoingCapacity ?? 0n,
      }),
      sold: wire({ area: trades?.area ?? 0n, paddy: 0n, capacity: 0n }),
      writtenOff: wire({
        area: off?.incomingArea ?? 0n,
        paddy: off?.incomingPaddy ?? 0n,
        capacity: off?.incomingCapacity ?? 0n,
      }),
      trades: trades?.trades ?? 0,
      priceCny: formatCny(trades?.price ?? 0n),
      cnyPerMu: perMu(trades),
    };
  });
}
