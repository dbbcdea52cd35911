import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import type { complaint, decideObjectionInput, objectInput } from '@muheng/contracts/complaints';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { decided } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import {
  annulTrade,
  holdForObjection,
  lockTradeAfterCounty,
  resumeAfterObjection,
} from '../../settlement/application/objection.js';
import { levelOf } from '../domain/complaints/levels.js';
import {
  type ComplaintRow,
  findComplaint,
  insertComplaint,
  lockComplaint,
  objectionsBy,
  openObjections,
  storeOutcome,
} from '../persistence/complaint.repository.js';
import { complaintView } from './complaint-view.js';

type View = z.input<typeof complaint>;

/** Objections in the stand-still (domain §12): each stops its trade by itself, is decided with reasons, and restarts the clock. */
@Injectable()
export class ObjectToTrade {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `oversight.reason-missing`, `request.not-found`, `complaint.*`. */
  async object(
    context: CommandContext,
    tradeId: string,
    { reason }: z.output<typeof objectInput>,
  ): Promise<View> {
    refuseEmpty(reason, '/reason');
    const { partyId, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'oversight.object', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { tradeId, reason }, async (tx) => {
      const trade = await lockTradeAfterCounty(tx, this.countyFirst, tradeId);
      if (!trade) throw new Refusal('request.not-found');
      const { level, owner, workingDays } = decided(
        levelOf(trade.status, await objectionsBy(tx, tradeId, partyId), trade.policy.objectionLevels),
      );
      const id = uuidv7();
      const dueAt = endOfWorkingDays(await tx.marketTime(), workingDays, await loadCalendar(tx));
      await insertComplaint(tx, {
        id,
        kind: 'objection',
        receipt: newReceipt(),
        subjectType: 'trade',
        subjectId: tradeId,
        regionCode: trade.regionCode,
        partyId,
        personId,
        contact: null,
        body: reason,
        level,
        owner,
        dueAt,
      });
      await holdForObjection(tx, trade);
      tx.audit('trade', tradeId, { objection: id, level });
      return viewOf(tx, id, context.actor);
    });
  }

  /**
   * Dismissed: the trade goes on when no other objection is open, its stand-still whole again. Upheld: the award
   * falls. Throws `oversight.reason-missing`, `request.not-found`, `complaint.not-yours`, `complaint.decided`.
   */
  async decide(
    context: CommandContext,
    id: string,
    { uphold, reason }: z.output<typeof decideObjectionInput>,
  ): Promise<View> {
    refuseEmpty(reason, '/reason');
    const command = { name: 'oversight.decide-objection', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, uphold, reason }, async (tx) => {
      const seen = await findComplaint(tx, { id });
      if (seen?.kind !== 'objection') throw new Refusal('request.not-found');
      const trade = await lockTradeAfterCounty(tx, this.countyFirst, seen.subjectId);
      const row = await lockComplaint(tx, id);
      if (!row || !trade) throw new Error(`objection ${id} is about nothing`);
      refuseDecision(row, context);
      await storeOutcome(tx, id, uphold ? 'upheld' : 'dismissed', reason, context.actor.personId);
      // Another objection may have brought the trade down meanwhile; this one still gets its answer.
      if (trade.status === 'objection-hold') {
        if (uphold) await annulTrade(tx, trade);
        else if ((await openObjections(tx, trade.id)) === 0) await resumeAfterObjection(tx, trade);
      }
      tx.audit('trade', trade.id, { objection: id, uphold, reason });
      return viewOf(tx, id, context.actor);
    });
  }
}

/** Long enough that nobody guesses one. */
export const newReceipt = (): string => randomBytes(12).toString('base64url');

export function refuseEmpty(words: string, pointer: string): void {
  if (words === '') throw new Refusal('oversight.reason-missing', { pointer });
}

export function refuseDecision(row: ComplaintRow, context: CommandContext): void {
  if (row.ownerId !== context.actor.partyId)
    throw new Refusal('complaint.not-yours', { params: { owner: row.ownerZh } });
  if (row.decidedAt !== null) throw new Refusal('complaint.decided');
}

export async function viewOf(tx: Tx, id: string, reader: Actor): Promise<View> {
  const row = await findComplaint(tx, { id });
  if (!row) throw new Error(`complaint ${id} vanished`);
  return complaintView(row, reader);
}
