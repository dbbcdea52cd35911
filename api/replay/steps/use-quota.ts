import type { quotaUsePage } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Stage } from '../market.js';
import { Refused } from '../market-client.js';
import type { StepOf } from '../scenario.js';

type Step = Omit<StepOf<'earmark'>, 'do'>;

const amounts = ({ areaHa, paddyHa, capacityKg }: Step) => ({ areaHa, paddyHa, capacityKg });

/** 挂钩 to a project, out of whatever the party holds. Throws Refused. */
export async function earmark(stage: Stage, step: Step): Promise<void> {
  stage.named.add(step.party);
  const maker = await stage.cast.as(step.party, 'desk');
  const { quota, project } = step;
  await maker.post('/api/v1/uses', { quota, projectCode: project, projectName: project, ...amounts(step) });
}

/** 解挂, in whole or in part. Throws Refused. */
export async function release(stage: Stage, step: Step): Promise<void> {
  const maker = await stage.cast.as(step.party, 'desk');
  const id = await useOf(stage, step);
  await maker.post(`/api/v1/uses/${id}/release`, { ...amounts(step), reason: 'scenario' });
}

/** 核销 by a second person, with the project's approval. Throws Refused. */
export async function writeOff(stage: Stage, step: Omit<StepOf<'write-off'>, 'do'>): Promise<void> {
  const checker = await stage.cast.as(step.party, 'check');
  const id = await useOf(stage, step);
  await checker.post(`/api/v1/uses/${id}/write-off`, {
    ...amounts(step),
    occupied: step.occupied,
    documentNo: `PZ-${step.project}`,
    approver: 'scenario',
  });
}

/** The one use of a party's quota for a project. Throws Refused when nothing was earmarked for it. */
async function useOf(stage: Stage, { party, quota, project }: Step): Promise<string> {
  stage.named.add(party);
  const reader = await stage.cast.as(party, 'desk');
  const query = new URLSearchParams({ party, quota, project });
  const { items } = await reader.get<z.output<typeof quotaUsePage>>(`/api/v1/uses?${query}`);
  if (!items[0]) throw new Refused('quota.use-not-found', { use: project }, '');
  return items[0].id;
}
