import { Injectable } from '@nestjs/common';
import { formatQuantities } from '@muheng/contracts/common/component';
import { formatHa } from '@muheng/contracts/common/quantity';
import type { projectRecord } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { nextSteps, type ProjectStatus } from '../domain/project-lifecycle.js';
import { findCare, findCareChecks } from '../persistence/project-care.repository.js';
import {
  findDocumentFile,
  findDocuments,
  findParcels,
  findStanding,
  findSteps,
} from '../persistence/project-record.repository.js';
import { findProjects, type ProjectRow } from '../persistence/project.repository.js';
import { quantitiesOf } from '../persistence/quantity-columns.js';
import { projectView } from './quota-bank-views.js';

export type RecordView = z.input<typeof projectRecord>;
type DocumentView = RecordView['documents'][number];

/** The whole record of a project, under the reader's own sight: whoever holds a lot of it may see where it came from. */
@Injectable()
export class ProjectRecordQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `request.not-found`. */
  async record(actor: Actor, number: string): Promise<RecordView> {
    return this.unitOfWork.read(actor, async (tx) => recordOf(tx, await projectOf(tx, number)));
  }

  /** The bytes of one document, with their SHA-256. Throws `request.not-found`. */
  async file(actor: Actor, number: string, id: string) {
    return this.unitOfWork.read(actor, async (tx) => {
      const file = await findDocumentFile(tx, (await projectOf(tx, number)).id, id);
      if (!file) throw new Refusal('request.not-found');
      return file;
    });
  }
}

/** Throws `request.not-found`. */
export async function projectOf(tx: Tx | ReadTx, number: string): Promise<ProjectRow> {
  const [row] = await findProjects(tx, [number], []);
  if (!row) throw new Refusal('request.not-found');
  return row;
}

export async function recordOf(tx: Tx | ReadTx, project: ProjectRow): Promise<RecordView> {
  const standing = await findStanding(tx, project.id);
  if (!standing) throw new Error(`project ${project.id} vanished`);
  const steps = await findSteps(tx, project.id);
  const documents = await findDocuments(tx, project.id);
  const parcels = await findParcels(tx, project.id);
  const checks = await findCareChecks(tx, project.id);
  const { number, quota } = project;
  const status = project.status as ProjectStatus;
  return {
    project: projectView(project),
    location: standing.location,
    regime: standing.regime,
    next: nextSteps({
      ...{ number, quota, status },
      acceptedBy: standing.acceptedBy,
      figure: quantitiesOf(project),
    }),
    steps: steps.map(({ figure, cut, at, ...row }) => ({
      ...row,
      figure: figure && formatQuantities(figure),
      cut: formatQuantities(cut),
      at: at.toISOString(),
    })),
    documents: documents.map(({ at, kind, ...row }) => ({
      ...row,
      kind: kind as DocumentView['kind'],
      at: at.toISOString(),
    })),
    parcels: parcels.map(({ area, ...row }) => ({ ...row, areaHa: formatHa(area) })),
    care: await findCare(tx, project.id),
    careChecks: checks.map(({ lost, at, ...row }) => ({
      ...row,
      lost: formatQuantities(lost),
      at: at.toISOString(),
    })),
  };
}
