import { shanghaiDay } from '@muheng/contracts/common/calendar';
import type { ProblemCode } from '@muheng/contracts/common/problems';
import { type CapacityUnits, formatHa, formatKg, type SquareMetres } from '@muheng/contracts/common/quantity';
import { type County, findCity, findCounty } from '@muheng/contracts/common/regions';
import { type Cell, readCode, readDay, readGrade, readQuantity, readText } from './project-cells.js';
import {
  bankedStatus,
  cellOf,
  credibleLimits,
  fundingSourceNames,
  type ProjectColumn,
  type ProjectField,
  projectColumns,
  textLimits,
} from './project-columns.js';
import type { FundingSource } from './saleability.js';

/** A project whose quota may be banked: quantities in m², m² and 0.0001 kg. */
export interface BankedProject {
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
  grade: number;
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
  const quantity = (field: 'area' | 'paddy' | 'capacity'): bigint | null =>
    take(field, (raw) => readQuantity(raw, credibleLimits[field]));

  const cells = {
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
    grade: take('grade', readGrade),
    funding: text('fundingSource'),
    status: text('status'),
  };
  for (const rule of rowRules) rule(cells, report);
  const project = faults.length === 0 ? complete(cells) : null;
  return project ? { project, faults: [] } : { project: null, faults };
}

interface Cells {
  number: string | null;
  name: string | null;
  countyCode: string | null;
  cityName: string | null;
  countyName: string | null;
  acceptanceNo: string | null;
  acceptedOn: string | null;
  filingNo: string | null;
  area: bigint | null;
  paddy: bigint | null;
  capacity: bigint | null;
  grade: bigint | null;
  funding: string | null;
  status: string | null;
}
type Report = (field: ProjectField, code: ProblemCode, params?: Record<string, string>) => void;

/** Rules over cells that are legible on their own. */
const rowRules: readonly ((cells: Cells, report: Report) => void)[] = [
  checkNumber,
  checkRegion,
  checkArea,
  checkPaddy,
  checkCapacity,
  checkFunding,
  checkStatus,
];

function checkNumber({ number }: Cells, report: Report): void {
  if (number !== null && !/^[A-Za-z0-9-]+$/.test(number)) {
    report('number', 'import.project-number-format', { value: number });
  }
}

function checkRegion({ countyCode, cityName, countyName }: Cells, report: Report): void {
  if (countyCode === null) return;
  const county: County | undefined = findCounty(countyCode);
  if (!county) {
    report('countyCode', 'import.unknown-region', { value: countyCode });
    return;
  }
  const expected = { cityName: findCity(county.city)?.zh ?? '', countyName: county.zh };
  const mismatch = (field: 'cityName' | 'countyName', value: string | null): void => {
    if (value === null || value === expected[field]) return;
    report(field, 'import.region-mismatch', { value, code: county.code, expected: expected[field] });
  };
  mismatch('cityName', cityName);
  mismatch('countyName', countyName);
}

function checkArea({ area }: Cells, report: Report): void {
  if (area === 0n) report('area', 'import.zero');
}

/** Paddy ≤ area holds inside an origin project (domain §5). */
function checkPaddy({ area, paddy }: Cells, report: Report): void {
  if (area === null || paddy === null || paddy <= area) return;
  report('paddy', 'import.paddy-over-area', {
    paddyHa: formatHa(paddy),
    areaHa: formatHa(area),
    excessHa: formatHa(paddy - area),
  });
}

/**
 * Capacity = (16 − grade) × 100 kg for each 亩 (domain §3). 1 m² is 0.0015 亩, so a m² gives (16 − grade) × 1500 units
 * of 0.0001 kg. A sheet adds up patches that were each rounded, which moves the sum by far less than 1%; a neighbouring
 * grade moves it by at least 6%.
 */
const toleranceDivisor = 100n;

function checkCapacity({ area, capacity, grade }: Cells, report: Report): void {
  if (area === null || area === 0n || capacity === null || grade === null) return;
  const expected = area * (16n - grade) * 1_500n;
  const tolerance = expected / toleranceDivisor;
  const difference = capacity > expected ? capacity - expected : expected - capacity;
  if (difference <= tolerance) return;
  report('capacity', 'import.capacity-contradicts-grade', {
    capacityKg: formatKg(capacity),
    grade: String(grade),
    areaHa: formatHa(area),
    expectedKg: formatKg(expected),
    toleranceKg: formatKg(tolerance),
  });
}

function checkFunding({ funding }: Cells, report: Report): void {
  if (funding === null || Object.hasOwn(fundingSourceNames, funding)) return;
  const expected = Object.keys(fundingSourceNames).join('、');
  report('fundingSource', 'import.unknown-funding-source', { value: funding, expected });
}

function checkStatus({ status }: Cells, report: Report): void {
  if (status !== null && status !== bankedStatus) report('status', 'import.not-banked', { value: status });
}

/** The project of a row without faults; null only if a cell was missed, which would be a mistake in this file. */
function complete(cells: Cells): BankedProject | null {
  const { number, name, countyCode, acceptanceNo, acceptedOn, filingNo, area, paddy, capacity, grade } =
    cells;
  const fundingSource = fundingSourceNames[cells.funding ?? ''];
  if (number === null || name === null || countyCode === null || acceptanceNo === null) return null;
  if (acceptedOn === null || filingNo === null || fundingSource === undefined) return null;
  if (area === null || paddy === null || capacity === null || grade === null) return null;
  return {
    number,
    name,
    countyCode,
    acceptanceNo,
    acceptedOn,
    filingNo,
    area: area as SquareMetres,
    paddy: paddy as SquareMetres,
    capacity: capacity as CapacityUnits,
    grade: grades.indexOf(grade),
    fundingSource,
  };
}

/** Grades by their own index: a small whole number without a conversion. */
const grades = Array.from({ length: 16 }, (_, grade) => BigInt(grade));
