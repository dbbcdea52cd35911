import type { Bidder } from '../bids/floor-world.js';
import { readInput } from '../frame/load.js';
import { KeepAlive } from '../frame/keep-alive.js';
import { fireVolley, type Target, type VolleyResult } from './volley.js';

export interface DeadlineLoad {
  address: string;
  bidders: Bidder[];
  targets: Target[];
  startPrice: string;
  step: string;
}

const { address, bidders, targets, startPrice, step } = await readInput<DeadlineLoad>();
const biddings = await Promise.all(
  bidders.map(async (bidder) => ({ bidder, connection: await KeepAlive.open(address) })),
);
const total: VolleyResult = { tried: 0, accepted: 0, closed: 0, overtaken: 0, early: 0 };
const prices = { start: BigInt(startPrice), step: BigInt(step) };
for (const target of targets) {
  const result = await fireVolley(biddings, target, prices);
  for (const key of ['tried', 'accepted', 'closed', 'overtaken', 'early'] as const) total[key] += result[key];
}
for (const { connection } of biddings) connection.close();
process.stdout.write(JSON.stringify(total));
