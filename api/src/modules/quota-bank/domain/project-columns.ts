import type { QuotaKind } from '@muheng/contracts/common/component';
import type { FundingSource } from './saleability.js';

/** The sheet of origin projects: headers as the ministry writes them, and what stands under each. */
export const projectColumns = {
  number: '项目编号',
  name: '项目名称',
  countyCode: '县级行政区代码',
  cityName: '地级市',
  countyName: '县（市、区）',
  acceptanceNo: '验收文号',
  acceptedOn: '验收日期',
  filingNo: '信息报备编号',
  area: '新增耕地面积(公顷)',
  paddy: '其中水田(公顷)',
  capacity: '新增粮食产能(公斤)',
  grade: '平均质量等别',
  fundingSource: '资金来源',
  status: '状态',
  quota: '指标类型',
  resettled: '拆旧区安置情况',
} as const;
export type ProjectField = keyof typeof projectColumns;
export type ProjectColumn = (typeof projectColumns)[ProjectField];
export const projectHeader: readonly ProjectColumn[] = Object.values(projectColumns);

/** A sheet without them lists supplementary farmland only, as the ministry's does. */
const optionalColumns: ReadonlySet<ProjectColumn> = new Set([projectColumns.quota, projectColumns.resettled]);

/** Indicators as the sheet names them; an empty cell is supplementary farmland. */
export const quotaNames: Readonly<Record<string, QuotaKind>> = {
  补充耕地指标: 'SFQ',
  增减挂钩节余指标: 'LSQ',
};

/** What a linkage project has to say of the people of its demolition zone before its quota exists (domain §7). */
export const resettledWord = '已安置';

/** Funding sources as the sheet names them. */
export const fundingSourceNames: Readonly<Record<string, FundingSource>> = {
  县级财政: 'county',
  耕地开垦费: 'reclamation-fee',
  社会资本: 'social',
  新增建设用地有偿使用费: 'new-construction-land-fee',
};

/** The only status in which a project's quota exists. */
export const bankedStatus = '已入库';

/** Longest texts that a cell may hold. */
export const textLimits: Readonly<Partial<Record<ProjectField, number>>> = {
  number: 32,
  name: 200,
  acceptanceNo: 100,
  filingNo: 40,
};

/** Beyond 10,000 ha (150,000 亩) of new farmland in one project somebody mistook the unit, in m² and 0.0001 kg. */
export const credibleLimits = {
  area: 100_000_000n,
  paddy: 100_000_000n,
  capacity: 2_250_000_000_000n,
} as const;

/** Headers are compared without spaces and with either kind of brackets. */
const plain = (header: string): string => header.normalize('NFKC').replace(/[\s\uFEFF]/g, '');

/** Which columns a header row lacks; columns that nobody knows are left unread. */
export const missingColumns = (header: readonly string[]): ProjectColumn[] =>
  projectHeader.filter(
    (column) => !optionalColumns.has(column) && !header.some((each) => plain(each) === plain(column)),
  );

/** The cell of a column in a record that is keyed by the file's own headers. */
export function cellOf(record: Readonly<Record<string, string>>, column: ProjectColumn): string {
  const exact = record[column];
  if (exact !== undefined) return exact;
  const key = Object.keys(record).find((each) => plain(each) === plain(column));
  return key === undefined ? '' : (record[key] ?? '');
}
