import type { ProblemCode } from '@muheng/contracts/common/problems';
import { cellOf, type ProjectField, projectColumns } from './project-columns.js';
import { type BankedProject, type RowFault, readProjectRow } from './project-row.js';

/** One row of a sheet: `row` counts as people do, the header being row 1. */
export interface SheetRow {
  row: number;
  cells: Readonly<Record<string, string>>;
}

export interface ReadSheet {
  projects: { row: number; project: BankedProject }[];
  /** In order of rows, and within a row of columns; a row may have several. */
  rejected: (RowFault & { row: number })[];
}

/** What must not stand twice in one file. */
const uniqueFields = ['number', 'filingNo'] as const satisfies readonly ProjectField[];

/** Remembers what a file has shown so far, so that a long file can be read in parts. */
export class ProjectSheet {
  private readonly firstRows = new Map<string, number>();

  constructor(private readonly now: Date) {}

  /** Reads some rows; the second row with a project or filing number is the one that is refused. */
  read(rows: readonly SheetRow[]): ReadSheet {
    const sheet: ReadSheet = { projects: [], rejected: [] };
    for (const { row, cells } of rows) {
      const { project, faults } = readProjectRow(cells, this.now);
      const all = [...this.repetitions(row, cells), ...faults];
      if (project && all.length === 0) sheet.projects.push({ row, project });
      sheet.rejected.push(...all.map((fault) => ({ row, ...fault })));
    }
    return sheet;
  }

  private repetitions(row: number, cells: SheetRow['cells']): RowFault[] {
    return uniqueFields.flatMap((field) => {
      const column = projectColumns[field];
      const value = cellOf(cells, column).trim();
      if (value === '') return [];
      const key = `${field} ${value}`;
      const first = this.firstRows.get(key);
      if (first === undefined) this.firstRows.set(key, row);
      const code: ProblemCode = 'import.duplicate';
      return first === undefined ? [] : [{ column, code, params: { column, value, row: String(first) } }];
    });
  }
}
