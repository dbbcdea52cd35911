import { Injectable } from '@nestjs/common';
import type { delegateInput, delegations } from '@muheng/contracts/lanes';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { rolesBarredFor } from '@muheng/contracts/common/separation';
import {
  type Colleague,
  endDelegation,
  endRunOut,
  findDelegation,
  insertDelegation,
  listColleagues,
  listDelegations,
} from '../persistence/delegation.repository.js';

type View = z.input<typeof delegations>;

/**
 * An approver gives the signature to a colleague until a day, and may take it back. The guard lets the delegate through
 * while it lasts; the lane keeps both names (domain §4).
 */
@Injectable()
export class Delegate {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(actor: Actor): Promise<View> {
    return this.unitOfWork.read(actor, async (tx) => {
      const partyId = actor.partyId ?? '';
      const items = await listDelegations(tx, partyId);
      const fit = (await listColleagues(tx, partyId)).filter((each) => mayHold(actor, each));
      return {
        items: items.map((row) => ({
          id: row.id,
          from: row.fromName ?? '',
          to: row.toName ?? '',
          mine: row.fromId === actor.personId,
          reason: row.reason,
          fromAt: row.fromAt.toISOString(),
          untilAt: row.untilAt.toISOString(),
          endedAt: row.endedAt?.toISOString() ?? null,
        })),
        colleagues: fit.map(({ id, name }) => ({ id, name })),
      };
    });
  }

  /** Throws `delegation.not-possible`, `delegation.running`. */
  async give(context: CommandContext, input: z.output<typeof delegateInput>): Promise<{ id: string }> {
    const command = { name: 'parties.delegate', scope: 'own' } as const;
    const { actor } = context;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const colleagues = await listColleagues(tx, actor.partyId ?? '');
      const to = colleagues.find(({ id }) => id === input.toPersonId);
      const own = colleagues.find(({ id }) => id === actor.personId)?.roles.includes('approver') ?? false;
      const past = Date.parse(input.until) <= (await tx.marketTime()).getTime();
      if (!to || !own || past || !mayHold(actor, to))
        throw new Refusal('delegation.not-possible', { params: { name: to?.name ?? '' } });
      await endRunOut(tx, actor.personId);
      const { toPersonId, reason, until } = input;
      const id = uuidv7();
      const given = await insertDelegation(tx, { id, from: actor.personId, to: toPersonId, reason, until });
      if (!given) throw new Refusal('delegation.running');
      tx.audit('delegation', id, { to: toPersonId, until, reason });
      return { id };
    });
  }

  /** Throws `request.not-found` unless it is the caller's own. Twice is fine. */
  async end(context: CommandContext, id: string): Promise<{ id: string }> {
    const command = { name: 'parties.end-delegation', scope: 'own' } as const;
    return this.unitOfWork.run(command, context, { id }, async (tx) => {
      const found = await findDelegation(tx, id);
      if (found?.fromId !== context.actor.personId) throw new Refusal('request.not-found');
      await endDelegation(tx, id);
      tx.audit('delegation', id, { ended: true });
      return { id };
    });
  }
}

/** A colleague who is no approver already and whose duties may stand beside it. */
function mayHold(actor: Actor, { id, roles }: Colleague): boolean {
  if (id === actor.personId || roles.includes('approver')) return false;
  return rolesBarredFor(actor.partyKind, [...roles, 'approver']).length === 0;
}
