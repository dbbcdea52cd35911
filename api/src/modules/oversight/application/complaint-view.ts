import type { complaint, reportAnswer } from '@muheng/contracts/complaints';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import type { ComplaintRow } from '../persistence/complaint.repository.js';

const ownerOf = (row: ComplaintRow) => ({ code: row.ownerCode, nameZh: row.ownerZh, nameEn: row.ownerEn });

type Reader = Pick<Actor, 'personId' | 'partyId'>;

/** Who reported, and how to reach them, is for whoever answers it and for themselves (举报人保密). */
const mayKnowWho = (row: ComplaintRow, { personId, partyId }: Reader): boolean =>
  row.ownerId === partyId || row.filedByPerson === personId;

export function complaintView(row: ComplaintRow, reader: Reader): z.input<typeof complaint> {
  const knows = mayKnowWho(row, reader);
  return {
    id: row.id,
    kind: row.kind,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    subject: row.subject,
    filedBy:
      row.filedByCode === null || !(knows || row.kind === 'objection')
        ? null
        : { code: row.filedByCode, nameZh: row.filedByZh ?? '', nameEn: row.filedByEn ?? '' },
    body: row.body,
    contact: knows ? row.contact : null,
    level: row.level,
    owner: ownerOf(row),
    filedAt: row.filedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    outcome: row.outcome,
    answer: row.answer,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

export const answerView = (row: ComplaintRow): z.input<typeof reportAnswer> => ({
  receipt: row.receipt,
  subjectType: row.subjectType,
  filedAt: row.filedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  owner: ownerOf(row),
  answer: row.answer,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});
