import { buildFloor, startPrice, step } from '../bids/floor-world.js';
import { type Bench, take } from '../frame/bench.js';
import { load } from '../frame/load.js';
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
  return take(noAudience, async () => {
    // A server of its own for each run: what the last audience left behind would hide what this one takes.
    const results = await repeat(runs, async () => {
      const market = await bench.market();
      const world = await buildFloor(market.urls.superuser, { bidders: 1, listings: 1 });
      const [bidder] = world.bidders;
      const [listing] = world.listings;
      if (!bidder || listing === undefined) throw new Error('nobody bids');
      const input: SpectatorLoad = {
        address: market.address,
        listing,
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
      await market.stop();
      return result;
    });
    return {
      spectators,
      lastMs: round(median(results.flatMap((each) => each.lastMs))),
      heapKbPerClient: round(median(results.map((each) => each.heapKbPerClient)), 1),
    };
  });
}
