import { type Bench, take } from '../frame/bench.js';
import { load } from '../frame/load.js';
import { median, repeat, round } from '../frame/statistics.js';
import { fillListings } from './million.js';
import type { PageLoad, PageLoadResult } from './page.load.js';

const rows = 1_000_000;
/** As many as the machine has cores: the figure is the server's time, not the queue before it. */
const clients = 2;
const runs = 3;

const queries = [
  '',
  'quota=SFQ',
  'county=640425',
  'county=640400&quota=LSQ',
  'county=640106&quota=LSQ',
  'status=listing-open',
  'status=notice,listing-open&county=640422',
  'status=withdrawn&quota=LSQ',
  'status=withdrawn&county=640221&quota=SFQ',
  'sort=closing-soon',
  'sort=closing-soon&quota=LSQ',
  'sort=price-low&county=640122',
  'sort=price-high&status=listing-open&quota=SFQ',
  // Often, never, once, in one old part, here and there, never in this county.
  `q=${encodeURIComponent('水田')}`,
  `q=${encodeURIComponent('香港')}`,
  'q=BENCH-777777',
  'q=BENCH-98',
  'q=4321',
  'q=4321&county=640422&quota=LSQ',
  `q=${encodeURIComponent('旱地')}&county=640106`,
  `q=${encodeURIComponent('香港')}&sort=closing-soon`,
];

const noPage = { perSecond: null, p95Ms: null, rows: null };
export const figures = { listingPage: noPage };

/** A page of 20 among a million listings, with filters and orders, as readers ask for it over HTTP. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  // Filled when it runs: a market that waits for its schema gives up after a minute and a half.
  const market = await bench.market();
  bench.say(`writing ${rows} listings`);
  await fillListings(market.urls.superuser, rows);
  bench.say('written');
  const input: PageLoad = { address: market.address, seconds: 5, clients, queries };
  const script = new URL('./page.load.js', import.meta.url);
  await load(script, input);
  return {
    listingPage: await take(noPage, async () => {
      const results = await repeat(runs, () => load<PageLoadResult>(script, input));
      for (const each of results)
        bench.say(`${round(each.perSecond)} pages a second, slowest: ${JSON.stringify(each.slowest)}`);
      return {
        perSecond: round(median(results.map((each) => each.perSecond))),
        p95Ms: round(median(results.map((each) => each.p95Ms)), 1),
        rows,
      };
    }),
  };
}
