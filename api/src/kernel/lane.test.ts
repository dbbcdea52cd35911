import { describe, expect, it } from 'vitest';
import { Lane } from './lane.js';

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a lane', () => {
  it('gathers what comes while a batch is in flight, in order, and never runs two at once', async () => {
    const batches: number[][] = [];
    let running = 0;
    const lane = new Lane<number, number>(
      async (items) => {
        running += 1;
        expect(running).toBe(1);
        batches.push([...items]);
        await settle();
        running -= 1;
        return items.map((item) => item * 10);
      },
      { batch: 4, waiting: 100 },
    );
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((item) => lane.submit(item)));
    expect(answers).toEqual([10, 20, 30, 40, 50, 60]);
    expect(batches).toEqual([[1], [2, 3, 4, 5], [6]]);
  });

  it('halves a poisoned batch until the culprit stands alone', async () => {
    const lane = new Lane<number, string>(
      async (items) => {
        await settle();
        if (items.includes(5)) throw new Error('poison');
        return items.map((item) => `ok ${item}`);
      },
      { batch: 256, waiting: 100 },
    );
    const answers = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6, 7].map((item) => lane.submit(item)));
    expect(answers.flatMap(({ status }, i) => (status === 'rejected' ? i : []))).toEqual([5]);
  });

  it('says so when too many wait', async () => {
    const lane = new Lane<number, number>(async (items) => settle().then(() => [...items]), {
      batch: 1,
      waiting: 1,
    });
    const first = lane.submit(1);
    const second = lane.submit(2);
    expect(() => lane.submit(3)).toThrow('internal.unavailable');
    expect(await Promise.all([first, second])).toEqual([1, 2]);
  });

  it('tells when nothing is left', async () => {
    let idle = 0;
    const lane = new Lane<number, number>(
      async (items) => [...items],
      { batch: 8, waiting: 8 },
      () => (idle += 1),
    );
    await lane.submit(1);
    await settle();
    expect(idle).toBe(1);
  });
});
