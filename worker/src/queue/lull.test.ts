import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Lull } from './lull.js';

describe('a lull', () => {
  it('is waited for by work that takes long', async () => {
    const lull = new Lull();
    const order: string[] = [];
    const short = lull.during(() => sleep(120).then(() => order.push('short')));
    await lull.before(2_000, async () => order.push('long'));
    await short;
    expect(order).toEqual(['short', 'long']);
  });

  it('is not waited for for ever', async () => {
    const lull = new Lull();
    let over = false;
    const busy = lull.during(async () => {
      while (!over) await sleep(20);
    });
    await lull.before(200, async () => {
      over = true;
    });
    await busy;
  });
});
