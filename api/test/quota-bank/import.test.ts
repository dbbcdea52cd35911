import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportDetail, ImportQueries } from '../../src/modules/quota-bank/application/import.queries.js';
import { CancelImport } from '../../src/modules/quota-bank/application/cancel-import.use-case.js';
import { ExportQueries } from '../../src/modules/quota-bank/application/export.queries.js';
import { RunImport } from '../../src/modules/quota-bank/application/run-import.use-case.js';
import { StartImport } from '../../src/modules/quota-bank/application/start-import.use-case.js';
import { contextOf } from '../support/actors.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Bank } from './bank.js';

let database: TestDatabase;
let bank: Bank;

beforeEach(async () => {
  database = await createTestDatabase();
  bank = await Bank.open(database);
});
afterEach(async () => {
  await expectSound(database.urls.superuser);
  await bank.app.close();
  await database.drop();
});

const file = (name: string): Buffer => readFileSync(new URL(`../data/${name}`, import.meta.url));
const good = file('quota-projects.csv');
const bad = file('quota-projects-bad.csv');

const start = async (content: Buffer, fileName = 'projects.csv'): Promise<string> => {
  const upload = { fileName, content };
  const context = contextOf(bank.regulator);
  return (await bank.app.get(StartImport).execute(context, upload, { inBackground: false })).id;
};
const outcomeOf = (id: string): Promise<ImportDetail> => bank.app.get(ImportQueries).one(bank.regulator, id);
const importFile = async (content: Buffer, fileName?: string): Promise<ImportDetail> => {
  const id = await start(content, fileName);
  await bank.app.get(RunImport).execute(id, 'test');
  return outcomeOf(id);
};
const banked = async (): Promise<{ lots: bigint; area: bigint; barred: bigint }> => {
  const rows = await bank.work.readMarket((tx) =>
    tx.query<{ lots: bigint; area: bigint; barred: bigint }>(
      `select count(*) as lots, coalesce(sum(area), 0)::bigint as area, count(*) filter (where not saleable) as barred
       from lot`,
    ),
  );
  return rows[0] ?? { lots: 0n, area: 0n, barred: 0n };
};
const codesOf = (outcome: ImportDetail): string[] =>
  outcome.rejected.map((each) => `${each.row} ${each.code}`);

/** A sheet of `count` sound projects, made from the first row of the good file. */
function sheetOf(count: number): Buffer {
  const [header = '', first = ''] = good.toString('utf8').trimEnd().split(/\r?\n/);
  const rows = Array.from({ length: count }, (_, index) => {
    const cells = first.split(',');
    cells[0] = `NX64010420180${index}`;
    cells[7] = `6420189${index}`;
    return cells.join(',');
  });
  return Buffer.from([header, ...rows].join('\n'));
}

