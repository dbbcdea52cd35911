import { Injectable } from '@nestjs/common';
import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { parseQuantities } from '@muheng/contracts/common/component';
import type { createNeedInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { isNothing } from '../domain/amounts.js';
import { confirmedCategory } from '../domain/buyer-eligibility.js';
import { isKeyProject } from '../persistence/key-project.repository.js';
import { findNeed, insertNeed } from '../persistence/need.repository.js';
import { takeNumbers } from '../persistence/number-series.js';
import { findPartyById } from '../persistence/party-reference.repository.js';
import { CountyFirst } from './county-first.service.js';
import { type NeedView, needView } from './quota-bank-views.js';

/** A party registers a demand of its own; a county's holds back sale from now on (domain §8). */
@Injectable()
export class RegisterNeed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `quota.nothing-asked`. */
  async execute(context: CommandContext, input: z.output<typeof createNeedInput>): Promise<NeedView> {
    const command = { name: 'quota-bank.register-need', scope: 'own' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const quantities = parseQuantities(input);
      if (isNothing(quantities)) throw new Refusal('quota.nothing-asked', { pointer: '/areaHa' });
      const party = context.actor.partyId === null ? null : await findPartyById(tx, context.actor.partyId);
      if (!party) throw new Refusal('access.forbidden');
      const isCounty = party.kind === 'county';
      if (isCounty) await this.countyFirst.markStale(tx, party.id, input.quota);
      const [number = ''] = await takeNumbers(tx, [`NEED-${shanghaiYear(tx.now)}-${party.code}`]);
      const id = uuidv7();
      await insertNeed(tx, {
        id,
        number,
        partyId: party.id,
        regionCode: party.regionCode,
        quota: input.quota,
        category: input.category,
        title: input.title,
        projectCode: input.projectCode ?? null,
        quantities,
        // Key categories are the region's word; of a zone or a project owner the need itself is (domain §9).
        regionConfirmed:
          (isCounty && confirmedCategory(input.category, false, true) === input.category) ||
          (input.projectCode !== undefined && (await isKeyProject(tx, input.projectCode, input.category))),
        wantedBy: input.wantedBy ?? null,
        byPersonId: context.actor.personId,
      });
      tx.audit('need', id, { number, party: party.code, category: input.category });
      const made = await findNeed(tx, id);
      if (!made) throw new Error(`need ${id} vanished`);
      return needView(made);
    });
  }
}
