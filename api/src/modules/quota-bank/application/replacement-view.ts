import { formatQuantities, subtractQuantities } from '@muheng/contracts/common/component';
import type { replacementDuty } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { DutyRow } from '../persistence/replacement.repository.js';

export type DutyView = z.input<typeof replacementDuty>;

export function dutyView(row: DutyRow): DutyView {
  const { id, number, party, originProject, quota, grade, status, documentNo, reason } = row;
  return {
    ...{ id, number, party, originProject, quota, grade, status, documentNo, reason },
    quantities: formatQuantities(row.quantities),
    replaced: formatQuantities(row.replaced),
    missing: formatQuantities(subtractQuantities(row.quantities, row.replaced)),
    foundAt: row.foundAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
