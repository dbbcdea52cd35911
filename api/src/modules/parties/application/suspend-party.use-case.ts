import { Injectable } from '@nestjs/common';
import type { reinstateInput, suspendInput } from '@muheng/contracts/parties';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findPartyByCode } from '../persistence/party.repository.js';

/** The region suspends a party and reinstates it (domain §9); both are published with their reason. */
@Injectable()
export class SuspendParty {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `party.not-found`. */
  async suspend(
    context: CommandContext,
    code: string,
    input: z.output<typeof suspendInput>,
  ): Promise<{ id: string }> {
    const command = { name: 'parties.suspend', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { code, ...input }, async (tx) => {
      const party = await findPartyByCode(tx, code);
      if (!party) throw new Refusal('party.not-found', { params: { code } });
      const id = uuidv7();
      await tx.query(
        `insert into suspension (id, party_id, region_code, ground, reason, from_at, until_at, by_person_id)
         values ($1, $2, $3, $4, $5, app_now(), $6, $7)`,
        [
          id,
          party.id,
          party.regionCode,
          input.ground,
          input.reason,
          input.until ?? null,
          context.actor.personId,
        ],
      );
      tx.audit('party', party.id, { ground: input.ground });
      return { id };
    });
  }

  /** Throws `party.not-found`, `party.not-suspended`. */
  async reinstate(
    context: CommandContext,
    code: string,
    input: z.output<typeof reinstateInput>,
  ): Promise<{ id: string }> {
    const command = { name: 'parties.reinstate', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { code, ...input }, async (tx) => {
      const party = await findPartyByCode(tx, code);
      if (!party) throw new Refusal('party.not-found', { params: { code } });
      const lifted = await tx.query<{ id: string }>(
        `update suspension set lifted_at = app_now(), lift_reason = $3
         where party_id = $1 and ground = $2 and lifted_at is null returning id`,
        [party.id, input.ground, input.reason],
      );
      const [first] = lifted;
      if (!first) throw new Refusal('party.not-suspended', { params: { code } });
      tx.audit('party', party.id, { ground: input.ground });
      return { id: first.id };
    });
  }
}
