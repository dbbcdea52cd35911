import { Injectable } from '@nestjs/common';
import { parseHa } from '@muheng/contracts/common/quantity';
import type { survey, surveyInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { insertSurvey } from '../persistence/county-records.repository.js';
import { CountyFirst } from './county-first.service.js';
import { countyOf } from './county-of.js';

/** The region records what the survey found and the county's retention target (domain §8, condition 2). */
@Injectable()
export class RecordSurvey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `party.not-found`. */
  async execute(
    context: CommandContext,
    input: z.output<typeof surveyInput>,
  ): Promise<z.input<typeof survey>> {
    const command = { name: 'quota-bank.record-survey', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const county = await countyOf(tx, context, input.county);
      await this.countyFirst.markStale(tx, county.id, 'LSQ');
      await this.countyFirst.markStale(tx, county.id, 'SFQ');
      const id = uuidv7();
      await insertSurvey(tx, {
        id,
        countyId: county.id,
        regionCode: county.regionCode,
        byPersonId: context.actor.personId,
        farmland: parseHa(input.farmlandHa),
        target: parseHa(input.targetHa),
      });
      tx.audit('county', county.id, { survey: id });
      const { farmlandHa, targetHa } = input;
      return { id, county: county.code, farmlandHa, targetHa, surveyedAt: tx.now.toISOString() };
    });
  }
}
