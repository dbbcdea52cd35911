import { Inject, Injectable } from '@nestjs/common';
import type { createPersonInput, person } from '@muheng/contracts/parties';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findPartyByCode } from '../persistence/party.repository.js';
import { partyView } from './party-view.js';
import { hashPassword } from './passwords.js';
import { requireRoles } from './require-roles.js';

type Input = z.output<typeof createPersonInput>;

/** The administrator gives a person roles within a party; duties that must be separate stay so (domain §4). */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws `party.not-found`, `person.login-taken`, `person.roles-conflict`, `request.field-required` (password). */
  async execute(context: CommandContext, input: Input): Promise<z.input<typeof person>> {
    if (input.password === undefined && this.config.MUHENG_MODE === 'live') {
      throw new Refusal('request.field-required', { params: { field: 'password' }, pointer: '/password' });
    }
    const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
    const { password: _secret, ...kept } = input;
    return this.unitOfWork.run(
      { name: 'parties.create-person', scope: 'market' },
      context,
      kept,
      async (tx) => {
        const party = await findPartyByCode(tx, input.partyCode);
        if (!party)
          throw new Refusal('party.not-found', { params: { party: input.partyCode }, pointer: '/partyCode' });
        requireRoles(party.kind, input.roles);
        const id = uuidv7();
        const made = await tx.query(
          `insert into person (id, party_id, region_code, login, display_name, password_hash, roles, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, app_now()) on conflict (login) do nothing returning id`,
          [id, party.id, party.regionCode, input.login, input.displayName, passwordHash, input.roles],
        );
        if (made.length === 0) {
          throw new Refusal('person.login-taken', { params: { login: input.login }, pointer: '/login' });
        }
        tx.audit('person', id, { party: party.code, roles: input.roles });
        const { login, displayName, roles } = input;
        return { id, login, displayName, roles, disabled: false, party: partyView(party) };
      },
    );
  }
}
