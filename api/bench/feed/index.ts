import pg from 'pg';
import { type Bench, type BenchMarket, take } from '../frame/bench.js';
import { KeepAlive } from '../frame/keep-alive.js';
import { percentile, round } from '../frame/statistics.js';

const writers = 20;
const writeMs = 15_000;
const pauseMs = 100;
const pollMs = 10;
const patienceMs = 20_000;

const none = { changes: null, perSecond: null, p50Ms: null, p99Ms: null, maxMs: null };
export const figures = { steady: none, workerKilled: none, apiKilled: none };

/**
 * Twenty writers commit changes that everybody may know; one reader follows the feed over HTTP. Each change carries a turn
 * drawn under a lock, so that turns are the order of commits: the reader must see each once, in that order. Then the same
 * while the only worker is killed and comes back, and with two apis, as compose runs them, while the one that is read
 * from is killed: the reader asks the other on, as a proxy would for it.
 */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const one = await onOwnMarket(bench, false, async (market) => ({
    steady: await take(none, () => oneRound(market, () => Promise.resolve())),
    workerKilled: await take(none, () => oneRound(market, () => market.kill('worker'))),
  }));
  const two = await onOwnMarket(bench, true, async (market) => ({
    apiKilled: await take(none, () => oneRound(market, () => market.kill('api'))),
  }));
  return { ...one, ...two };
}

async function onOwnMarket<R>(
  bench: Bench,
  second: boolean,
  rounds: (market: BenchMarket) => Promise<R>,
): Promise<R> {
  const market = await bench.market({ mode: 'practice', second, env: { RATE_LIMIT: 'off' } });
  const owner = new pg.Client({ connectionString: market.urls.superuser });
  await owner.connect();
  try {
    await owner.query('create table turn (n bigint not null)');
    await owner.query('insert into turn values (0)');
    return await rounds(market);
  } finally {
    await owner.end();
    await market.stop();
  }
}

/** One round: writes for so long, does `harm` in the middle, reads to the end. Throws when a change is lost or moved. */
async function oneRound(market: BenchMarket, harm: () => Promise<void>) {
  const committed = new Map<number, number>();
  const reader = await Reader.open([
    market.address,
    ...(market.secondAddress === null ? [] : [market.secondAddress]),
  ]);
  let writing = true;
  let written = false;
  const done = Promise.all(Array.from({ length: writers }, () => write(market, committed, () => writing)));
  const reading = reader.follow(() => !written || reader.seen.length < committed.size);
  await pause(writeMs / 2);
  await harm();
  await pause(writeMs / 2);
  writing = false;
  await done;
  written = true;
  await reading;
  const turns = [...committed.keys()].sort((a, b) => a - b);
  if (reader.seen.map(({ turn }) => turn).join() !== turns.join())
    throw new Error(`${turns.length} committed, ${reader.seen.length} seen, or in another order`);
  const lags = reader.seen.map(({ turn, at }) => Math.max(0, at - (committed.get(turn) ?? at)));
  return {
    changes: turns.length,
    perSecond: round((turns.length * 1_000) / writeMs),
    p50Ms: round(percentile(lags, 50)),
    p99Ms: round(percentile(lags, 99)),
    maxMs: round(Math.max(...lags)),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function write(
  market: BenchMarket,
  committed: Map<number, number>,
  goesOn: () => boolean,
): Promise<void> {
  const client = new pg.Client({ connectionString: market.urls.superuser });
  await client.connect();
  try {
    while (goesOn()) {
      await client.query('begin');
      const { rows } = await client.query<{ n: string }>('update turn set n = n + 1 returning n::text');
      const turn = Number(rows[0]?.n);
      await client.query(
        `insert into suspension (id, party_id, region_code, ground, reason, from_at)
         select gen_random_uuid(), id, region_code, 'bad-record', $1, app_now() from party where code = '640106'`,
        [String(turn)],
      );
      await client.query('commit');
      committed.set(turn, performance.now());
      await pause(pauseMs * (0.5 + Math.random()));
    }
  } finally {
    await client.end();
  }
}

interface Feed {
  items: { suspension: { reason: string } | null }[];
  next: number;
  head: number;
}

/** Follows the public feed from its head. */
class Reader {
  readonly seen: { turn: number; at: number }[] = [];

  private constructor(
    private readonly addresses: string[],
    private client: KeepAlive,
    private after: number,
  ) {}

  /** Reads from the first address, and from the next one when that breaks. */
  static async open([address = '', ...others]: string[]): Promise<Reader> {
    const client = await KeepAlive.open(address);
    const { head } = await ask(client, 0, 1);
    return new Reader(others, client, head);
  }

  async follow(goesOn: () => boolean): Promise<void> {
    let heard = performance.now();
    while (goesOn()) {
      const { items, next } = await this.next();
      const at = performance.now();
      for (const { suspension } of items) this.seen.push({ turn: Number(suspension?.reason), at });
      if (items.length > 0) heard = at;
      if (at - heard > patienceMs) throw new Error(`nothing was published for ${patienceMs} ms`);
      this.after = next;
      await pause(pollMs);
    }
    this.client.close();
  }

  private async next(): Promise<Feed> {
    try {
      return await ask(this.client, this.after, 500);
    } catch (error) {
      const other = this.addresses.shift();
      if (other === undefined) throw error;
      this.client = await KeepAlive.open(other);
      return ask(this.client, this.after, 500);
    }
  }
}

async function ask(client: KeepAlive, after: number, limit: number): Promise<Feed> {
  const query = `after=${after}&limit=${limit}&event=suspension.`;
  const { status, body } = await client.ask(
    `GET /api/v1/changes?${query} HTTP/1.1\r\nhost: bench\r\nconnection: keep-alive\r\n\r\n`,
  );
  if (status !== 200) throw new Error(`the feed answered ${status}: ${body}`);
  return JSON.parse(body) as Feed;
}
