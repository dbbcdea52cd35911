import type { releaseOf } from './release.js';

type Release = ReturnType<typeof releaseOf>;

/** The columns in which changes are handed out as csv and xlsx; each with its heading in both languages. */
export const changeColumns: readonly [heading: string, cell: (release: Release) => string | number][] = [
  ['序号 position', (r) => r.position],
  ['时间 date', (r) => r.date],
  ['事件 event', (r) => r.event],
  ['公告编号 listing', (r) => r.tender?.id ?? r.ocid.replace('ocds-muheng-', '')],
  ['成交编号 trade', (r) => r.awards[0]?.id ?? ''],
  ['标题 title', (r) => r.tender?.title ?? r.awards[0]?.title ?? ''],
  ['区划 region', (r) => r.regionCode],
  ['出让方 seller', (r) => nameOf(r, 'procuringEntity')],
  ['受让方 buyer', (r) => nameOf(r, 'supplier')],
  ['指标 quota', (r) => r.tender?.quota ?? r.awards[0]?.quota ?? ''],
  ['面积公顷 areaHa', (r) => quantitiesOf(r)?.areaHa ?? ''],
  ['水田公顷 paddyHa', (r) => quantitiesOf(r)?.paddyHa ?? ''],
  ['产能公斤 capacityKg', (r) => quantitiesOf(r)?.capacityKg ?? ''],
  ['金额元 cny', (r) => r.tender?.value.amount ?? r.awards[0]?.value.amount ?? ''],
  ['状态 status', (r) => r.tender?.status ?? r.awards[0]?.status ?? r.suspension?.ground ?? ''],
  ['理由 reason', (r) => r.suspension?.reason ?? ''],
];

const quantitiesOf = (release: Release) => release.tender?.quantities ?? release.awards[0]?.quantities;
const nameOf = (release: Release, role: string): string =>
  release.parties.find((party) => party.roles.includes(role))?.name ?? '';

/** A cell that a spreadsheet would run as a formula is told as text (CSV injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (cell: string | number): string => `"${harmless(String(cell)).replaceAll('"', '""')}"`;

/** RFC 4180 with a byte order mark, so that spreadsheets read Chinese. */
export function csvOf(releases: readonly Release[]): string {
  const rows = [
    changeColumns.map(([heading]) => heading),
    ...releases.map((r) => changeColumns.map(([, cell]) => cell(r))),
  ];
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
