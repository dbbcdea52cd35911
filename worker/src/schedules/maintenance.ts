import type { DataSource } from '@muheng/api/core';
import { v5 as uuidv5 } from 'uuid';
import type { MarketQueue } from '../queue/market-queue.js';
import { Repeating } from './repeating.js';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const reconciliationIds = 'b8f0c0a8-5d0d-5b43-8f6a-3a4a7f1f2d55';

/** Makes the partitions of the months to come, long before anything is written into them. */
export const makeMonths = (source: DataSource): Repeating =>
  new Repeating(hourMs, async () => {
    await source.query('select ensure_coming_months()');
  });

/** Asks for one reconciliation a minute; however many workers ask, the minute gives it one id. */
export const reconcileEachMinute = (queue: MarketQueue): Repeating =>
  new Repeating(minuteMs, async () => {
    const id = uuidv5(String(Math.floor(Date.now() / minuteMs)), reconciliationIds);
    const payload = { requestId: `minute-${id}`, reconciliationId: id };
    await queue.add([{ id, job: 'reconciliation.run', payload }]);
  });
