import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { assetOf, components } from '@muheng/contracts/common/component';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { creditQuota } from '../../ledger/application/journal.js';
import { isSaleableFunding } from '../domain/saleability.js';
import { insertLots, type NewLot } from '../persistence/lot.repository.js';
import { takeNumbers } from '../persistence/number-series.js';
import { insertProjects, type NewProject } from '../persistence/project.repository.js';
import type { CountyFirst } from './county-first.service.js';

export type ProjectToBank = Omit<NewProject, 'id'>;

export interface Banked {
  projectId: string;
  projectNumber: string;
  lotId: string;
  lotNumber: string;
}

/**
 * Banks accepted projects as one set: projects, one lot each, and their credit in the journal (kind `project-in`). A
 * project whose number or filing number is taken is left out of the answer; the caller says what that means. Farmland
 * paid from the new construction land fee becomes a lot that cannot be sold (domain §5).
 */
export async function bankProjects(
  tx: Tx,
  countyFirst: CountyFirst,
  wanted: readonly ProjectToBank[],
): Promise<Banked[]> {
  // Sorted, so that two imports of one file wait for each other instead of locking each other out.
  const sorted = [...wanted].sort((a, b) => (a.number < b.number ? -1 : 1));
  const projects = sorted.map((each) => ({ ...each, id: uuidv7() }));
  const inserted = await insertProjects(tx, projects);
  const fresh = projects.filter((project) => inserted.has(project.number));
  if (fresh.length === 0) return [];
  return bankLots(tx, countyFirst, fresh);
}

export type ProjectToOpen = Pick<
  NewProject,
  | 'id'
  | 'number'
  | 'quota'
  | 'ownerId'
  | 'ownerCode'
  | 'regionCode'
  | 'quantities'
  | 'grade'
  | 'fundingSource'
  | 'validUntil'
>;

/** One lot a project, and its credit in the journal (kind `project-in`). */
export async function bankLots(
  tx: Tx,
  countyFirst: CountyFirst,
  projects: readonly ProjectToOpen[],
): Promise<Banked[]> {
  for (const quota of ['LSQ', 'SFQ'] as const) {
    const owners = projects.filter((project) => project.quota === quota).map((project) => project.ownerId);
    await countyFirst.markAllStale(tx, [...new Set(owners)].sort(), quota);
  }
  const year = shanghaiYear(tx.now);
  const numbers = await takeNumbers(
    tx,
    projects.map((project) => `${project.quota}-${year}-${project.ownerCode}`),
  );
  const lots = projects.map((project, index) => lotOf(project, numbers[index] ?? ''));
  await insertLots(tx, lots);
  await creditQuota(
    tx,
    'project-in',
    lots.flatMap((lot) =>
      components.map((component) => ({
        lotId: lot.id,
        projectId: lot.projectId,
        partyId: lot.ownerId,
        asset: assetOf(lot.quota, component),
        amount: lot.quantities[component],
      })),
    ),
  );
  return projects.map((project, index) => ({
    projectId: project.id,
    projectNumber: project.number,
    lotId: lots[index]?.id ?? '',
    lotNumber: lots[index]?.number ?? '',
  }));
}

const lotOf = (project: ProjectToOpen, number: string): NewLot => ({
  id: uuidv7(),
  number,
  projectId: project.id,
  ownerId: project.ownerId,
  regionCode: project.regionCode,
  quota: project.quota,
  quantities: project.quantities,
  grade: project.grade,
  saleable: isSaleableFunding(project.fundingSource),
  validUntil: project.validUntil,
});