describe('a sheet of origin projects', () => {
  it('banks 152 projects and exactly 163,533,333 m², and changes nothing the second time', async () => {
    expect(await importFile(good)).toMatchObject({
      state: 'done',
      rows: 152,
      banked: 152,
      unchanged: 0,
      rejected: [],
      areaHa: '16353.3333',
    });
    expect(await banked()).toEqual({ lots: 152n, area: 163_533_333n, barred: 12n });
    const again = await importFile(good);
    expect(again).toMatchObject({ banked: 0, unchanged: 152, rejected: [], areaHa: '0.0000' });
    expect(await banked()).toMatchObject({ lots: 152n });
  });

  it('banks the 8 good rows of the bad file and names what is wrong in the 12 others', async () => {
    const outcome = await importFile(bad);
    expect(outcome).toMatchObject({ rows: 20, banked: 8, unchanged: 0, rejectedRows: 12 });
    expect([...new Set(outcome.rejected.map((fault) => fault.row))]).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
    ]);
    expect(outcome.rejected.filter((fault) => fault.row === 3)).toHaveLength(3);
    expect(outcome.rejected[0]).toMatchObject({ column: '新增耕地面积(公顷)', code: 'import.too-precise' });
    expect(outcome.rejected[0]?.message).toContain('12.34567');
    expect(outcome.rejected[0]?.messageEn).toContain('at most 4');
    expect(await banked()).toMatchObject({ lots: 8n });
  });

  it('turns back a banked project with other content, column by column, and the same land under another number', async () => {
    await importFile(good);
    const text = good.toString('utf8');
    const outcome = await importFile(
      Buffer.from(
        text
          .replace('宁自然资验〔2019〕172号', '宁自然资验〔2019〕173号')
          .replace('NX6401042022002', 'NX6401042022999'),
      ),
    );
    expect(outcome).toMatchObject({ banked: 0, unchanged: 150, rejectedRows: 2 });
    expect(codesOf(outcome)).toEqual(['2 import.changed', '3 import.filing-no-taken']);
    expect(outcome.rejected[0]?.column).toBe('验收文号');
  });

  it('reads the same columns from xlsx, numbers and dates as Excel keeps them, and refuses formulas', async () => {
    const lines = good.toString('utf8').replace('\uFEFF', '').trimEnd().split(/\r?\n/);
    const rows = lines.slice(0, 4).map((line, row) =>
      line.split(',').map((cell, column) => {
        if (row === 0) return cell;
        if (column === 6) return new Date(`${cell}T00:00:00Z`);
        return [2, 8, 9, 10, 11].includes(column) ? Number(cell) : cell;
      }),
    );
    const formula = { value: null, type: 'formula' as const, formula: 'I2+1', formulaResult: 84 };
    const content = await writeXlsx({ sheets: [{ name: '入库', rows, cells: new Map([['3,8', formula]]) }] });
    const outcome = await importFile(Buffer.from(content), 'projects.xlsx');
    expect(outcome).toMatchObject({ rows: 3, banked: 2, rejectedRows: 1, areaHa: '399.4949' });
    expect(codesOf(outcome)).toEqual(['4 import.formula']);
    expect((await importFile(good)).unchanged).toBe(2);
  });

  it('turns back a file that is no sheet, or has no rows, or lacks the columns, as a whole', async () => {
    const files = [
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'import.unreadable'],
      [Buffer.from('PK\u0003\u0004nothing'), 'import.unreadable'],
      [good.subarray(0, good.indexOf('\n')), 'import.empty'],
      [Buffer.from('a,b\n1,2\n'), 'import.column-missing'],
    ] as const;
    for (const [content, code] of files) {
      const outcome = await importFile(content);
      expect(outcome).toMatchObject({ state: 'failed', banked: 0, failure: { code } });
      expect(outcome.rejected[0]).toMatchObject({ row: 1, code });
    }
  });

  it('goes on where it was cut off, and banks nothing twice', async () => {
    const id = await start(sheetOf(450));
    const dies = bank.app.get(RunImport).execute(id, 'test', ({ done }) => {
      if (done === 200) throw new Error('killed');
    });
    await expect(dies).rejects.toThrow('killed');
    expect(await outcomeOf(id)).toMatchObject({ state: 'running', done: 200, total: 450, banked: 200 });
    await bank.app.get(RunImport).execute(id, 'test');
    expect(await outcomeOf(id)).toMatchObject({
      state: 'done',
      done: 450,
      banked: 450,
      unchanged: 0,
      rejected: [],
    });
    expect(await banked()).toMatchObject({ lots: 450n });
  });

  it('banks every part once when two workers run one import, and when two people send one file', async () => {
    const content = sheetOf(450);
    const ids = [await start(content), await start(content)];
    const run = (id: string | undefined): Promise<void> =>
      bank.app.get(RunImport).execute(id ?? '', randomUUID());
    await Promise.all([run(ids[0]), run(ids[0]), run(ids[1])]);
    const outcomes = await Promise.all(ids.map(outcomeOf));
    expect(outcomes.map(({ banked: new_, unchanged }) => new_ + unchanged)).toEqual([450, 450]);
    expect(outcomes.reduce((sum, each) => sum + each.banked, 0)).toBe(450);
    expect(await banked()).toMatchObject({ lots: 450n });
  });

  it('stops between two parts when somebody cancels, and what is banked stays banked', async () => {
    const id = await start(sheetOf(450));
    let cancelled: Promise<ImportDetail> | undefined;
    await bank.app.get(RunImport).execute(id, 'test', ({ done }) => {
      if (done !== 200) return;
      // Either this or the next part has the import's lock first; whatever part comes after it reads no further.
      cancelled = bank.app.get(CancelImport).execute(contextOf(bank.regulator), id);
    });
    expect(await cancelled).toMatchObject({ state: 'cancelled' });
    const outcome = await outcomeOf(id);
    expect(outcome).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) });
    expect([200, 400]).toContain(outcome.done);
    expect(await banked()).toMatchObject({ lots: BigInt(outcome.done) });
    await bank.app.get(RunImport).execute(id, 'again');
    expect(await banked()).toMatchObject({ lots: BigInt(outcome.done) });
  });

  it('banks linkage projects beside supplementary ones, and takes their own sheet out and in again', async () => {
    const [header = '', first = '', second = ''] = good.toString('utf8').split(/\r?\n/);
    const cells = second.split(',');
    const linkage = [...cells.slice(0, 9), '', '', '', ...cells.slice(12), '增减挂钩节余指标', '已安置'].join(
      ',',
    );
    const sheet = (row: string): Buffer =>
      Buffer.from([`${header},指标类型,拆旧区安置情况`, `${first},,`, row].join('\n'));
    expect(codesOf(await importFile(sheet(linkage.replace('已安置', '安置中'))))).toEqual([
      '3 import.not-resettled',
    ]);
    expect(await importFile(sheet(linkage))).toMatchObject({ banked: 1, unchanged: 1, rejected: [] });
    const [lot] = await bank.work.readMarket((tx) =>
      tx.query(`select l.quota, o.regime, o.grade, l.area = o.area as whole, o.capacity
        from lot l join origin_project o on o.id = l.origin_project_id where l.quota = 'LSQ'`),
    );
    expect(lot).toEqual({ quota: 'LSQ', regime: 'lsq-2008', grade: null, whole: true, capacity: 0n });
    const out = await bank.app.get(ExportQueries).file(bank.regulator, 'projects', { format: 'csv' });
    expect(await importFile(out.content)).toMatchObject({ banked: 0, unchanged: 2, rejected: [] });
    const changed = await importFile(sheet(second + ',,'));
    expect(changed.rejected.map((each) => each.column)).toContain('指标类型');
  });
});
