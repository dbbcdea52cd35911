import { counties } from '@muheng/contracts/common/regions';
import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { CountyFirst } from '../../src/modules/quota-bank/application/county-first.service.js';
import { RecomputeCounty } from '../../src/modules/quota-bank/application/recompute-county.use-case.js';
import { type Bench, take } from '../frame/bench.js';
import { bySystem, openCore } from '../frame/core.js';
import { median, percentile, round } from '../frame/statistics.js';
import { bankLots } from './bank-world.js';

const lotsOfOne = 5_000;
const lotsOfRegion = 20_000;
const changes = 40;
const regionRuns = 5;

const noCounty = { lots: null, p50Ms: null, p95Ms: null };
const noRegion = { counties: null, lots: null, seconds: null };
export const figures = { county: noCounty, region: noRegion };

/** County-first recomputed after a change: one county of many lots, and all counties of the region. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  return {
    county: await take(noCounty, () => measureCounty(bench)),
    region: await take(noRegion, () => measureRegion(bench)),
  };
}

async function measureCounty(bench: Bench) {
  const urls = await bench.database();
  const county = '640425';
  await bankLots(urls.superuser, [{ county, count: lotsOfOne }]);
  return inMarket(urls.api, async (app) => {
    const [id = ''] = await partyIds(app, [county]);
    const times: number[] = [];
    for (let change = 0; change < changes; change += 1) {
      await touch(app, [id]);
      const started = performance.now();
      await app.get(RecomputeCounty).execute(bySystem(), id);
      times.push(performance.now() - started);
    }
    // The first looks find cold caches and unprepared plans.
    const warm = times.slice(5);
    return { lots: lotsOfOne, p50Ms: round(median(warm), 1), p95Ms: round(percentile(warm, 95), 1) };
  });
}

async function measureRegion(bench: Bench) {
  const urls = await bench.database();
  const each = Math.ceil(lotsOfRegion / counties.length);
  await bankLots(
    urls.superuser,
    counties.map(({ code }) => ({ county: code, count: each })),
  );
  return inMarket(urls.api, async (app) => {
    const ids = await partyIds(
      app,
      counties.map(({ code }) => code),
    );
    const times: number[] = [];
    for (let run = 0; run < regionRuns; run += 1) {
      await touch(app, ids);
      const started = performance.now();
      await app.get(RecomputeCounty).executeRegion(bySystem());
      times.push((performance.now() - started) / 1_000);
    }
    return { counties: ids.length, lots: each * counties.length, seconds: round(median(times), 3) };
  });
}

async function inMarket<R>(url: string, work: (app: INestApplicationContext) => Promise<R>): Promise<R> {
  const app = await openCore(url);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function partyIds(app: INestApplicationContext, codes: readonly string[]): Promise<string[]> {
  const rows = await app
    .get(UnitOfWork)
    .readMarket((tx) =>
      tx.query<{ id: string }>('select id from party where code = any($1) order by id', [codes]),
    );
  return rows.map(({ id }) => id);
}

/** What every change of a need, a freeze or a lot does first. */
async function touch(app: INestApplicationContext, ids: readonly string[]): Promise<void> {
  const command = { name: 'bench.touch', scope: 'market' } as const;
  await app.get(UnitOfWork).run(command, bySystem(), {}, async (tx) => {
    await app.get(CountyFirst).markAllStale(tx, ids, 'SFQ');
    return null;
  });
}
