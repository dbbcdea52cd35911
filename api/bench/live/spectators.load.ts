import { connect, type Socket } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import type { Bidder } from '../bids/floor-world.js';
import { readInput } from '../frame/load.js';
import { KeepAlive } from '../frame/keep-alive.js';

export interface SpectatorLoad {
  address: string;
  listing: string;
  spectators: number;
  /** More of them that never read: each must be dropped without slowing the others. */
  stalled: number;
  bids: number;
  bidder: Bidder;
  startPrice: string;
  step: string;
}

export interface SpectatorLoadResult {
  /** From sending a bid to the last spectator's reading of it, one a bid. */
  lastMs: number[];
  heapKbPerClient: number;
}

const input = await readInput<SpectatorLoad>();
const { hostname, port } = new URL(input.address);
const opening = 50;
let heard = 0;
let allHeard: (() => void) | null = null;

function follow(reads: boolean): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once('error', reject);
    socket.once('data', (chunk: Buffer) => {
      if (!chunk.includes(' 200 ')) return reject(new Error(chunk.toString('utf8')));
      if (!reads) socket.pause();
      resolve(socket);
    });
    if (reads)
      socket.on('data', (chunk: Buffer) => {
        if (!chunk.includes('event: bid.accepted')) return;
        heard += 1;
        if (heard === input.spectators) allHeard?.();
      });
    socket.write(`GET /api/v1/stream?topics=listing:${input.listing} HTTP/1.1\r\nhost: bench\r\n\r\n`);
  });
}

async function openAll(count: number, reads: boolean): Promise<Socket[]> {
  const sockets: Socket[] = [];
  const one = async (): Promise<void> => {
    while (count > 0) {
      count -= 1;
      sockets.push(await follow(reads));
    }
  };
  await Promise.all(Array.from({ length: opening }, one));
  return sockets;
}

/** The least of several looks: what is waiting to be collected is not what a client costs. */
async function heapKb(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 12; look += 1) {
    const text = await (await fetch(`${input.address}/metrics`)).text();
    const bytes = Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1]);
    least = Math.min(least, bytes / 1_024);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return least;
}

async function bid(connection: KeepAlive, n: number): Promise<number> {
  const fen = BigInt(input.startPrice) + BigInt(n) * BigInt(input.step);
  const body = `{"priceCny":"${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}"}`;
  heard = 0;
  const all = new Promise<void>((resolve) => {
    allHeard = resolve;
  });
  const asked = performance.now();
  const { status, body: answer } = await connection.ask(
    `POST /api/v1/listings/${input.listing}/bids HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n` +
      `cookie: ${input.bidder.cookie}\r\nx-csrf-token: ${input.bidder.csrf}\r\nidempotency-key: ${uuidv7()}\r\n` +
      `content-length: ${body.length}\r\n\r\n${body}`,
  );
  if (status !== 201) throw new Error(`${status} ${answer}`);
  await all;
  return performance.now() - asked;
}

const bidding = await KeepAlive.open(input.address);
const before = await heapKb();
const sockets = await openAll(input.spectators, true);
const heapKbPerClient = ((await heapKb()) - before) / input.spectators;
const stalled = await openAll(input.stalled, false);
const lastMs: number[] = [];
for (let n = 0; n < input.bids; n += 1) {
  lastMs.push(await bid(bidding, n));
  await new Promise((resolve) => setTimeout(resolve, 200));
}
for (const socket of [...sockets, ...stalled]) socket.destroy();
bidding.close();
const result: SpectatorLoadResult = { lastMs, heapKbPerClient };
process.stdout.write(JSON.stringify(result));
