import { randomUUID } from 'node:crypto';
import { type Actor, systemActor } from '../../src/kernel/access/actor.js';
import { createDataSource } from '../../src/kernel/database/data-source.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { CockpitQueries } from '../../src/modules/oversight/application/cockpit.queries.js';
import { SealMonths } from '../../src/modules/oversight/application/seal-months.use-case.js';
import { type Bench, take } from '../frame/bench.js';
import { repeat, round } from '../frame/statistics.js';
import { fillMarket, type Size } from './fill.js';

const rounds = 60;
const sizes = {
  region: { counties: 22, postings: 1_000_000, trades: 20_000 },
  country: { counties: 2_844, postings: 10_000_000, trades: 100_000 },
} as const satisfies Record<string, Size>;
const none = { p95Ms: null, p50Ms: null, postings: null, counties: null };
export const figures = { region: none, country: none };

const regulator: Actor = {
  ...systemActor,
  partyId: null,
  partyCode: '640000',
  partyKind: 'region-department',
  scope: '64',
  roles: ['regulator'],
};

/** The whole of the cockpit for the whole region, under the reader's row-level security, over five years. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const wanted =
    process.env['COCKPIT'] === 'country' ? (['region', 'country'] as const) : (['region'] as const);
  const taken: Record<string, unknown> = { ...figures };
  for (const name of wanted) taken[name] = await take(none, () => one(bench, sizes[name]));
  return taken;
}

async function one(bench: Bench, size: Size) {
  const urls = await bench.database();
  bench.say(`writing ${size.postings} postings of ${size.counties} counties`);
  await fillMarket(urls.superuser, size);
  const source = await createDataSource(urls.api, 'muheng_api', 4).initialize();
  try {
    const work = new UnitOfWork(source);
    const context = { actor: systemActor, key: randomUUID(), requestId: 'bench' };
    const start = performance.now();
    const sealed = await new SealMonths(work).execute(context);
    bench.say(`sealed ${sealed} months in ${round(performance.now() - start)} ms`);
    const cockpit = new CockpitQueries(work);
    const times = await repeat(rounds, async () => {
      const from = performance.now();
      await cockpit.cockpit(regulator, { quota: 'SFQ', months: 60 });
      return performance.now() - from;
    });
    const sorted = times.slice(5).sort((a, b) => a - b);
    const at = (share: number): number => round(sorted[Math.floor(sorted.length * share)] ?? 0, 1);
    return { p95Ms: at(0.95), p50Ms: at(0.5), postings: size.postings, counties: size.counties };
  } finally {
    await source.destroy();
  }
}
