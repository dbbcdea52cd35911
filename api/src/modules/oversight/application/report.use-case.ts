import { Inject, Injectable } from '@nestjs/common';
import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import type {
  answerReportInput,
  complaint,
  complaintPage,
  complaintQuery,
  reportAnswer,
  reportInput,
  reportReceipt,
} from '@muheng/contracts/complaints';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { type Actor, type CommandContext, nobody } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import { tenantOf } from '../../../kernel/unit-of-work/tenant.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import { currentPolicy } from '../../listings/application/current-policy.js';
import { reportLevel } from '../domain/complaints/levels.js';
import {
  findComplaint,
  findSubject,
  insertComplaint,
  listComplaints,
  lockComplaint,
  storeOutcome,
} from '../persistence/complaint.repository.js';
import { answerView, complaintView } from './complaint-view.js';
import { newReceipt, refuseDecision, refuseEmpty, viewOf } from './object-to-trade.use-case.js';

/** Anyone may report 举报 a notice, lot or trade; each report has an owner, a deadline and an answer (domain §12). */
@Injectable()
export class Report {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<Config, 'POLICY_PACK'>,
  ) {}

  /** With or without an account. Throws `oversight.reason-missing`, `request.not-found`. */
  async file(
    actor: Actor | null,
    requestId: string,
    input: z.output<typeof reportInput>,
  ): Promise<z.input<typeof reportReceipt>> {
    refuseEmpty(input.body, '/body');
    const context = { actor: actor ?? nobody, key: uuidv7(), requestId };
    const command = { name: 'oversight.report', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const subject = await findSubject(tx, input.subjectType, input.subjectId);
      if (!subject) throw new Refusal('request.not-found', { pointer: '/subjectId' });
      const [id, receipt] = [uuidv7(), newReceipt()];
      const policy = await currentPolicy(tx, this.config.POLICY_PACK);
      const { owner, workingDays } = reportLevel(policy.values.objectionLevels);
      const dueAt = endOfWorkingDays(tx.now, workingDays, await loadCalendar(tx));
      await insertComplaint(tx, {
        id,
        kind: 'report',
        receipt,
        subjectType: input.subjectType,
        subjectId: subject.id,
        regionCode: subject.regionCode,
        partyId: actor?.partyId ?? null,
        personId: actor?.personId ?? null,
        contact: input.contact ?? null,
        body: input.body,
        level: 1,
        owner,
        dueAt,
      });
      tx.audit(input.subjectType, subject.id, { report: id });
      return { receipt, dueAt: dueAt.toISOString() };
    });
  }

  /** Throws `request.not-found`. */
  async byReceipt(receipt: string): Promise<z.input<typeof reportAnswer>> {
    return this.unitOfWork.readMarket(async (tx) => {
      const row = await findComplaint(tx, { receipt });
      if (!row) throw new Refusal('request.not-found');
      return answerView(row);
    });
  }

  /** Throws `oversight.reason-missing`, `request.not-found`, `complaint.not-yours`, `complaint.decided`. */
  async answer(
    context: CommandContext,
    id: string,
    { answer }: z.output<typeof answerReportInput>,
  ): Promise<z.input<typeof complaint>> {
    refuseEmpty(answer, '/answer');
    const command = { name: 'oversight.answer-report', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, answer }, async (tx) => {
      const row = await lockComplaint(tx, id);
      if (row?.kind !== 'report') throw new Refusal('request.not-found');
      refuseDecision(row, context);
      await storeOutcome(tx, id, 'answered', answer, context.actor.personId);
      tx.audit(row.subjectType, row.subjectId, { report: id });
      return viewOf(tx, id, context.actor);
    });
  }

  async list(actor: Actor, query: z.output<typeof complaintQuery>): Promise<z.input<typeof complaintPage>> {
    const after = decodeCursor(query.cursor);
    const { personId, partyId } = actor;
    const reader = { personId, partyId, watches: tenantOf(actor).scope !== '' };
    return this.unitOfWork.read(actor, async (tx) => {
      const { rows, nextCursor } = pageOf(
        await listComplaints(tx, reader, query.state, query.limit, after),
        query.limit,
      );
      return { items: rows.map((row) => complaintView(row, actor)), nextCursor };
    });
  }
}
