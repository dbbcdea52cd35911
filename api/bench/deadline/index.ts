import { buildFloor, startPrice, step } from '../bids/floor-world.js';
import { type Bench, take } from '../frame/bench.js';
import { load } from '../frame/load.js';
import type { DeadlineLoad } from './deadline.load.js';
import { countLate, expectSameVerdict, setDeadlines } from './verdict.js';
import type { Target, VolleyResult } from './volley.js';

const bidders = 200;
const listings = 50;
/** Between two deadlines: a volley is answered before the next one begins. */
const apartMs = 600;
const untilFirstMs = 5_000;

const nothing = { tried: null, late: null, early: null };
export const figures = nothing;

/** Ten thousand bids within ±50 ms of a deadline: none taken late, none refused early, and each log run again. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  return take(nothing, async () => {
    const market = await bench.market();
    const world = await buildFloor(market.urls.superuser, { bidders, listings });
    const first = Date.now() + untilFirstMs;
    const targets = world.listings.map(
      (listing, place): Target => ({ listing, deadline: first + place * apartMs }),
    );
    await setDeadlines(market.urls.superuser, targets);
    const input: DeadlineLoad = {
      address: market.address,
      bidders: world.bidders,
      targets,
      startPrice: startPrice.toString(),
      step: step.toString(),
    };
    const result = await load<VolleyResult>(new URL('./deadline.load.js', import.meta.url), input);
    const { tried, accepted, closed, overtaken, early } = result;
    bench.say(`${accepted} accepted, ${closed} refused as closed, ${overtaken} overtaken`);
    const late = await countLate(market.urls.superuser, targets);
    await expectSameVerdict(market.urls.superuser, targets);
    return { tried, late, early };
  });
}
