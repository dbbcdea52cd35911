import { v7 as uuidv7 } from 'uuid';
import type { Bidder } from '../bids/floor-world.js';
import type { KeepAlive } from '../frame/keep-alive.js';

/** Half of the span around a deadline in which bids are sent, ms. */
const around = 50;

export interface Target {
  listing: string;
  /** The listing's close, ms since 1970; the machine's clock is the database's. */
  deadline: number;
}

export interface VolleyResult {
  tried: number;
  accepted: number;
  closed: number;
  /** Refused for its price, because another one overtook it. */
  overtaken: number;
  /** Answered `bidding.closed` before the deadline had come. */
  early: number;
}

export interface Bidding {
  connection: KeepAlive;
  bidder: Bidder;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** One bid from each of them, spread over ±50 ms of the deadline, each a step above the one before. */
export async function fireVolley(
  biddings: readonly Bidding[],
  { listing, deadline }: Target,
  prices: { start: bigint; step: bigint },
): Promise<VolleyResult> {
  const result: VolleyResult = { tried: 0, accepted: 0, closed: 0, overtaken: 0, early: 0 };
  await Promise.all(
    biddings.map(async ({ connection, bidder }, place) => {
      const at = deadline - around + (2 * around * (place + 0.5)) / biddings.length;
      const request = requestOf(bidder, listing, prices.start + BigInt(place) * prices.step);
      await wait(at - Date.now());
      result.tried += 1;
      const { status, body } = await connection.ask(request);
      const heard = Date.now();
      if (status === 201) result.accepted += 1;
      else if (body.includes('"bidding.closed"')) {
        result.closed += 1;
        if (heard < deadline) result.early += 1;
      } else if (body.includes('"bidding.below-minimum"')) result.overtaken += 1;
      else throw new Error(`${status} ${body}`);
    }),
  );
  return result;
}

function requestOf({ cookie, csrf }: Bidder, listing: string, fen: bigint): string {
  const body = `{"priceCny":"${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}"}`;
  return (
    `POST /api/v1/listings/${listing}/bids HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n` +
    `cookie: ${cookie}\r\nx-csrf-token: ${csrf}\r\nidempotency-key: ${uuidv7()}\r\n` +
    `content-length: ${body.length}\r\n\r\n${body}`
  );
}
