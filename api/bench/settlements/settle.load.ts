import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { readInput } from '../frame/load.js';
import { KeepAlive } from '../frame/keep-alive.js';
import { percentile } from '../frame/statistics.js';
import type { Payer } from './world.js';

export interface SettleLoad {
  address: string;
  /** Where the end of each settlement is heard of: the market's own live channel. */
  databaseUrl: string;
  payers: Payer[];
}

export interface SettleLoadResult {
  settled: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
}

const input = await readInput<SettleLoad>();
const patienceMs = 60_000;
const latencies: number[] = [];
const waiting = new Map<string, () => void>();

/** A settlement is over when the transaction that numbered its certificate has committed: then this is told. */
const listener = new pg.Client({ connectionString: input.databaseUrl });
await listener.connect();
listener.on('notification', ({ payload = '' }) => {
  if (!payload.includes('"certificate"')) return;
  const id = /"trade":\s*"([0-9a-f-]{36})"/.exec(payload)?.[1] ?? '';
  waiting.get(id)?.();
});
await listener.query('listen live');

const body = JSON.stringify({ method: 'card', cardToken: 'pm_card_visa' });

async function settle(connection: KeepAlive, { cookie, csrf }: Payer, trade: string): Promise<void> {
  const asked = performance.now();
  const over = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`trade ${trade} does not end`)), patienceMs);
    waiting.set(trade, () => {
      clearTimeout(timer);
      waiting.delete(trade);
      resolve();
    });
  });
  const answer = await connection.ask(
    `POST /api/v1/trades/${trade}/payments HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n` +
      `cookie: ${cookie}\r\nx-csrf-token: ${csrf}\r\nidempotency-key: ${uuidv7()}\r\n` +
      `content-length: ${body.length}\r\n\r\n${body}`,
  );
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.body}`);
  await over;
  latencies.push(performance.now() - asked);
}

const started = performance.now();
await Promise.all(
  input.payers.map(async (payer) => {
    const connection = await KeepAlive.open(input.address);
    for (const trade of payer.trades) await settle(connection, payer, trade);
    connection.close();
  }),
);
const seconds = (performance.now() - started) / 1_000;
await listener.end();
const result: SettleLoadResult = {
  settled: latencies.length,
  perSecond: latencies.length / seconds,
  p50Ms: percentile(latencies, 50),
  p95Ms: percentile(latencies, 95),
};
process.stdout.write(JSON.stringify(result));
