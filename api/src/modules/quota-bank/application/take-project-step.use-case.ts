import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@muheng/contracts/common/calendar';
import { isRefused } from '@muheng/contracts/common/problems';
import { formatHa } from '@muheng/contracts/common/quantity';
import type { projectStepInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { type ProjectStatus, type StepTaken, takeStep } from '../domain/project-lifecycle.js';
import {
  findDocuments,
  findParcels,
  findStanding,
  insertProjectStep,
  lockProject,
  saveProject,
} from '../persistence/project-record.repository.js';
import { findProjects, type ProjectRow } from '../persistence/project.repository.js';
import { quantitiesOf } from '../persistence/quantity-columns.js';
import { bankLots } from './bank-projects.js';
import { CountyFirst } from './county-first.service.js';
import { typedQuantities } from './held-enough.js';
import { projectOf, recordOf, type RecordView } from './project-record.queries.js';

type Input = z.output<typeof projectStepInput>;

/** One step in the life of a project: county, city, region, each cutting what it does not find (domain §5, §7). */
@Injectable()
export class TakeProjectStep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /**
   * Throws `request.not-found`, `quota.project-step`, `quota.step-not-yours`, `quota.evidence-missing`,
   * `quota.step-field-missing`, `quota.figure-raised`, `import.paddy-over-area`, `import.future-date`,
   * `quota.parcels-differ`, `quota.project-exists` (the filing number is another project's).
   */
  async execute(context: CommandContext, number: string, input: Input): Promise<RecordView> {
    const command = { name: 'quota-bank.project-step', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { number, ...input }, async (tx) => {
      const known = await projectOf(tx, number);
      if (!mayReach(context, known)) throw new Refusal('request.not-found');
      const standing = await findStanding(tx, known.id);
      if (!standing) throw new Refusal('request.not-found');
      // The (county, indicator) row comes before every other lock; only banking needs it.
      if (input.step === 'bank') await this.countyFirst.markStale(tx, standing.countyId, known.quota);
      await lockProject(tx, known.id);
      const project = await projectOf(tx, number);
      const taken = await this.judge(tx, context, project, input);
      await this.checkFacts(tx, project, taken, input);
      await saveProject(tx, project.id, {
        ...{ status: taken.status, acceptedBy: taken.acceptedBy, figure: taken.figure },
        acceptanceNo: input.step === 'confirm' ? (input.documentNo ?? null) : null,
        acceptedOn: input.step === 'confirm' ? (input.acceptedOn ?? null) : null,
        filingNo: input.step === 'file' ? (input.filingNo ?? null) : null,
      });
      await insertProjectStep(tx, {
        ...{ id: uuidv7(), projectId: project.id, step: input.step, status: taken.status },
        ...{ figure: taken.figure, cut: taken.cut },
        ...{ reason: input.reason ?? null, documentNo: input.documentNo ?? input.filingNo ?? null },
        ...{ byPartyId: context.actor.partyId ?? '', byPersonId: context.actor.personId },
      });
      if (taken.status === 'banked') await this.bank(tx, project, standing.countyId, taken, input);
      tx.audit('project', project.id, { number, step: input.step });
      return recordOf(tx, await projectOf(tx, number));
    });
  }

  private async judge(
    tx: Tx,
    context: CommandContext,
    project: ProjectRow,
    input: Input,
  ): Promise<StepTaken> {
    const standing = await findStanding(tx, project.id);
    const documents = await findDocuments(tx, project.id);
    const { quota, number } = project;
    const status = project.status as ProjectStatus;
    const { reason, documentNo, acceptedOn, filingNo } = input;
    const taken = takeStep(
      { number, quota, status, acceptedBy: standing?.acceptedBy ?? null, figure: quantitiesOf(project) },
      {
        ...{ step: input.step, byKind: context.actor.partyKind, figure: typedQuantities(input) },
        evidence: new Set(documents.map((document) => document.kind)),
        given: { reason, documentNo, acceptedOn, filingNo },
      },
    );
    if (!isRefused(taken)) return taken;
    throw new Refusal(taken.refused, {
      params: taken.params ?? {},
      ...(taken.pointer !== undefined && { pointer: taken.pointer }),
    });
  }

  private async checkFacts(tx: Tx, project: ProjectRow, taken: StepTaken, input: Input): Promise<void> {
    const today = shanghaiDay(tx.now);
    if (input.acceptedOn !== undefined && input.acceptedOn > today) {
      const params = { column: 'acceptedOn', value: input.acceptedOn, today };
      throw new Refusal('import.future-date', { params, pointer: '/acceptedOn' });
    }
    if (input.step === 'file' && input.filingNo !== undefined) {
      const [holder] = await findProjects(tx, [], [input.filingNo]);
      if (holder) {
        const params = { project: holder.number };
        throw new Refusal('quota.project-exists', { params, pointer: '/filingNo' });
      }
    }
    if (input.step !== 'confirm') return;
    // Where parcels are on record they are the land that is confirmed, to the square metre.
    const parcels = await findParcels(tx, project.id);
    const sum = parcels.reduce((total, parcel) => total + parcel.area, 0n);
    if (parcels.length > 0 && sum !== taken.figure.area) {
      const params = { parcelsHa: formatHa(sum), areaHa: formatHa(taken.figure.area) };
      throw new Refusal('quota.parcels-differ', { params, pointer: '/areaHa' });
    }
  }

  private async bank(
    tx: Tx,
    project: ProjectRow,
    ownerId: string,
    { figure }: StepTaken,
    input: Input,
  ): Promise<void> {
    const { id, number, quota, grade, fundingSource, regionCode } = project;
    await bankLots(tx, this.countyFirst, [
      {
        ...{ id, number, quota, grade, fundingSource, regionCode, ownerId },
        ...{ ownerCode: project.owner, quantities: figure },
        validUntil: input.validUntil === undefined ? null : new Date(input.validUntil),
      },
    ]);
  }
}

/** A county reaches its own projects, a city those of its counties, the region all. */
const mayReach = ({ actor }: CommandContext, project: ProjectRow): boolean =>
  project.owner === actor.partyCode || (actor.scope !== '' && project.regionCode.startsWith(actor.scope));
