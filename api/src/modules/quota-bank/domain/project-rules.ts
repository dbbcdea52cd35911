import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ProblemCode } from '@muheng/contracts/common/problems';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';
import { type County, findCity, findCounty } from '@muheng/contracts/common/regions';
import { bankedStatus, fundingSourceNames, type ProjectField, resettledWord } from './project-columns.js';

/** What the cells of one row say; null where one cannot be told. */
export interface Cells {
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
  quota: QuotaKind | null;
  resettled: string | null;
}
export type Report = (field: ProjectField, code: ProblemCode, params?: Record<string, string>) => void;

/** Rules over cells that are legible on their own. */
export const rowRules: readonly ((cells: Cells, report: Report) => void)[] = [
  checkNumber,
  checkRegion,
  checkArea,
  checkPaddy,
  checkCapacity,
  checkFunding,
  checkStatus,
  checkLinkage,
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

function checkCapacity({ quota, area, capacity, grade }: Cells, report: Report): void {
  if (area === null || area === 0n || capacity === null || grade === null) return;
  // Linkage quota may come without capacity, which is then not traded (domain §1).
  if (quota === 'LSQ' && capacity === 0n) return;
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

/** Nobody may be left in a demolition zone (domain §7, S4 "relocate people before demolition"). */
function checkLinkage({ quota, resettled }: Cells, report: Report): void {
  if (quota === 'LSQ' && resettled !== resettledWord) {
    report('resettled', 'import.not-resettled', { value: resettled ?? '', expected: resettledWord });
  }
}
