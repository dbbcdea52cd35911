import { readFileSync } from 'node:fs';
import { renderProblem } from '@muheng/contracts/common/problems';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingColumns, projectColumns, projectHeader } from './project-columns.js';
import { readProjectRow } from './project-row.js';
import { ProjectSheet, type ReadSheet, type SheetRow } from './project-sheet.js';

const now = new Date('2026-03-02T09:00:00+08:00');

/** The two files hold no quotes, so that splitting is parsing. */
function rowsOf(file: string): SheetRow[] {
  const text = readFileSync(new URL(`../../../../test/data/${file}`, import.meta.url), 'utf8').replace(
    '\uFEFF',
    '',
  );
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const keys = header.split(',');
  return lines.map((line, index) => {
    const values = line.split(',');
    return {
      row: index + 2,
      cells: Object.fromEntries(keys.map((key, column) => [key, values[column] ?? ''])),
    };
  });
}
const read = (file: string): ReadSheet => new ProjectSheet(now).read(rowsOf(file));
const total = ({ projects }: ReadSheet): bigint =>
  projects.reduce((sum, each) => sum + each.project.area, 0n);

describe('the good file', () => {
  it('banks 152 projects and exactly 163,533,333 m²', () => {
    const sheet = read('quota-projects.csv');
    expect(sheet.rejected).toEqual([]);
    expect(sheet.projects).toHaveLength(152);
    expect(total(sheet)).toBe(163_533_333n);
    expect(
      sheet.projects.filter((each) => each.project.fundingSource === 'new-construction-land-fee'),
    ).toHaveLength(12);
  });
});

describe('the bad file', () => {
  const sheet = read('quota-projects-bad.csv');
  const faultsOf = (row: number): string[] =>
    sheet.rejected.filter((each) => each.row === row).map((each) => `${each.column} ${each.code.slice(7)}`);

  it('banks 8 rows and names rows 3 to 14', () => {
    expect(sheet.projects.map((each) => each.row)).toEqual([2, 15, 16, 17, 18, 19, 20, 21]);
    expect([...new Set(sheet.rejected.map((each) => each.row))]).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
    ]);
  });

  const area = projectColumns.area;
  const capacity = `${projectColumns.capacity} capacity-contradicts-grade`;
  const paddy = `${projectColumns.paddy} paddy-over-area`;
  it.each([
    [3, [`${area} too-precise`, paddy, capacity]],
    [4, [`${area} negative`]],
    [5, ['县级行政区代码 unknown-region']],
    [6, [paddy]],
    [7, [capacity]],
    [8, ['项目编号 duplicate']],
    [9, ['验收日期 impossible-date']],
    [10, ['平均质量等别 grade-out-of-range']],
    [11, [`${area} formula`]],
    [12, [`${area} full-width-digits`, paddy, capacity]],
    [13, ['状态 not-banked']],
    [14, ['信息报备编号 required']],
  ])('row %i: %j', (row, faults) => expect(faultsOf(row)).toEqual(faults));

  it('says what to do, with the numbers', () => {
    const [fault] = sheet.rejected;
    expect(fault && renderProblem(fault.code, 'zh-CN', fault.params)).toBe(
      '“新增耕地面积(公顷)”的“12.34567”有 5 位小数，最多 4 位。请按测量成果填写，不要四舍五入凑数。',
    );
  });
});

