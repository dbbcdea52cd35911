import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutboxRelay } from '../src/relay/outbox-relay.js';
import { type Bench, collector, eventually, openBench } from './support/bench.js';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const publish = (n: number) =>
  bench.admin.query(
    `insert into outbox (id, job, payload)
     select t.id, 'worker.probe', jsonb_build_object('requestId', 'r' || t.n) from unnest($1::uuid[]) with ordinality as t (id, n)`,
    [Array.from({ length: n }, () => uuidv7())],
  );
const outbox = async (): Promise<number> =>
  Number((await bench.rows('select count(*) as n from outbox'))[0]?.['n']);

describe('the relay (architecture §7)', () => {
  it('moves 1,000 outbox rows into the queue once each, with three relays at it', async () => {
    const queue = bench.openQueue();
    const { jobs, take } = collector();
    await publish(1_000);
    const relays = [1, 2, 3].map(() => bench.stopping(new OutboxRelay(bench.source, bench.openQueue())));
    for (const relay of relays) relay.start();
    await queue.work(take, 20);
    await eventually('all jobs done', () => jobs.length >= 1_000);
    expect(new Set(jobs.map((job) => job.id)).size).toBe(1_000);
    expect(jobs).toHaveLength(1_000);
    expect(await outbox()).toBe(0);
  });

  it('keeps the row when the queue takes nothing, and moves it when it does again', async () => {
    const queue = bench.openQueue();
    await queue.ready();
    await bench.admin.query('drop schema jobs cascade');
    await publish(3);
    const relay = bench.stopping(new OutboxRelay(bench.source, queue));
    relay.start();
    await eventually('the store is made again and the rows are in it', async () => (await outbox()) === 0);
    const { jobs, take } = collector();
    await bench.openQueue().work(take, 1);
    await eventually('the jobs are done', () => jobs.length === 3);
  });

  it('makes one job of a row that was moved but not deleted', async () => {
    const queue = bench.openQueue();
    await publish(1);
    const [row] = await bench.rows('select id, payload from outbox');
    await queue.add([{ id: String(row?.['id']), job: 'worker.probe', payload: { requestId: 'r1' } }]);
    const relay = bench.stopping(new OutboxRelay(bench.source, queue));
    relay.start();
    await eventually('the outbox is empty', async () => (await outbox()) === 0);
    const waiting = await queue.counts();
    expect(waiting['waiting']).toBe(1);
  });

  it('moves rows that come together as one job; what fails in it goes on alone', async () => {
    const queue = bench.openQueue();
    await publish(20);
    const relay = bench.stopping(new OutboxRelay(bench.source, queue));
    relay.start();
    await eventually('the outbox is empty', async () => (await outbox()) === 0);
    expect((await queue.counts())['waiting']).toBe(1);
    const { jobs, take } = collector();
    const failed = new Set<string>();
    await bench.openQueue().work(async (job) => {
      if (failed.size < 2 && !failed.has(String(job.id))) {
        failed.add(String(job.id));
        throw new Error('not now');
      }
      await take(job);
    }, 5);
    await eventually('all twenty are done', () => jobs.length >= 20);
    expect(new Set(jobs.map((job) => job.id)).size).toBe(20);
    expect(jobs).toHaveLength(20);
    await eventually('nothing is left', async () => (await queue.counts())['active'] === 0);
  });
});
