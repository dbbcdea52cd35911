import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { parseQuantities } from '@muheng/contracts/common/component';
import { formatHa, parseHa } from '@muheng/contracts/common/quantity';
import type { fileProjectInput, parcelsInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { takeNumbers } from '../persistence/number-series.js';
import {
  insertDocument,
  insertFiling,
  insertParcels,
  insertProjectStep,
  lockProject,
} from '../persistence/project-record.repository.js';
import type { ProjectRow } from '../persistence/project.repository.js';
import { requireSomething } from './held-enough.js';
import { holderOf } from './holder-of.js';
import { projectOf, recordOf, type RecordView } from './project-record.queries.js';

export interface Evidence {
  kind: string;
  fileName: string;
  mediaType: string;
  content: Buffer;
}

/** A county files a project and keeps its evidence: documents by their hashes, parcels by their codes (domain §5, §7). */
@Injectable()
export class FileProject {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `quota.nothing-asked`, `import.paddy-over-area`. */
  async file(context: CommandContext, input: z.output<typeof fileProjectInput>): Promise<RecordView> {
    const command = { name: 'quota-bank.file-project', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const county = await holderOf(tx, context);
      const quantities = parseQuantities(input);
      requireSomething(quantities);
      const { area, paddy } = quantities;
      if (input.quota === 'SFQ' && paddy > area) {
        const params = { paddyHa: formatHa(paddy), areaHa: formatHa(area), excessHa: formatHa(paddy - area) };
        throw new Refusal('import.paddy-over-area', { params, pointer: '/paddyHa' });
      }
      const [number = ''] = await takeNumbers(tx, [
        `NX-${input.quota}-${county.code}-${shanghaiYear(tx.now)}`,
      ]);
      const id = uuidv7();
      const { quota, name, location, fundingSource } = input;
      await insertFiling(tx, {
        ...{ id, number, quota, name, location, fundingSource, quantities },
        ...{ countyId: county.id, grade: input.grade ?? null },
      });
      await insertProjectStep(tx, {
        ...{ id: uuidv7(), projectId: id, step: 'file-project', status: 'filed', figure: quantities },
        ...{ cut: parseQuantities({}), reason: null, documentNo: null },
        ...{ byPartyId: county.id, byPersonId: context.actor.personId },
      });
      tx.audit('project', id, { number });
      return recordOf(tx, await projectOf(tx, number));
    });
  }

  /** Adds a document by its hash; the same bytes again change nothing. Throws `request.not-found`, `import.empty`. */
  async attach(context: CommandContext, number: string, evidence: Evidence): Promise<RecordView> {
    if (evidence.content.length === 0) throw new Refusal('import.empty');
    const sha256 = createHash('sha256').update(evidence.content).digest();
    const { kind, mediaType } = evidence;
    const fileName = evidence.fileName.slice(-200);
    const command = { name: 'quota-bank.attach-document', scope: 'market' } as const;
    const input = { number, kind, fileName, sha256: sha256.toString('hex') };
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const { project, partyId } = await this.reachable(tx, context, number);
      await insertDocument(tx, {
        ...{ id: uuidv7(), projectId: project.id, kind, fileName, mediaType, sha256 },
        ...{ content: evidence.content, byPartyId: partyId, byPersonId: context.actor.personId },
      });
      tx.audit('project', project.id, input);
      return recordOf(tx, project);
    });
  }

  /** Records the parcels of a project, once each in the whole region. Throws `request.not-found`, `quota.parcel-taken`. */
  async parcels(
    context: CommandContext,
    number: string,
    input: z.output<typeof parcelsInput>,
  ): Promise<RecordView> {
    const command = { name: 'quota-bank.record-parcels', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { number, ...input }, async (tx) => {
      const { project } = await this.reachable(tx, context, number);
      await lockProject(tx, project.id);
      const parcels = input.parcels.map(({ areaHa, ...parcel }) => ({ ...parcel, area: parseHa(areaHa) }));
      const [taken] = await insertParcels(tx, project.id, parcels);
      if (taken !== undefined) {
        const index = input.parcels.findIndex((parcel) => parcel.code === taken);
        throw new Refusal('quota.parcel-taken', {
          params: { parcel: taken },
          pointer: `/parcels/${index}/code`,
        });
      }
      tx.audit('project', project.id, { parcels: parcels.length });
      return recordOf(tx, project);
    });
  }

  /** The county's own project, or any that the actor's office supervises. */
  private async reachable(
    tx: Tx,
    { actor }: CommandContext,
    number: string,
  ): Promise<{ project: ProjectRow; partyId: string }> {
    const project = await projectOf(tx, number);
    const supervises = actor.scope !== '' && project.regionCode.startsWith(actor.scope);
    if (actor.partyId === null || (project.owner !== actor.partyCode && !supervises)) {
      throw new Refusal('request.not-found');
    }
    return { project, partyId: actor.partyId };
  }
}
