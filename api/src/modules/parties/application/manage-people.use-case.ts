import { Injectable } from '@nestjs/common';
import type { amendPersonInput, people, peopleQuery, person } from '@muheng/contracts/parties';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findParty, listParties } from '../persistence/party.repository.js';
import {
  amendPerson,
  endSessions,
  listPeople,
  lockAdministrators,
  lockPerson,
  updatePassword,
} from '../persistence/person.repository.js';
import { partyView } from './party-view.js';
import { hashPassword } from './passwords.js';
import { requireRoles } from './require-roles.js';

type Amendment = z.output<typeof amendPersonInput>;

/** The administrator's list of people: names, roles, who may no longer come in, and forgotten passwords. */
@Injectable()
export class ManagePeople {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list({ q, cursor, limit }: z.output<typeof peopleQuery>): Promise<z.input<typeof people>> {
    const after = decodeCursor(cursor);
    return this.unitOfWork.readMarket(async (tx) => {
      const parties = new Map((await listParties(tx)).map((party) => [party.id, partyView(party)]));
      const { rows, nextCursor } = pageOf(await listPeople(tx, q ?? '', after, limit), limit);
      return {
        items: rows.flatMap(({ partyId, cursorAt: _, createdAt, ...row }) => {
          const party = parties.get(partyId);
          return party ? [{ ...row, party, createdAt: createdAt.toISOString() }] : [];
        }),
        nextCursor,
      };
    });
  }

  /** Throws `request.not-found`, `person.roles-conflict`, `person.own-administration`. */
  async amend(context: CommandContext, id: string, input: Amendment): Promise<z.input<typeof person>> {
    const command = { name: 'parties.amend-person', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, ...input }, async (tx) => {
      // Two who disable each other at the same moment would leave nobody: one waits here, and is no longer among them.
      const administrators = await lockAdministrators(tx);
      if (!administrators.includes(context.actor.personId)) throw new Refusal('access.forbidden');
      const row = await lockPerson(tx, id);
      const party = row && (await findParty(tx, row.partyId));
      if (!row || !party) throw new Refusal('request.not-found');
      const stays = !input.disabled && input.roles.includes('administrator');
      if (id === context.actor.personId && !stays) throw new Refusal('person.own-administration');
      requireRoles(party.kind, input.roles);
      await amendPerson(tx, id, input);
      if (input.disabled) await endSessions(tx, id, null);
      tx.audit('person', id, { ...input, before: { roles: row.roles, disabled: row.disabled } });
      return { id, login: row.login, ...input, party: partyView(party) };
    });
  }

  /** A new password instead of a forgotten one; whoever was signed in with the old one no longer is. Throws `request.not-found`. */
  async setPassword(context: CommandContext, id: string, password: string): Promise<{ id: string }> {
    const hash = await hashPassword(password);
    const command = { name: 'parties.set-password', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id }, async (tx) => {
      if (!(await lockPerson(tx, id))) throw new Refusal('request.not-found');
      await updatePassword(tx, id, hash);
      await endSessions(tx, id, null);
      tx.audit('person', id);
      return { id };
    });
  }
}
