import type { alertPage } from '@muheng/contracts/oversight';
import type { partyMoney } from '@muheng/contracts/payments';
import type { countyPositions, partyAccounts } from '@muheng/contracts/quota-bank';
import type { listing } from '@muheng/contracts/listings';
import { createHash } from 'node:crypto';
import { faultsOfDraw } from '@muheng/contracts/common/draw';
import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { z } from 'zod';
import type { Stage } from './market.js';
import { tradesOf } from './steps/settle.js';

/** How the market stands at the end of the story, read through the API as the region sees it. */
export async function readOutcome(stage: Stage) {
  return {
    listings: await readListings(stage),
    trades: await readTrades(stage),
    quota: await readQuota(stage),
    countyFirst: await readCountyFirst(stage),
    money: await readMoney(stage),
    alerts: await readAlerts(stage),
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const region = (stage: Stage) => stage.cast.as(regionDepartmentCode, 'approve');

async function readListings(stage: Stage) {
  const reader = await region(stage);
  const rows = [...stage.listings].map(async ([ref, id]) => {
    const found = await reader.get<z.output<typeof listing>>(`/api/v1/listings/${id}`);
    const { status, form, bidCount, winner, timetable, currentPriceCny, quantities, number, draw, awards } =
      found;
    const sold = status === 'closed-sold';
    return [
      ref,
      {
        number,
        status,
        form,
        bids: bidCount,
        winner: winner?.code ?? (awards.length > 0 ? awards.map((award) => award.buyer.code) : null),
        priceCny: sold ? currentPriceCny : null,
        closedAt: timetable.closedAt,
        ...quantities,
        draw: drawn(draw),
      },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

/** The published record, and whether running it again gives the same; null where none was needed. */
function drawn(record: z.output<typeof listing>['draw']) {
  return record && { ...record, verified: faultsOfDraw(sha256, record).length === 0 };
}

async function readTrades(stage: Stage) {
  const rows = [...stage.listings].map(async ([ref, id]) => {
    const trades = await tradesOf(stage, id);
    return [
      ref,
      trades.map((trade) => ({
        number: trade.number,
        buyer: trade.buyer.code,
        seller: trade.seller.code,
        status: trade.status,
        priceCny: trade.priceCny,
        items: trade.items.map(({ lotNumber, quantities }) => ({ lot: lotNumber, ...quantities })),
        certificate: trade.certificate?.number ?? null,
        proceeds: trade.proceeds.map(({ to, amountCny }) => ({ to, amountCny })),
      })),
    ] as const;
  });
  const all = await Promise.all(rows);
  return Object.fromEntries(all.filter(([, trades]) => trades.length > 0));
}

async function readQuota(stage: Stage) {
  const reader = await region(stage);
  const rows = [...stage.named].map(async (party) => {
    const { SFQ, LSQ } = await reader.get<z.output<typeof partyAccounts>>(`/api/v1/accounts/${party}`);
    return [party, { SFQ, LSQ }] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

async function readCountyFirst(stage: Stage) {
  const reader = await region(stage);
  const standing: Record<string, Record<string, object>> = {};
  for (const quota of ['SFQ', 'LSQ'] as const) {
    const { items } = await reader.get<z.output<typeof countyPositions>>(
      `/api/v1/county-first?quota=${quota}`,
    );
    for (const { county, margin, surplus } of items) {
      if (stage.named.has(county)) standing[county] = { ...standing[county], [quota]: { margin, surplus } };
    }
  }
  return standing;
}

async function readMoney(stage: Stage) {
  const reader = await region(stage);
  const rows = [...stage.named].map(async (code) => {
    const { party, ...money } = await reader.get<z.output<typeof partyMoney>>(`/api/v1/money/${code}`);
    return [party, money] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

async function readAlerts(stage: Stage) {
  const reader = await region(stage);
  const refOf = new Map([...stage.listings].map(([ref, id]) => [id, ref]));
  const { items } = await reader.get<z.output<typeof alertPage>>('/api/v1/alerts?state=all&limit=100');
  return items.map(({ code, subjectId, raisedAt }) => ({
    code,
    subject: refOf.get(subjectId) ?? subjectId,
    at: raisedAt,
  }));
}
