import { shanghaiDay } from '@muheng/contracts/common/calendar';
import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ProblemCode } from '@muheng/contracts/common/problems';
import type { CapacityUnits, SquareMetres } from '@muheng/contracts/common/quantity';
import { type Cell, readCode, readDay, readGrade, readQuantity, readText } from './project-cells.js';
import {
  cellOf,
  credibleLimits,
  fundingSourceNames,
  type ProjectColumn,
  type ProjectField,
  projectColumns,
  quotaNames,
  textLimits,
} from './project-columns.js';
import { type Cells, rowRules } from './project-rules.js';
import type { FundingSource } from './saleability.js';

/** A project whose quota may be banked: quantities in m², m² and 0.0001 kg. */
export interface BankedProject {
  quota: QuotaKind;
  number: string;
  name: string;
  countyCode: string;
  acceptanceNo: string;
  /** Day of acceptance, `YYYY-MM-DD`. */
  acceptedOn: string;
  filingNo: string;
  area: SquareMetres;
  paddy: SquareMetres;
  capacity: CapacityUnits;
  /** Null only for a linkage project, which need not state one. */
  grade: number | null;
  fundingSource: FundingSource;
}

/** One thing that is wrong with a row; `params` fill the sentence of the code and include the column. */
export interface RowFault {
  column: ProjectColumn;
  code: ProblemCode;
  params: Record<string, string>;
}

export type ReadRow = { project: BankedProject; faults: [] } | { project: null; faults: RowFault[] };

/**
 * Reads one row of the origin-project sheet. Every fault of the row is named, each once; a row with any fault is not
 * banked at all. Cells are strings as the parser of csv or xlsx found them; `now` bounds the day of acceptance.
 */
export function readProjectRow(record: Readonly<Record<string, string>>, now: Date): ReadRow {
  const faults: RowFault[] = [];
  const report = (field: ProjectField, code: ProblemCode, params: Record<string, string> = {}): void => {
    const column = projectColumns[field];
    faults.push({ column, code, params: { column, ...params } });
  };
  const take = <Value>(field: ProjectField, read: (raw: string) => Cell<Value>): Value | null => {
    const { value, fault } = read(cellOf(record, projectColumns[field]));
    if (fault) report(field, fault.code, fault.params);
    return value;
  };
  const text = (field: ProjectField): string | null =>
    take(field, (raw) => readText(raw, textLimits[field] ?? 60));
  const code = (field: ProjectField): string | null =>
    take(field, (raw) => readCode(raw, textLimits[field] ?? 60));
  const quota = take('quota', readQuota);
  /** What a linkage project may leave out (domain §1: area with optional paddy and capacity). */
  const mayLack = (field: ProjectField): boolean =>
    quota === 'LSQ' && cellOf(record, projectColumns[field]).trim() === '';
  const quantity = (field: 'area' | 'paddy' | 'capacity'): bigint | null =>
    field !== 'area' && mayLack(field) ? 0n : take(field, (raw) => readQuantity(raw, credibleLimits[field]));

  const cells = {
    quota,
    number: code('number'),
    name: text('name'),
    countyCode: code('countyCode'),
    cityName: text('cityName'),
    countyName: text('countyName'),
    acceptanceNo: text('acceptanceNo'),
    acceptedOn: take('acceptedOn', (raw) => readDay(raw, shanghaiDay(now))),
    filingNo: code('filingNo'),
    area: quantity('area'),
    paddy: quantity('paddy'),
    capacity: quantity('capacity'),
    grade: mayLack('grade') ? null : take('grade', readGrade),
    funding: text('fundingSource'),
    status: text('status'),
    resettled: quota === 'LSQ' ? text('resettled') : null,
  };
  for (const rule of rowRules) rule(cells, report);
  const project = faults.length === 0 ? complete(cells) : null;
  return project ? { project, faults: [] } : { project: null, faults };
}

/** The project of a row without faults; null only if a cell was missed, which would be a mistake in this file. */
function complete({ quota, ...cells }: Cells): BankedProject | null {
  const { number, name, countyCode, acceptanceNo, acceptedOn, filingNo, area, paddy, capacity, grade } =
    cells;
  const fundingSource = fundingSourceNames[cells.funding ?? ''];
  if (number === null || name === null || countyCode === null || acceptanceNo === null) return null;
  if (acceptedOn === null || filingNo === null || fundingSource === undefined) return null;
  if (area === null || paddy === null || capacity === null || quota === null) return null;
  if (grade === null && quota === 'SFQ') return null;
  return {
    quota,
    number,
    name,
    countyCode,
    acceptanceNo,
    acceptedOn,
    filingNo,
    area: area as SquareMetres,
    paddy: paddy as SquareMetres,
    capacity: capacity as CapacityUnits,
    grade: grade === null ? null : grades.indexOf(grade),
    fundingSource,
  };
}

/** An empty cell, or a sheet without the column, is supplementary farmland. */
function readQuota(raw: string): Cell<QuotaKind> {
  if (raw.trim() === '') return { value: 'SFQ', fault: null };
  const cell = readText(raw, 60);
  if (cell.value === null) return { value: null, fault: cell.fault };
  const quota = Object.hasOwn(quotaNames, cell.value) ? quotaNames[cell.value] : undefined;
  if (quota) return { value: quota, fault: null };
  const expected = Object.keys(quotaNames).join('、');
  return { value: null, fault: { code: 'import.unknown-quota', params: { value: cell.value, expected } } };
}

/** Grades by their own index: a small whole number without a conversion. */
const grades = Array.from({ length: 16 }, (_, grade) => BigInt(grade));
