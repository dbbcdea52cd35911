import { readInput } from '../frame/load.js';
import { KeepAlive } from '../frame/keep-alive.js';
import { percentile } from '../frame/statistics.js';

export interface PageLoad {
  address: string;
  seconds: number;
  clients: number;
  /** Query strings; each reader goes on from the cursor of its page for a few pages. */
  queries: string[];
}

export interface PageLoadResult {
  perSecond: number;
  p95Ms: number;
  slowest: { query: string; p95Ms: number }[];
}

const input = await readInput<PageLoad>();
const times = new Map<string, number[]>(input.queries.map((query) => [query, []]));
const pagesDeep = 5;
let place = 0;

async function read(until: number): Promise<void> {
  const connection = await KeepAlive.open(input.address);
  while (performance.now() < until) {
    const query = input.queries[place++ % input.queries.length] ?? '';
    let cursor = '';
    for (let page = 0; page < pagesDeep && performance.now() < until; page += 1) {
      const asked = performance.now();
      const target = `/api/v1/listings?limit=20&${query}${cursor}`;
      const { status, body } = await connection.ask(`GET ${target} HTTP/1.1\r\nhost: bench\r\n\r\n`);
      times.get(query)?.push(performance.now() - asked);
      if (status !== 200) throw new Error(`${status} ${target} ${body}`);
      const { items, nextCursor } = JSON.parse(body) as { items: unknown[]; nextCursor: string | null };
      if (items.length === 0 && !query.includes('q=')) throw new Error(`nothing on ${target}`);
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
  }
  connection.close();
}

const started = performance.now();
await Promise.all(Array.from({ length: input.clients }, () => read(started + input.seconds * 1_000)));
const all = [...times.values()].flat();
const result: PageLoadResult = {
  perSecond: all.length / ((performance.now() - started) / 1_000),
  p95Ms: percentile(all, 95),
  slowest: [...times]
    .filter(([, each]) => each.length > 0)
    .map(([query, each]) => ({ query, p95Ms: percentile(each, 95) }))
    .sort((a, b) => b.p95Ms - a.p95Ms)
    .slice(0, 3),
};
process.stdout.write(JSON.stringify(result));
