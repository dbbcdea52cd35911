import { Injectable } from '@nestjs/common';
import type { createPartyInput, party } from '@muheng/contracts/parties';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findPartyByCode, insertParty } from '../persistence/party.repository.js';
import { partyView } from './party-view.js';

/** The administrator registers a buyer that is no seat of government (domain §4). */
@Injectable()
export class CreateParty {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `party.code-taken`, `party.not-found` (the county). */
  async execute(
    context: CommandContext,
    input: z.output<typeof createPartyInput>,
  ): Promise<z.input<typeof party>> {
    return this.unitOfWork.run(
      { name: 'parties.create-party', scope: 'market' },
      context,
      input,
      async (tx) => {
        if (await findPartyByCode(tx, input.code)) {
          throw new Refusal('party.code-taken', { params: { party: input.code }, pointer: '/code' });
        }
        const county = input.countyCode === undefined ? null : await findPartyByCode(tx, input.countyCode);
        if (input.countyCode !== undefined && county?.kind !== 'county') {
          throw new Refusal('party.not-found', {
            params: { party: input.countyCode },
            pointer: '/countyCode',
          });
        }
        const id = uuidv7();
        await insertParty(tx, {
          id,
          code: input.code,
          kind: input.kind,
          nameZh: input.nameZh,
          nameEn: input.nameEn,
          // A project owner that crosses counties lies in the region.
          regionCode: county?.regionCode ?? '640000',
          countyId: county?.id ?? null,
          standalone: input.standalone || county === null,
          beneficialGroup: input.beneficialGroup ?? null,
        });
        tx.audit('party', id, { code: input.code });
        const made = await findPartyByCode(tx, input.code);
        if (!made) throw new Error(`party ${input.code} vanished`);
        return partyView(made);
      },
    );
  }
}
