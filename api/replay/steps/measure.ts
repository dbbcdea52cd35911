import type { measure } from '@muheng/contracts/measures';
import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { z } from 'zod';
import type { Stage } from '../market.js';

/** Two people of the region take a measure: one proposes it, the other carries it out. Throws Refused. */
export async function takeMeasure(
  stage: Stage,
  by: string | undefined,
  act: { kind: string; reason: string; [more: string]: unknown },
): Promise<void> {
  const party = by ?? regionDepartmentCode;
  const one = await stage.cast.as(party, 'approve');
  const { id } = await one.post<z.output<typeof measure>>('/api/v1/measures', act);
  const other = await stage.cast.as(party, 'second');
  await other.post(`/api/v1/measures/${id}/decision`, { carryOut: true, reason: act.reason });
}