describe('one row', () => {
  const [first] = rowsOf('quota-projects.csv');
  const vary = (field: keyof typeof projectColumns, value: string): string[] => {
    const { faults } = readProjectRow({ ...first?.cells, [projectColumns[field]]: value }, now);
    return faults.map((each) => `${each.column} ${each.code.slice(7)}`);
  };

  it.each([
    ['number', '=HYPERLINK("x")', ['项目编号 formula']],
    ['number', 'NX 64/01', ['项目编号 project-number-format']],
    ['name', '', ['项目名称 required']],
    ['name', '长'.repeat(201), ['项目名称 too-long']],
    ['cityName', '吴忠市', ['地级市 region-mismatch']],
    ['countyName', '西夏区', ['县（市、区） region-mismatch']],
    ['countyCode', '６４０１０４', ['县级行政区代码 full-width-digits']],
    ['acceptedOn', '2026-03-03', ['验收日期 future-date']],
    ['acceptedOn', '2019/9/23', []],
    ['acceptedOn', '1899-12-30', ['验收日期 impossible-date']],
    ['acceptedOn', '43731', ['验收日期 impossible-date']],
    ['area', '266,5303', ['新增耕地面积(公顷) not-a-number']],
    ['area', '2.6e2', ['新增耕地面积(公顷) not-a-number']],
    ['area', '0.0000', ['新增耕地面积(公顷) zero']],
    ['area', '99999999', ['新增耕地面积(公顷) absurd']],
    ['area', '-A1', ['新增耕地面积(公顷) formula']],
    ['capacity', '2826553.0000', []],
    ['capacity', '2826554.0000', ['新增粮食产能(公斤) capacity-contradicts-grade']],
    ['grade', '9.5', ['平均质量等别 grade-out-of-range']],
    ['grade', '0', ['平均质量等别 grade-out-of-range']],
    ['fundingSource', '彩票', ['资金来源 unknown-funding-source']],
    ['fundingSource', 'constructor', ['资金来源 unknown-funding-source']],
  ] as const)('%s = %j', (field, value, faults) => expect(vary(field, value)).toEqual(faults));

  it('is refused for several reasons at once, each named', () => {
    expect(readProjectRow({}, now).faults).toHaveLength(projectHeader.length - 2);
  });

  it('never throws and never banks what it faults, whatever stands in the cells', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...projectHeader), fc.string({ unit: 'grapheme' })),
        (cells) => {
          const { project, faults } = readProjectRow({ ...first?.cells, ...cells }, now);
          return (project === null) === faults.length > 0;
        },
      ),
    );
  });

  it('reads back exactly the square metres that were written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 100_000_000n }), (area) => {
        const text = `${area / 10_000n}.${String(area % 10_000n).padStart(4, '0')}`;
        const capacity = area * 7n * 1_500n;
        const cells = {
          ...first?.cells,
          [projectColumns.area]: text,
          [projectColumns.capacity]: `${capacity / 10_000n}.${String(capacity % 10_000n).padStart(4, '0')}`,
        };
        return readProjectRow(cells, now).project?.area === area;
      }),
    );
  });
});

describe('a linkage project', () => {
  const [first] = rowsOf('quota-projects.csv');
  const linkage = {
    ...first?.cells,
    [projectColumns.quota]: '增减挂钩节余指标',
    [projectColumns.resettled]: '已安置',
    [projectColumns.paddy]: '',
    [projectColumns.capacity]: '',
    [projectColumns.grade]: '',
  };
  const faultsOf = (cells: Record<string, string>): string[] =>
    readProjectRow(cells, now).faults.map((each) => `${each.column} ${each.code.slice(7)}`);

  it('needs neither paddy nor capacity nor a grade', () => {
    expect(readProjectRow(linkage, now).project).toMatchObject({
      quota: 'LSQ',
      paddy: 0n,
      capacity: 0n,
      grade: null,
    });
    const { project } = readProjectRow({ ...first?.cells }, now);
    expect(project).toMatchObject({ quota: 'SFQ' });
  });

  it.each([
    ['resettled', '', ['拆旧区安置情况 required', '拆旧区安置情况 not-resettled']],
    ['resettled', '安置中', ['拆旧区安置情况 not-resettled']],
    ['area', '', ['新增耕地面积(公顷) required']],
    ['paddy', '9999', ['其中水田(公顷) paddy-over-area']],
    ['capacity', '-1', ['新增粮食产能(公斤) negative']],
    ['grade', '16', ['平均质量等别 grade-out-of-range']],
    ['quota', '占补平衡', ['指标类型 unknown-quota']],
    ['quota', '=1', ['指标类型 formula']],
  ] as const)('%s = %j', (field, value, faults) =>
    expect(faultsOf({ ...linkage, [projectColumns[field]]: value }).slice(0, faults.length)).toEqual(faults),
  );
});

describe('the header', () => {
  it('may be written with other brackets or spaces, in any order', () => {
    const header = [...projectHeader]
      .reverse()
      .map((column) => ` ${column.replace('(', '（').replace(')', '）')}`);
    expect(missingColumns(header)).toEqual([]);
    expect(missingColumns(['项目编号'])).toHaveLength(projectHeader.length - 3);
  });
});
