import { v7 as uuidv7 } from 'uuid';
import { readInput } from '../frame/load.js';
import { KeepAlive } from '../frame/keep-alive.js';
import { percentile } from '../frame/statistics.js';
import type { Bidder } from './floor-world.js';

export interface BidLoad {
  address: string;
  seconds: number;
  bidders: Bidder[];
  listings: string[];
  startPrice: string;
  step: string;
}

export interface BidLoadResult {
  perSecond: number;
  refused: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** Answered and accepted bids by listing. */
  accepted: Record<string, number>;
}

const input = await readInput<BidLoad>();
const start = BigInt(input.startPrice);
const step = BigInt(input.step);
/** One rising price a listing, shared by all clients. */
const next = new Map(input.listings.map((id) => [id, 0n]));
const accepted: Record<string, number> = Object.fromEntries(input.listings.map((id) => [id, 0]));
const latencies: number[] = [];
let refused = 0;
let place = 0;

function priceOf(listing: string): string {
  const n = next.get(listing) ?? 0n;
  next.set(listing, n + 1n);
  const fen = start + n * step;
  return `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;
}

function requestOf({ cookie, csrf }: Bidder, listing: string): string {
  const body = `{"priceCny":"${priceOf(listing)}"}`;
  return (
    `POST /api/v1/listings/${listing}/bids HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n` +
    `cookie: ${cookie}\r\nx-csrf-token: ${csrf}\r\nidempotency-key: ${uuidv7()}\r\n` +
    `content-length: ${body.length}\r\n\r\n${body}`
  );
}

async function bid(bidder: Bidder, until: number): Promise<void> {
  const connection = await KeepAlive.open(input.address);
  while (performance.now() < until) {
    const listing = input.listings[place++ % input.listings.length] ?? '';
    const asked = performance.now();
    const { status, body } = await connection.ask(requestOf(bidder, listing));
    if (status === 201) {
      latencies.push(performance.now() - asked);
      accepted[listing] = (accepted[listing] ?? 0) + 1;
    } else if (status === 409) refused += 1;
    else throw new Error(`${status} ${body}`);
  }
  connection.close();
}

const started = performance.now();
await Promise.all(input.bidders.map((each) => bid(each, started + input.seconds * 1_000)));
const seconds = (performance.now() - started) / 1_000;
const result: BidLoadResult = {
  perSecond: latencies.length / seconds,
  refused,
  p50Ms: percentile(latencies, 50),
  p95Ms: percentile(latencies, 95),
  p99Ms: percentile(latencies, 99),
  accepted,
};
process.stdout.write(JSON.stringify(result));
