import { Injectable } from '@nestjs/common';
import { formatQuantities, type QuotaKind } from '@muheng/contracts/common/component';
import { formatHa } from '@muheng/contracts/common/quantity';
import type { surveyList, yearlyUseList } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listSurveys, listYearlyUses } from '../persistence/county-records.repository.js';

/** What county-first rests on, as it is on record: of the reader's own county, or of those that it watches. */
@Injectable()
export class CountyRecordQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async surveys(actor: Actor, county: string | null): Promise<z.input<typeof surveyList>> {
    const rows = await this.unitOfWork.read(actor, (tx) => listSurveys(tx, county));
    return {
      items: rows.map(({ farmland, target, surveyedAt, ...row }) => ({
        ...row,
        farmlandHa: formatHa(farmland),
        targetHa: formatHa(target),
        surveyedAt: surveyedAt.toISOString(),
      })),
    };
  }

  async yearlyUses(
    actor: Actor,
    county: string | null,
    quota: QuotaKind,
  ): Promise<z.input<typeof yearlyUseList>> {
    const rows = await this.unitOfWork.read(actor, (tx) => listYearlyUses(tx, county, quota));
    return {
      items: rows.map(({ quantities, ...row }) => ({
        ...row,
        quota,
        quantities: formatQuantities(quantities),
      })),
    };
  }
}
