import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { planRun } from '@muheng/contracts/planner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { PlanRuns } from '../../src/modules/planner/http/plan-runs.js';
import { actorOf } from '../support/actors.js';
import { AuctionHouse } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

type Run = z.output<typeof planRun>;

let house: AuctionHouse;
beforeAll(async () => {
  house = await AuctionHouse.open();
});
afterAll(async () => {
  await expectSound(house.database.urls.reconciler);
  await house.close();
});

const never = new AbortController().signal;

test('a long planning tells its own party how far it is, and stops when that party says so', async () => {
  const runs = house.market.app.get(PlanRuns);
  const [own, stranger] = [
    await actorOf(house.work, '640106', ['bidder']),
    await actorOf(house.work, '640425', ['bidder']),
  ];
  const key = randomUUID();
  const [seen, strange]: Run[][] = [[], []];
  runs.progressOf(own, key).subscribe(({ data }) => seen?.push(data));
  runs.progressOf(stranger, key).subscribe(({ data }) => strange?.push(data));
  const made = runs.follow(
    own,
    key,
    async (progress, signal) => {
      await sleep(300);
      progress(1, 3);
      const stopped = once(signal, 'abort');
      await house.post(await house.person('640425', 'bidder'), `/plan-runs/${key}/cancellation`);
      await sleep(100);
      expect(signal.aborted).toBe(false);
      const cancelled = await house.post(
        await house.person('640106', 'bidder'),
        `/plan-runs/${key}/cancellation`,
      );
      expect(cancelled.body).toMatchObject({ key, state: 'cancelled' });
      await stopped;
      throw new Error('stopped');
    },
    never,
  );
  await expect(made).rejects.toThrow('stopped');
  await expect
    .poll(() => seen)
    .toEqual([
      { key, state: 'running', done: 1, total: 3 },
      { key, state: 'cancelled', done: 3, total: 3 },
    ]);
  expect(strange).toEqual([]);
});

test('progress is a stream for who is signed in', async () => {
  const key = randomUUID();
  const path = `/api/v1/plan-runs/${key}/progress`;
  expect((await house.http.get(path)).status).toBe(401);
  const { cookie } = await house.person('640106', 'bidder');
  const stream = house.http.get(path).set({ cookie }).buffer(false);
  const first = new Promise<string>((resolve, reject) => {
    stream.parse((response, done) => {
      response.on('data', (chunk: Buffer) => {
        if (!chunk.toString().includes('data:')) return;
        resolve(chunk.toString());
        done(null, null);
      });
    });
    stream.end((error: Error | null) => error && reject(error));
  });
  const actor = await actorOf(house.work, '640106', ['bidder']);
  const runs = house.market.app.get(PlanRuns);
  await runs.follow(
    actor,
    key,
    async (progress) => {
      for (let step = 0; step < 8; step += 1) {
        await sleep(100);
        progress(step, 8);
      }
    },
    never,
  );
  expect(await first).toContain('"total":8');
});
