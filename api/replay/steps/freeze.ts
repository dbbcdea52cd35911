import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { quotaFreezePage } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import { takeMeasure } from './measure.js';
import { lotOf, type Stage } from '../market.js';
import { Refused } from '../market-client.js';
import type { StepOf } from '../scenario.js';

type Step = Omit<StepOf<'freeze'>, 'do'>;

/** A whole party or a whole lot, by the region unless the story says otherwise. Throws Refused. */
export async function freeze(stage: Stage, step: Step): Promise<void> {
  const { reason } = step;
  await takeMeasure(stage, step.by, { kind: 'freeze', ...subjectOf(stage, step), reason });
}

/** Lifts every freeze that stands on exactly this party, or on this lot. Throws Refused. */
export async function unfreeze(stage: Stage, step: Step): Promise<void> {
  const regulator = await stage.cast.as(step.by ?? regionDepartmentCode, 'approve');
  const query = new URLSearchParams({ ...subjectOf(stage, step), limit: '100' });
  const { items } = await regulator.get<z.output<typeof quotaFreezePage>>(`/api/v1/freezes?${query}`);
  const standing = items.filter((each) => step.lot !== undefined || each.lotId === null);
  if (standing.length === 0)
    throw new Refused('quota.freeze-not-found', { freeze: step.lot ?? step.party }, '');
  for (const { id } of standing)
    await takeMeasure(stage, step.by, { kind: 'unfreeze', freezeId: id, reason: step.reason });
}

function subjectOf(stage: Stage, { party, lot }: Step): Record<string, string> {
  if (party !== undefined) stage.named.add(party);
  return {
    ...(party === undefined ? {} : { party }),
    ...(lot === undefined ? {} : { lotId: lotOf(stage, lot) }),
  };
}
