import type { measure } from '@muheng/contracts/measures';
import type { z } from 'zod';
import type { MeasureRow } from '../../persistence/measure.repository.js';

export type MeasureView = z.input<typeof measure>;

export const measureView = (row: MeasureRow, readerId: string): MeasureView => ({
  id: row.id,
  kind: row.kind,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  subject: row.subject,
  party: { code: row.partyCode, nameZh: row.partyZh, nameEn: row.partyEn },
  reason: row.reason,
  documentNo: row.documentNo,
  proposedBy: row.proposedName ?? '',
  proposedAt: row.proposedAt.toISOString(),
  mine: row.proposedBy === readerId,
  outcome: row.outcome,
  decidedBy: row.decidedName,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decisionReason: row.decisionReason,
});
