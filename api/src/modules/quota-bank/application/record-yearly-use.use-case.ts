import { Injectable } from '@nestjs/common';
import { formatQuantities, parseQuantities } from '@muheng/contracts/common/component';
import type { yearlyUse, yearlyUseInput } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { saveYearlyUse } from '../persistence/county-records.repository.js';
import { CountyFirst } from './county-first.service.js';
import { countyOf } from './county-of.js';

/** What a county used in a year: the reserve rests on the mean of the last three (domain §8). */
@Injectable()
export class RecordYearlyUse {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `party.not-found`. Recording a year again replaces it. */
  async execute(
    context: CommandContext,
    input: z.output<typeof yearlyUseInput>,
  ): Promise<z.input<typeof yearlyUse>> {
    const command = { name: 'quota-bank.record-yearly-use', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const county = await countyOf(tx, context, input.county);
      const { quota, year } = input;
      await this.countyFirst.markStale(tx, county.id, quota);
      const quantities = parseQuantities(input);
      await saveYearlyUse(tx, {
        countyId: county.id,
        regionCode: county.regionCode,
        quota,
        year,
        quantities,
      });
      tx.audit('county', county.id, { quota, year });
      return { county: county.code, quota, year, quantities: formatQuantities(quantities) };
    });
  }
}
