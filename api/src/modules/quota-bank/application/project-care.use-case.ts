import { Injectable } from '@nestjs/common';
import { parseQuantities } from '@muheng/contracts/common/component';
import type { careCheckInput, careInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { isNothing } from '../domain/amounts.js';
import { findCare, insertCareCheck, saveCare } from '../persistence/project-care.repository.js';
import { lockProject } from '../persistence/project-record.repository.js';
import { projectOf, recordOf, type RecordView } from './project-record.queries.js';
import { RecordDefect } from './record-defect.use-case.js';

/** 管护 after acceptance and after sale: the seller keeps the duty, and what is lost is made good (domain §14). */
@Injectable()
export class ProjectCare {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly defects: RecordDefect,
  ) {}

  /** The county says who cares for the land, and for how long. Throws `request.not-found`. */
  async agree(
    context: CommandContext,
    number: string,
    input: z.output<typeof careInput>,
  ): Promise<RecordView> {
    const command = { name: 'quota-bank.agree-care', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { number, ...input }, async (tx) => {
      const project = await projectOf(tx, number);
      if (project.owner !== context.actor.partyCode) throw new Refusal('request.not-found');
      await saveCare(tx, project.id, input);
      tx.audit('project', project.id, { care: input.body });
      return recordOf(tx, project);
    });
  }

  /**
   * The region's yearly check. What it finds lost is a defect of the project, deducted or owed in the same transaction.
   * Throws `request.not-found`, `quota.care-missing`, `quota.care-checked`, `quota.nothing-asked`, and what
   * RecordDefect throws.
   */
  async check(
    context: CommandContext,
    number: string,
    input: z.output<typeof careCheckInput>,
  ): Promise<RecordView> {
    const command = { name: 'quota-bank.check-care', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { number, ...input }, async (tx) => {
      const lost = parseQuantities(input);
      if (input.passed !== isNothing(lost)) throw new Refusal('quota.nothing-asked', { pointer: '/areaHa' });
      const { year, passed, findings, documentNo } = input;
      if (!passed)
        await this.defects.within(tx, context, number, { ...input, reason: findings.slice(0, 300) });
      const project = await projectOf(tx, number);
      await lockProject(tx, project.id);
      if (!(await findCare(tx, project.id))) {
        throw new Refusal('quota.care-missing', { params: { project: number } });
      }
      const fresh = await insertCareCheck(tx, {
        ...{ id: uuidv7(), projectId: project.id, year, passed, findings, documentNo, lost },
        byPersonId: context.actor.personId,
      });
      if (!fresh) throw new Refusal('quota.care-checked', { params: { project: number, year } });
      tx.audit('project', project.id, { year, passed });
      return recordOf(tx, project);
    });
  }
}
