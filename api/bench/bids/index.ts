import { type Bench, type BenchMarket, take } from '../frame/bench.js';
import { load } from '../frame/load.js';
import { median, repeat, round } from '../frame/statistics.js';
import type { BidLoad, BidLoadResult } from './bid.load.js';
import { buildFloor, expectAllKept, type FloorWorld, startPrice, step } from './floor-world.js';

const clients = 64;
const runs = 3;
const secondsARun = 4;
/** The server's hot code is compiled while it runs: before that a bid takes four times as long. */
const warmUpSeconds = 10;
const spreadListings = 100;

const noRate = { perSecond: null, ratio: null, p50Ms: null, p95Ms: null, p99Ms: null, clients: null };
export const figures = { hot: noRate, spread: noRate };

/** Durable accepted bids over HTTP: on one hot listing, and over a hundred. Sign-in, keys, audit and log are on. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const { hotRowPerSecond, spreadPerSecond } = await bench.calibration();
  const market = await bench.market();
  const world = await buildFloor(market.urls.superuser, {
    bidders: clients,
    listings: runs + 1 + spreadListings,
  });
  const [warmUp = '', ...rest] = world.listings;
  await bid(market, world, [warmUp], warmUpSeconds);
  const hot = await take(noRate, async () =>
    rateOf(
      await repeat(runs, (turn) => bid(market, world, rest.slice(turn - 1, turn), secondsARun)),
      hotRowPerSecond,
      bench,
    ),
  );
  const wide = rest.slice(runs);
  const spread = await take(noRate, async () => {
    const results: BidLoadResult[] = [];
    // One after the other on the same listings: each run starts above the last one's prices.
    for (let turn = 0; turn < runs; turn += 1)
      results.push(await bid(market, world, wide, secondsARun, BigInt(turn) * 10_000_000n));
    return rateOf(results, spreadPerSecond, bench);
  });
  return { hot, spread };
}

const kept = new Map<string, number>();

async function bid(
  market: BenchMarket,
  world: FloorWorld,
  listings: readonly string[],
  seconds: number,
  above = 0n,
): Promise<BidLoadResult> {
  const input: BidLoad = {
    address: market.address,
    seconds,
    bidders: world.bidders,
    listings: [...listings],
    startPrice: (startPrice + above).toString(),
    step: step.toString(),
  };
  const result = await load<BidLoadResult>(new URL('./bid.load.js', import.meta.url), input);
  for (const [listing, count] of Object.entries(result.accepted))
    kept.set(listing, (kept.get(listing) ?? 0) + count);
  await expectAllKept(
    market.urls.superuser,
    Object.fromEntries(listings.map((id) => [id, kept.get(id) ?? 0])),
  );
  return result;
}

function rateOf(results: readonly BidLoadResult[], calibration: number, bench: Bench) {
  for (const each of results)
    bench.say(`${round(each.perSecond)} a second, p99 ${round(each.p99Ms, 1)} ms, ${each.refused} refused`);
  const middle = (of: (result: BidLoadResult) => number): number => median(results.map(of));
  const perSecond = middle((each) => each.perSecond);
  return {
    perSecond: round(perSecond),
    ratio: round(perSecond / calibration, 2),
    p50Ms: round(
      middle((each) => each.p50Ms),
      1,
    ),
    p95Ms: round(
      middle((each) => each.p95Ms),
      1,
    ),
    p99Ms: round(
      middle((each) => each.p99Ms),
      1,
    ),
    clients,
  };
}
