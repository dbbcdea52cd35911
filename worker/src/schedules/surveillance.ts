import { systemActor, type WatchMarket } from '@muheng/api/core';
import { v7 as uuidv7 } from 'uuid';
import { Repeating } from './repeating.js';

const everyMs = 600_000;

/**
 * Looks over the market every ten minutes of ordinary time. Not when the worker starts: a story that is being told, or
 * a practice market whose clock runs elsewhere, is not under suspicion.
 */
export function watchMarket(watcher: Pick<WatchMarket, 'execute'>): Repeating {
  let first = true;
  return new Repeating(everyMs, async () => {
    if (first) {
      first = false;
      return;
    }
    await watcher.execute({ actor: systemActor, key: uuidv7(), requestId: 'watch' });
  });
}
