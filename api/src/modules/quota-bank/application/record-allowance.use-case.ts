import { Injectable } from '@nestjs/common';
import { formatHa, parseHa } from '@muheng/contracts/common/quantity';
import type { allowance, allowanceInput, allowanceList } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import {
  type AllowanceRow,
  findAllowance,
  listAllowances,
  saveAllowance,
} from '../persistence/allowance.repository.js';
import { CountyFirst } from './county-first.service.js';
import { countyOf } from './county-of.js';

/** The region settles what each county may newly occupy in a year (domain §6, "年度算大账"). */
@Injectable()
export class Allowances {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `party.not-found`. Settling a year again replaces it; approvals given before stay as they are. */
  async record(
    context: CommandContext,
    input: z.output<typeof allowanceInput>,
  ): Promise<z.input<typeof allowance>> {
    const command = { name: 'quota-bank.record-allowance', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const county = await countyOf(tx, context, input.county);
      const { year, documentNo } = input;
      // The lock under which this county writes off: an approval sees the old allowance or the new one.
      await this.countyFirst.markStale(tx, county.id, 'SFQ');
      const area = parseHa(input.areaHa);
      const { personId } = context.actor;
      await saveAllowance(tx, { countyId: county.id, year, area, documentNo, byPersonId: personId });
      tx.audit('county', county.id, { year, allowanceHa: input.areaHa, documentNo });
      const row = await findAllowance(tx, county.id, year);
      if (!row) throw new Error(`the allowance of ${county.code} for ${year} vanished`);
      return viewOf(row);
    });
  }

  async list(actor: Actor, county: string | undefined): Promise<z.input<typeof allowanceList>> {
    return this.unitOfWork.read(actor, async (tx) => ({
      items: (await listAllowances(tx, county ?? null)).map(viewOf),
    }));
  }
}

const viewOf = ({ county, year, area, used, documentNo, recordedAt }: AllowanceRow) => ({
  ...{ county, year, documentNo },
  areaHa: formatHa(area),
  usedHa: formatHa(used),
  recordedAt: recordedAt.toISOString(),
});
