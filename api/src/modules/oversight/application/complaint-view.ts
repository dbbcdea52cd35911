import type { complaint, reportAnswer } from '@muheng/contracts/complaints';
import type { z } from 'zod';
import type { ComplaintRow } from '../persistence/complaint.repository.js';

const ownerOf = (row: ComplaintRow) => ({ code: row.ownerCode, nameZh: row.ownerZh, nameEn: row.ownerEn });

export const complaintView = (row: ComplaintRow): z.input<typeof complaint> => ({
  id: row.id,
  kind: row.kind,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  subject: row.subject,
  filedBy:
    row.filedByCode === null
      ? null
      : { code: row.filedByCode, nameZh: row.filedByZh ?? '', nameEn: row.filedByEn ?? '' },
  body: row.body,
  contact: row.contact,
  level: row.level,
  owner: ownerOf(row),
  filedAt: row.filedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  outcome: row.outcome,
  answer: row.answer,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

export const answerView = (row: ComplaintRow): z.input<typeof reportAnswer> => ({
  receipt: row.receipt,
  subjectType: row.subjectType,
  filedAt: row.filedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  owner: ownerOf(row),
  answer: row.answer,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});
