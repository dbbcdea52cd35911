import type { QuotaKind } from '@muheng/contracts/common/component';
import { findCity, findCounty } from '@muheng/contracts/common/regions';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';
import {
  bankedStatus,
  fundingSourceNames,
  projectHeader,
  quotaNames,
  resettledWord,
} from './project-columns.js';

/** Sheets that leave the bank, under the ministry's column names (domain §5). Every cell is text, exact to the unit. */

export interface ExportedProject {
  quota: QuotaKind;
  residentsResettled: boolean;
  number: string;
  name: string;
  owner: string;
  acceptanceNo: string | null;
  acceptedOn: string | null;
  filingNo: string | null;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  grade: number | null;
  fundingSource: string;
  status: string;
}

const fundingName = (source: string): string =>
  Object.keys(fundingSourceNames).find((name) => fundingSourceNames[name] === source) ?? source;

const quotaName = (quota: string): string =>
  Object.keys(quotaNames).find((name) => quotaNames[name] === quota) ?? quota;

const statusNames: Readonly<Record<string, string>> = {
  filed: '已申报',
  approved: '已立项',
  'under-construction': '施工中',
  acceptance: '验收中',
  'demolition-accepted': '拆旧已验收',
  'filed-with-ministry': '已报备',
  banked: bankedStatus,
  rejected: '未通过',
};

/** The very sheet that the import reads: what goes out comes in again unchanged. */
export function projectSheetOf(projects: readonly ExportedProject[]): string[][] {
  const rows = projects.map((each) => {
    const county = findCounty(each.owner);
    return [
      each.number,
      each.name,
      each.owner,
      (county && findCity(county.city)?.zh) ?? '',
      county?.zh ?? '',
      each.acceptanceNo ?? '',
      each.acceptedOn ?? '',
      each.filingNo ?? '',
      formatHa(each.area),
      formatHa(each.paddy),
      formatKg(each.capacity),
      each.grade === null ? '' : String(each.grade),
      fundingName(each.fundingSource),
      statusNames[each.status] ?? each.status,
      quotaName(each.quota),
      each.quota === 'LSQ' && each.residentsResettled ? resettledWord : '',
    ];
  });
  return [[...projectHeader], ...rows];
}

export interface ExportedUse {
  sheetNo: string;
  useNo: string;
  party: string;
  quota: string;
  projectCode: string;
  projectName: string;
  earmarkedOn: string;
  writtenOffOn: string;
  approver: string;
  documentNo: string;
  occupied: { area: bigint; paddy: bigint; capacity: bigint };
  supplied: { area: bigint; paddy: bigint; capacity: bigint };
}

const useHeader = [
  '确认单号',
  '挂钩编号',
  '行政区代码',
  '指标类型',
  '建设项目代码',
  '建设项目名称',
  '挂钩日期',
  '核销日期',
  '批准机关',
  '批准文号',
  '占用耕地数量(公顷)',
  '占用水田(公顷)',
  '占用粮食产能(公斤)',
  '补充耕地数量(公顷)',
  '补充水田(公顷)',
  '补充粮食产能(公斤)',
] as const;

/** Use of quota, one row an approval (信息确认单), domain §5. */
export function useSheetOf(uses: readonly ExportedUse[]): string[][] {
  const rows = uses.map((each) => [
    each.sheetNo,
    each.useNo,
    each.party,
    quotaName(each.quota),
    each.projectCode,
    each.projectName,
    each.earmarkedOn,
    each.writtenOffOn,
    each.approver,
    each.documentNo,
    ...[each.occupied, each.supplied].flatMap(({ area, paddy, capacity }) => [
      formatHa(area),
      formatHa(paddy),
      formatKg(capacity),
    ]),
  ]);
  return [[...useHeader], ...rows];
}

export interface ExportedLot {
  number: string;
  owner: string;
  quota: string;
  projectNumber: string;
  projectName: string;
  grade: number | null;
  validUntil: string;
  came: 'banked' | 'bought' | 'lent' | 'handed';
  loanDueOn: string | null;
  /** By bucket, in the order of the header. */
  amounts: readonly { area: bigint; paddy: bigint; capacity: bigint }[];
}

/** Buckets of the sheet of lots, in order, with the ministry's words for them. */
export const lotBuckets = [
  ['available', '可用'],
  ['listed', '挂牌中'],
  ['in-settlement', '交割中'],
  ['earmarked', '已挂钩'],
  ['frozen', '已冻结'],
  ['written-off', '已核销'],
  ['deducted', '已核减'],
] as const;

const origins = { banked: '自有', bought: '购入', lent: '借入', handed: '划入' } as const;

export function lotSheetOf(lots: readonly ExportedLot[]): string[][] {
  const amounts = lotBuckets.flatMap(([, name]) => [
    `${name}耕地数量(公顷)`,
    `${name}水田(公顷)`,
    `${name}粮食产能(公斤)`,
  ]);
  const fixed = [
    '批次号',
    '持有单位代码',
    '指标类型',
    '项目编号',
    '项目名称',
    '平均质量等别',
    '有效期至',
    '来源',
  ];
  const rows = lots.map((each) => [
    each.number,
    each.owner,
    quotaName(each.quota),
    each.projectNumber,
    each.projectName,
    each.grade === null ? '' : String(each.grade),
    each.validUntil,
    each.loanDueOn === null ? origins[each.came] : `${origins[each.came]}（${each.loanDueOn} 前归还）`,
    ...each.amounts.flatMap(({ area, paddy, capacity }) => [
      formatHa(area),
      formatHa(paddy),
      formatKg(capacity),
    ]),
  ]);
  return [[...fixed, ...amounts], ...rows];
}
