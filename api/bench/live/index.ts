import { buildFloor, startPrice, step } from '../bids/floor-world.js';
import { type Bench, load, take } from '../frame/bench.js';
import { median, repeat, round } from '../frame/statistics.js';
import type { SpectatorLoad, SpectatorLoadResult } from './spectators.load.js';

const spectators = 5_000;
const stalled = 20;
const bids = 5;
const runs = 3;

const noAudience = { spectators: null, lastMs: null, heapKbPerClient: null };
export const figures = noAudience;

/** Five thousand spectators of one listing, and some who have stopped reading: when the last one knows of a bid. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const market = await bench.market();
  const world = await buildFloor(market.urls.superuser, { bidders: 1, listings: runs });
  return take(noAudience, async () => {
    const [bidder] = world.bidders;
    if (!bidder) throw new Error('nobody bids');
    const results = await repeat(runs, async (turn) => {
      const input: SpectatorLoad = {
        address: market.address,
        listing: world.listings[turn - 1] ?? '',
        spectators,
        stalled,
        bids,
        bidder,
        startPrice: startPrice.toString(),
        step: step.toString(),
      };
      const result = await load<SpectatorLoadResult>(new URL('./spectators.load.js', import.meta.url), input);
      bench.say(
        `last after ${result.lastMs.map((each) => round(each)).join(', ')} ms, ${round(result.heapKbPerClient, 1)} kB each`,
      );
      return result;
    });
    return {
      spectators,
      lastMs: round(median(results.flatMap((each) => each.lastMs))),
      heapKbPerClient: round(median(results.map((each) => each.heapKbPerClient)), 1),
    };
  });
}
