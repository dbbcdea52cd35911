import { createHash } from 'node:crypto';
import type { monthReportDetail, monthReports } from '@muheng/contracts/month-report';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { systemActor } from '../../src/kernel/access/actor.js';
import { MakeMonthReport } from '../../src/modules/oversight/application/month-report/make-month-report.use-case.js';
import { SealMonths } from '../../src/modules/oversight/application/seal-months.use-case.js';
import { contextOf } from '../support/actors.js';
import { AuctionHouse, byWorker } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';
import { startStepWorker } from '../settlement/step-worker.js';

type Detail = z.output<typeof monthReportDetail>;

let house: AuctionHouse;
beforeAll(async () => {
  house = await AuctionHouse.open('2026-03-10T09:00:00+08:00');
  await house.lot('640425', { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.lot('640106', { areaHa: '5.0000', paddyHa: '1.0000', capacityKg: '30000.0000' });
});
afterAll(async () => {
  await expectSound(house.database.urls.superuser);
  await house.close();
});

const order = async (month = '2026-03') =>
  house.post(await house.person('640000', 'regulator'), '/month-reports', { month });
const get = async (party: string, path: string, role = 'regulator') =>
  house.http.get(`/api/v1${path}`).set('cookie', (await house.person(party, role)).cookie);
const bytesOf = async (id: string, format: string): Promise<Buffer> => {
  const { cookie } = await house.person('640000', 'regulator');
  const path = `/api/v1/month-reports/${id}/files/${format}`;
  return (await house.http.get(path).set('cookie', cookie).responseType('blob')).body as Buffer;
};
const detail = async (party: string, role?: string): Promise<Detail> =>
  (await get(party, '/month-reports/2026-03', role)).body as Detail;
const reportOf = async (code: string): Promise<string> =>
  (await detail('640000')).reports.find(({ area }) => area.code === code)?.id ?? '';
const make = (id: string) => house.market.app.get(MakeMonthReport).execute(byWorker(), id);
const file = (party: string, id: string, format: string, role = 'regulator') =>
  get(party, `/month-reports/${id}/files/${format}`, role);

describe('the monthly report', () => {
  it('is of a month that is sealed, and asked for twice it is one', async () => {
    expect((await order()).body).toMatchObject({ status: 409, code: 'oversight.month-not-sealed' });
    await house.clock.set('2026-04-01T06:00:01+08:00');
    expect(await house.market.app.get(SealMonths).execute(contextOf(systemActor))).toBe(1);
    const first = await order();
    expect(first.status).toBe(202);
    // The region, five cities, 22 counties.
    expect(first.body).toMatchObject({ month: '2026-03', total: 28, done: 0 });
    const again = await order();
    expect((again.body as Detail).reports).toEqual((first.body as Detail).reports);
    const maker = await house.post(await house.person('640425', 'maker'), '/month-reports', {
      month: '2026-03',
    });
    expect(maker.status).toBe(403);
  });

  it('is made again when its worker is killed before it is kept, and only once', async () => {
    expect(await startStepWorker(house.database, 'month-report:after-render').dead).toBe('SIGKILL');
    expect(await detail('640000')).toMatchObject({ done: 0 });
    const id = await reportOf('640425');
    const due = await house.work.readMarket((tx) =>
      tx.query<{ job: string }>('select job from due_work where subject_id = $1', [id]),
    );
    expect(due).toEqual([{ job: 'month-report.make' }]);
    await Promise.all([make(id), make(id)]);
    const made = await detail('640000');
    expect(made).toMatchObject({ total: 28, done: 1 });
    await make(id);
    expect(await detail('640000')).toEqual(made);
    const rows = await house.work.readMarket((tx) =>
      tx.query('select from document where subject_id = $1', [id]),
    );
    expect(rows).toHaveLength(2);
  });

  it('says the same as the ledger, as PDF and as tables, under the hashes that the audit log holds', async () => {
    const id = await reportOf('640000');
    await make(id);
    const own = (await detail('640000')).own;
    expect(own?.area.code).toBe('640000');
    for (const { format, sha256, bytes } of own?.files ?? []) {
      const taken = await bytesOf(id, format);
      expect(taken.length).toBe(bytes);
      expect(createHash('sha256').update(taken).digest('hex')).toBe(sha256);
      if (format === 'pdf') expect(taken.subarray(0, 5).toString()).toBe('%PDF-');
      else await expectTables(taken);
    }
    const audited = await house.work.readMarket((tx) =>
      tx.query<{ action: string }>(
        `select action from audit where subject_id = $1 and subject_type in ('month-report', 'export')`,
        [id],
      ),
    );
    expect(audited).toHaveLength(3);
  });

  it('is for those who watch the area, and for the area itself', async () => {
    const id = await reportOf('640425');
    const months = (await get('640425', '/month-reports', 'maker')).body as z.output<typeof monthReports>;
    expect(months.items).toMatchObject([{ month: '2026-03', total: 1, done: 1, own: { id } }]);
    expect((await detail('640400')).reports.map(({ area }) => area.code)).toEqual([
      '640400',
      '640402',
      '640422',
      '640423',
      '640424',
      '640425',
    ]);
    expect((await file('640400', id, 'pdf')).status).toBe(200);
    expect((await file('640425', id, 'xlsx', 'maker')).status).toBe(200);
    expect((await file('640100', id, 'pdf')).status).toBe(404);
    expect((await file('640106', id, 'pdf', 'maker')).status).toBe(404);
    const waiting = await file('640100', await reportOf('640100'), 'pdf');
    expect(waiting.body).toMatchObject({ status: 409, code: 'oversight.report-not-made' });
    expect((await get('640000', '/month-reports/2026-04')).status).toBe(404);
  });
});

async function expectTables(content: Buffer): Promise<void> {
  const { sheets } = await readXlsx(content);
  const rows = sheets.flatMap((sheet) => sheet.rows.map((row) => row.map(String)));
  const area = rows.filter(([name]) => name === '彭阳县');
  // Banked in the month: 80 ha of area, 480 000 kg of capacity, all of it available.
  expect(area.map((row) => row.slice(1, 8))).toEqual([
    ['0.0000', '80.0000', '0.0000', '0.0000', '0.0000', '80.0000', '80.0000'],
    ['0.0000', '480000.0000', '0.0000', '0.0000', '0.0000', '480000.0000', '480000.0000'],
  ]);
  const totals = rows.filter(([name]) => name === '合计').map((row) => row[6]);
  expect(totals).toEqual(['85.0000', '1.0000', '510000.0000']);
}
