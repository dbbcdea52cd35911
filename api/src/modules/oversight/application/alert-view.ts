import type { alert, partyLabel } from '@muheng/contracts/oversight';
import type { z } from 'zod';
import type { AlertRow } from '../persistence/alert.repository.js';

export type AlertView = z.input<typeof alert>;

export const labelOf = (code: string, nameZh: string, nameEn: string): z.input<typeof partyLabel> => ({
  code,
  nameZh,
  nameEn,
});

/** An alert as its readers see it. */
export function alertView(row: AlertRow): AlertView {
  const { id, severity, subjectType, subjectId, subject, regionCode, evidence, decision } = row;
  return {
    id,
    code: row.code as AlertView['code'],
    severity,
    subjectType,
    subjectId,
    subject,
    party: row.partyCode === null ? null : labelOf(row.partyCode, row.partyZh ?? '', row.partyEn ?? ''),
    regionCode,
    evidence,
    raisedAt: row.raisedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    decision,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
