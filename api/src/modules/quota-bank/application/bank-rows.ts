import { quantities } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { projectColumns } from '../domain/project-columns.js';
import { changedColumns } from '../domain/project-difference.js';
import type { ReadSheet } from '../domain/project-sheet.js';
import { findPartiesByCode, type PartyReference } from '../persistence/party-reference.repository.js';
import type { StoredFault } from '../persistence/project-import.repository.js';
import { findProjects, type ProjectRow } from '../persistence/project.repository.js';
import { type ProjectToBank, bankProjects } from './bank-projects.js';
import type { CountyFirst } from './county-first.service.js';

type SheetProject = ReadSheet['projects'][number];

export interface BankedRows {
  banked: number;
  unchanged: number;
  rejected: StoredFault[];
  /** m² newly banked. */
  area: bigint;
}

/**
 * Banks the good rows of one part of a sheet. A row whose project is banked already changes nothing: the same content
 * counts as unchanged, other content is turned back, column by column.
 */
export async function bankRows(
  tx: Tx,
  countyFirst: CountyFirst,
  importId: string,
  rows: readonly SheetProject[],
): Promise<BankedRows> {
  const counties = await findPartiesByCode(tx, [...new Set(rows.map(({ project }) => project.countyCode))]);
  const done = await bankProjects(
    tx,
    countyFirst,
    rows.map((row) => projectToBank(row, counties, importId)),
  );
  const banked = new Set(done.map((each) => each.projectNumber));
  const rest = rows.filter(({ project }) => !banked.has(project.number));
  const known = await findProjects(
    tx,
    rest.map(({ project }) => project.number),
    rest.map(({ project }) => project.filingNo),
  );
  const judged = rest.map((row) => compare(row, known));
  return {
    banked: banked.size,
    unchanged: judged.filter((faults) => faults.length === 0).length,
    rejected: judged.flat(),
    area: rows.reduce((sum, { project }) => (banked.has(project.number) ? sum + project.area : sum), 0n),
  };
}

function projectToBank(
  { project }: SheetProject,
  counties: ReadonlyMap<string, PartyReference>,
  importId: string,
): ProjectToBank {
  const county = counties.get(project.countyCode);
  if (!county) throw new Error(`the county ${project.countyCode} is no party of this market`);
  const { area, paddy, capacity, countyCode: _code, ...rest } = project;
  return {
    ...rest,
    ownerId: county.id,
    ownerCode: county.code,
    regionCode: county.regionCode,
    quantities: quantities(area, paddy, capacity),
    // The sheet lists what is accepted, measured and in the annual survey: its status column says so. A linkage row
    // without its people resettled was turned back.
    landClassChanged: true,
    measured: true,
    residentsResettled: true,
    validUntil: null,
    importId,
  };
}

/** Why a row could not be banked again; empty when it says what is banked already. */
function compare({ row, project }: SheetProject, known: readonly ProjectRow[]): StoredFault[] {
  const same = known.find((each) => each.number === project.number);
  const fault = (column: string, code: string, value: string): StoredFault => ({
    row,
    column,
    code,
    params: { column, value },
  });
  if (!same) return [fault(projectColumns.filingNo, 'import.filing-no-taken', project.filingNo)];
  const { owner: countyCode, ...stored } = same;
  const changed = changedColumns(
    { ...stored, ...quantities(same.area, same.paddy, same.capacity), countyCode },
    project,
  );
  return changed.map((column) => fault(column, 'import.changed', project.number));
}
