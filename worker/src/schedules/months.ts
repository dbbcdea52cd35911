import { type SealMonths, systemActor } from '@muheng/api/core';
import { v7 as uuidv7 } from 'uuid';
import { Repeating } from './repeating.js';

const everyMs = 600_000;

/** Sums up months that are over, soon after they are. */
export const sealMonths = (seals: Pick<SealMonths, 'execute'>): Repeating =>
  new Repeating(everyMs, async () => {
    await seals.execute({ actor: systemActor, key: uuidv7(), requestId: 'months' });
  });
