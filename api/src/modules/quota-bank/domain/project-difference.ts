import { type ProjectColumn, projectColumns } from './project-columns.js';
import type { BankedProject } from './project-row.js';

/** A banked project in the terms of the sheet; one that was banked otherwise may lack a grade or a filing number. */
export type KnownProject = Omit<BankedProject, 'grade' | 'filingNo' | 'acceptanceNo' | 'acceptedOn'> & {
  acceptanceNo: string | null;
  acceptedOn: string | null;
  grade: number | null;
  filingNo: string | null;
};

const compared = [
  'quota',
  'name',
  'countyCode',
  'acceptanceNo',
  'acceptedOn',
  'filingNo',
  'area',
  'paddy',
  'capacity',
  'grade',
  'fundingSource',
] as const satisfies readonly (keyof BankedProject)[];

/** Columns in which a row differs from the project that is banked under its number; none: importing changes nothing. */
export const changedColumns = (known: KnownProject, read: BankedProject): ProjectColumn[] =>
  compared.filter((field) => known[field] !== read[field]).map((field) => projectColumns[field]);
