import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunImport } from '../../src/modules/quota-bank/application/run-import.use-case.js';
import { readSheet } from '../../src/modules/quota-bank/application/sheets/read-sheet.js';
import { administratorOf, as, hire, type SignedIn, startTestApp, type TestApp } from '../support/app.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let test: TestApp;
const people: Record<string, SignedIn> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  test = await startTestApp(database);
  const administrator = await administratorOf(test, database);
  for (const [name, party, roles] of [
    ['region', '640000', ['regulator']],
    ['county', '640425', ['maker']],
    ['other', '640106', ['maker', 'bidder']],
  ] as const) {
    people[name] = await hire(test, administrator, party, [...roles]);
  }
  await post('/projects', 'region', {
    number: 'NX-PAPERS-1',
    owner: '640425',
    quota: 'SFQ',
    name: '白阳镇土地整治',
    acceptanceNo: '验收〔2026〕9号',
    acceptedOn: '2026-01-05',
    filingNo: 'BA-640425-1',
    areaHa: '9.0000',
    capacityKg: '54000.0000',
    grade: 12,
    fundingSource: 'county',
  });
});
afterAll(async () => {
  await expectSound(database.urls.superuser);
  await test.close();
  await database.drop();
});

const who = (name: string): SignedIn => people[name] ?? { cookie: '', csrf: '' };
const get = async (path: string, name: string) =>
  test.http.get(`/api/v1${path}`).set('cookie', who(name).cookie);
const send = (method: 'post' | 'put') => async (path: string, name: string, body: object) =>
  test.http[method](`/api/v1${path}`)
    .set(as(who(name)))
    .send(body);
const post = send('post');
const put = send('put');

describe('papers beside the books', () => {
  it('takes a need as key by the region’s list, and only then', async () => {
    const need = {
      quota: 'SFQ',
      category: 'regional-key',
      title: '铁路',
      projectCode: 'RAIL-9',
      areaHa: '1.0000',
    };
    const before = await post('/needs', 'other', need);
    expect(before.body).toMatchObject({ regionConfirmed: false });
    const entry = {
      code: 'RAIL-9',
      name: '中卫铁路',
      level: 'regional-key',
      documentNo: '宁发改〔2026〕3号',
    };
    expect((await post('/key-projects', 'county', entry)).status).toBe(403);
    await post('/key-projects', 'region', entry);
    const { body } = await get('/needs?party=640106', 'other');
    expect(body).toMatchObject({ items: [{ regionConfirmed: true }] });
    expect((await post('/needs', 'other', need)).body).toMatchObject({ regionConfirmed: true });
    expect((await post('/needs', 'other', { ...need, category: 'national-key' })).body).toMatchObject({
      regionConfirmed: false,
    });
    const removed = await test.http.delete('/api/v1/key-projects/RAIL-9').set(as(who('region')));
    expect(removed.body).toMatchObject({ items: [{ removedAt: expect.any(String) }] });
    expect((await post('/needs', 'other', need)).body).toMatchObject({ regionConfirmed: false });
  });

  it('records a reclamation fee once, double on basic farmland', async () => {
    const fee = {
      projectCode: 'ROAD-1',
      projectName: '县道',
      areaHa: '1.0000',
      basicFarmland: true,
      cnyPerMu: '20000.00',
      paidOn: '2026-01-05',
      receiptNo: 'R-1',
    };
    expect((await post('/reclamation-fees', 'county', fee)).body).toMatchObject({ amountCny: '600000.00' });
    expect((await post('/reclamation-fees', 'county', fee)).body).toMatchObject({
      code: 'quota.receipt-taken',
    });
    expect((await get('/reclamation-fees', 'other')).body).toEqual({ items: [], nextCursor: null });
  });

  it.each(['csv', 'xlsx'])('takes projects out as %s that come in again unchanged', async (format) => {
    const file = await test.http
      .get(`/api/v1/exports/projects?format=${format}`)
      .set('cookie', who('region').cookie)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    const content = file.body as Buffer;
    const { rows, missing } = await readSheet(content);
    expect(missing).toEqual([]);
    const bankedRow = rows.find(({ cells }) => cells['状态'] === '已入库');
    expect(bankedRow?.cells).toMatchObject({
      '县（市、区）': '彭阳县',
      '新增耕地面积(公顷)': '9.0000',
      资金来源: '县级财政',
    });
    const back = await test.http
      .post('/api/v1/project-imports')
      .set(as(who('region')))
      .attach('file', content, `p.${format}`);
    const { id } = back.body as { id: string };
    await test.app.get(RunImport).execute(id, 'test');
    expect((await get(`/project-imports/${id}`, 'region')).body).toMatchObject({ banked: 0, unchanged: 1 });
    for (const sheet of ['lots', 'uses']) {
      const other = await get(`/exports/${sheet}?format=${format}`, 'county');
      expect(other.status).toBe(200);
      expect(Number(other.headers['content-length'])).toBeGreaterThan(100);
    }
  });

  it('stops an import that somebody cancels before it has begun, and says so when it is too late', async () => {
    const row = 'N-1,x,640425,固原市,彭阳县,y,2025-01-01,F-1,1.0000,0.0000,6000.0000,12,县级财政,已入库';
    const header =
      '项目编号,项目名称,县级行政区代码,地级市,县（市、区）,验收文号,验收日期,信息报备编号,新增耕地面积(公顷),其中水田(公顷),新增粮食产能(公斤),平均质量等别,资金来源,状态';
    const sent = await test.http
      .post('/api/v1/project-imports')
      .set(as(who('region')))
      .attach('file', Buffer.from(`${header}\n${row}\n`), 'p.csv');
    const { id } = sent.body as { id: string };
    expect((await post(`/project-imports/${id}/cancellation`, 'region', {})).body).toMatchObject({
      state: 'cancelled',
    });
    await test.app.get(RunImport).execute(id, 'test');
    expect((await get(`/project-imports/${id}`, 'region')).body).toMatchObject({
      state: 'cancelled',
      banked: 0,
    });
    expect((await post(`/project-imports/${id}/cancellation`, 'region', {})).body).toMatchObject({
      code: 'quota.wrong-state',
    });
  });

  it('shows a county its allowance and what of it is used, and lets only the region settle it', async () => {
    const settled = { county: '640425', year: 2026, areaHa: '5.0000', documentNo: '宁自然资〔2026〕3号' };
    expect((await put('/allowances', 'county', settled)).status).toBe(403);
    expect((await put('/allowances', 'region', settled)).body).toMatchObject({ usedHa: '0.0000' });
    await put('/allowances', 'region', { ...settled, areaHa: '6.0000' });
    expect((await get('/allowances', 'county')).body).toMatchObject({
      items: [{ year: 2026, areaHa: '6.0000' }],
    });
    expect((await get('/allowances', 'other')).body).toEqual({ items: [] });
    expect((await put('/allowances', 'region', { ...settled, county: '640400' })).body).toMatchObject({
      code: 'party.not-found',
    });
    const act = {
      kind: 'deduction',
      lotId: '01890000-0000-7000-8000-000000000001',
      documentNo: 'D',
      reason: 'r',
    };
    expect((await post('/quota-acts', 'region', { ...act, paidCny: '1.00' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/paidCny' }],
    });
  });
});
