import { Injectable } from '@nestjs/common';
import type { decideMeasureInput, measurePage, measureQuery } from '@muheng/contracts/measures';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../../kernel/access/actor.js';
import { unlessRefused } from '../../../../kernel/errors/decided.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { decodeCursor, pageOf } from '../../../../kernel/keyset.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { refusePast } from '../../../parties/application/suspend-party.js';
import { tradeStatusOf } from '../../../settlement/application/trade-status.js';
import { refuseAnnulment } from '../../domain/measures.js';
import {
  findMeasure,
  findSubject,
  insertMeasure,
  listMeasures,
  lockMeasure,
  type MeasureAct,
  type MeasureOutcome,
  type MeasureRow,
  type MeasureSubject,
  type SubjectType,
  storeDecision,
} from '../../persistence/measure.repository.js';
import { refuseEmpty } from '../object-to-trade.use-case.js';
import { CarryOut } from './carry-out.js';
import { type MeasureView, measureView } from './measure-view.js';

/** Freeze, suspension, annulment: nobody does it alone (domain §4). One proposes with a reason, another carries it out. */
@Injectable()
export class TakeMeasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly carryOut: CarryOut,
  ) {}

  /**
   * Throws `oversight.reason-missing`, `party.not-found`, `party.suspension-past`, `request.not-found`,
   * `oversight.court-document-missing`.
   */
  async propose(context: CommandContext, act: MeasureAct): Promise<MeasureView> {
    refuseEmpty(act.reason, '/reason');
    const command = { name: 'oversight.propose-measure', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, act, async (tx) => {
      const { personId } = context.actor;
      const subject = await this.subjectOf(tx, act);
      if (act.kind === 'suspension') refusePast(tx.now, act.until);
      const documentNo = act.kind === 'annulment' ? (act.documentNo ?? null) : null;
      if (act.kind === 'annulment')
        unlessRefused(refuseAnnulment(await tradeStatusOf(tx, act.tradeId), documentNo));
      const id = uuidv7();
      await insertMeasure(tx, { id, subject, act, documentNo, personId });
      tx.audit('measure', id, { kind: act.kind, subject: subject.label, reason: act.reason });
      return viewOf(tx, id, personId);
    });
  }

  /**
   * The second person's word. Who proposed it may only take it back. What the act itself refuses is refused here, and
   * the measure stays open. Throws `oversight.reason-missing`, `request.not-found`, `oversight.already-decided`,
   * `access.same-person`.
   */
  async decide(
    context: CommandContext,
    id: string,
    { carryOut, reason }: z.output<typeof decideMeasureInput>,
  ): Promise<MeasureView> {
    refuseEmpty(reason, '/reason');
    const command = { name: 'oversight.decide-measure', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, carryOut, reason }, async (tx) => {
      const { personId } = context.actor;
      const seen = await findMeasure(tx, id);
      if (!seen) throw new Refusal('request.not-found');
      const outcome = outcomeOf(seen, personId, carryOut);
      if (outcome === 'carried-out') await this.carryOut.execute(tx, seen.act, personId);
      const measure = await lockMeasure(tx, id);
      // Two who press at once: the second finds it done, and what it has just done is rolled back.
      if (!measure || measure.outcome !== null) throw new Refusal('oversight.already-decided');
      await storeDecision(tx, id, { outcome, personId, reason });
      tx.audit('measure', id, { kind: seen.kind, subject: seen.subject, outcome, reason });
      return viewOf(tx, id, personId);
    });
  }

  async list(
    actor: Actor,
    { state, limit, cursor }: z.output<typeof measureQuery>,
  ): Promise<z.input<typeof measurePage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const page = pageOf(await listMeasures(tx, state, limit, decodeCursor(cursor)), limit);
      return {
        items: page.rows.map((row) => measureView(row, actor.personId)),
        nextCursor: page.nextCursor,
      };
    });
  }

  private async subjectOf(tx: Tx, act: MeasureAct): Promise<MeasureSubject> {
    const [type, key] = subjectKey(act);
    const subject = await findSubject(tx, type, key);
    if (subject) return subject;
    if (type === 'party') throw new Refusal('party.not-found', { params: { party: key }, pointer: '/party' });
    if (type === 'freeze') throw new Refusal('quota.freeze-not-found', { params: { freeze: key } });
    throw new Refusal('request.not-found');
  }
}

function outcomeOf(measure: MeasureRow, personId: string, carryOut: boolean): MeasureOutcome {
  if (measure.outcome !== null) throw new Refusal('oversight.already-decided');
  const own = measure.proposedBy === personId;
  if (own && carryOut) throw new Refusal('access.same-person');
  if (carryOut) return 'carried-out';
  return own ? 'withdrawn' : 'refused';
}

function subjectKey(act: MeasureAct): [SubjectType, string] {
  switch (act.kind) {
    case 'freeze':
      if (act.lotId !== undefined) return ['lot', act.lotId];
      if (act.party === undefined) throw new Refusal('quota.freeze-subject', { pointer: '/lotId' });
      return ['party', act.party];
    case 'unfreeze':
      return ['freeze', act.freezeId];
    case 'suspension':
    case 'reinstatement':
      return ['party', act.party];
    case 'annulment':
      return ['trade', act.tradeId];
    default:
      return ['listing', act.listingId];
  }
}

async function viewOf(tx: Tx, id: string, readerId: string): Promise<MeasureView> {
  const row = await findMeasure(tx, id);
  if (!row) throw new Error(`measure ${id} vanished`);
  return measureView(row, readerId);
}
