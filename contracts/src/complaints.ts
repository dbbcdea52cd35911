import { z } from 'zod';
import { id, instant, page, pageQuery, partyCode } from './common/schema.js';

/** Objections in the stand-still period and reports 举报 (domain §12). */

const words = z.string().trim().max(2_000);
export const objectInput = z.strictObject({ reason: words }).meta({ id: 'ObjectToTrade' });
export const decideObjectionInput = z
  .strictObject({ uphold: z.boolean(), reason: words })
  .meta({ id: 'DecideObjection' });
export const answerReportInput = z.strictObject({ answer: words }).meta({ id: 'AnswerReport' });

export const complaintSubjects = ['listing', 'lot', 'trade'] as const;
export const reportInput = z
  .strictObject({
    subjectType: z.enum(complaintSubjects),
    /** Its id, or the number that its page shows. */
    subjectId: z.string().trim().min(1).max(64),
    body: words,
    /** How to reach the reporter; nobody has to say. Only the owner sees it. */
    contact: z.string().trim().max(200).optional(),
  })
  .meta({ id: 'Report' });
/** By the receipt, and by nothing else, a reporter who has no account reads the answer. */
export const reportReceipt = z
  .strictObject({ receipt: z.string(), dueAt: instant })
  .meta({ id: 'ReportReceipt' });

const outcome = z.enum(['upheld', 'dismissed', 'answered']).nullable();
const party = z.strictObject({ code: partyCode, nameZh: z.string(), nameEn: z.string() });

export const complaint = z
  .strictObject({
    id,
    kind: z.enum(['objection', 'report']),
    subjectType: z.enum(complaintSubjects),
    subjectId: id,
    subject: z.string().nullable(),
    filedBy: party.nullable(),
    body: z.string(),
    contact: z.string().nullable(),
    /** 1: the region's department; 2: the region's government, after a dismissal. */
    level: z.number().int(),
    owner: party,
    filedAt: instant,
    dueAt: instant,
    outcome,
    answer: z.string().nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'Complaint' });
export const complaintPage = page(complaint).meta({ id: 'ComplaintPage' });
export const complaintQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'decided', 'all']).default('open'),
});

export const reportAnswer = z
  .strictObject({
    receipt: z.string(),
    subjectType: z.enum(complaintSubjects),
    filedAt: instant,
    dueAt: instant,
    owner: party,
    answer: z.string().nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'ReportAnswer' });
