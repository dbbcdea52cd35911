import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    ['city', '640400', ['approver']],
    ['county', '640425', ['maker']],
    ['checker', '640425', ['checker']],
    ['other', '640106', ['maker', 'bidder']],
  ] as const) {
    people[name] = await hire(test, administrator, party, [...roles]);
  }
});
afterAll(async () => {
  await expectSound(database.urls.superuser);
  await test.close();
  await database.drop();
});

const who = (name: string): SignedIn => people[name] ?? { cookie: '', csrf: '' };
const get = async (path: string, name: string) =>
  test.http.get(`/api/v1${path}`).set('cookie', who(name).cookie);
const post = async (path: string, name: string, body: object) =>
  test.http
    .post(`/api/v1${path}`)
    .set(as(who(name)))
    .send(body);
const attach = async (number: string, kind: string, name = 'county', text = `${number} ${kind}`) =>
  test.http
    .post(`/api/v1/projects/${number}/documents?kind=${kind}`)
    .set(as(who(name)))
    .attach('file', Buffer.from(text), `${kind}.txt`);

const filing = {
  quota: 'SFQ',
  name: '白阳镇土地整治',
  location: '白阳镇',
  areaHa: '10.0000',
  capacityKg: '60000.0000',
  grade: 12,
  fundingSource: 'county',
};
const step = (number: string, name: string, body: object) => post(`/projects/${number}/steps`, name, body);

describe('the life of an origin project (domain §7)', () => {
  let number: string;

  it('comes from its filing through county, city and region to the bank, each with its cut and its evidence', async () => {
    const filed = await post('/project-filings', 'county', filing);
    expect(filed.body).toMatchObject({
      project: { status: 'filed', acceptanceNo: null },
      next: ['approve', 'reject'],
    });
    number = (filed.body as { project: { number: string } }).project.number;
    const approval = { step: 'approve', documentNo: '立项〔2026〕1号' };
    expect((await step(number, 'region', approval)).body).toMatchObject({
      status: 409,
      code: 'quota.evidence-missing',
      params: { evidence: 'village-consent' },
    });
    const consent = await attach(number, 'village-consent');
    const sha256 = createHash('sha256').update(`${number} village-consent`).digest('hex');
    expect(consent.body).toMatchObject({ documents: [{ kind: 'village-consent', sha256, party: '640425' }] });
    expect((await attach(number, 'village-consent')).body).toMatchObject({ documents: [{ sha256 }] });
    expect((await step(number, 'city', approval)).body).toMatchObject({ code: 'quota.step-not-yours' });
    expect((await step(number, 'region', approval)).status).toBe(201);
    await step(number, 'county', { step: 'start' });
    await step(number, 'county', {
      step: 'self-check',
      areaHa: '9.5000',
      capacityKg: '57000.0000',
      reason: '边角',
    });
    expect((await step(number, 'city', { step: 'city-review', areaHa: '9.6000' })).body).toMatchObject({
      code: 'quota.figure-raised',
    });
    const reviewed = await step(number, 'city', {
      step: 'city-review',
      areaHa: '9.0000',
      capacityKg: '54000.0000',
      reason: '坡度超限',
    });
    expect(reviewed.body).toMatchObject({
      steps: [
        {},
        {},
        {},
        { cut: { areaHa: '0.5000' } },
        { cut: { areaHa: '0.5000' }, reason: '坡度超限', party: '640400' },
      ],
    });
    expect((await get('/accounts/640425', 'county')).body).toMatchObject({
      SFQ: { available: { areaHa: '0.0000' } },
    });
    const parcels = (areaHa: string, code = '640425A001') => ({
      parcels: [{ code, mapSheet: 'J48', patchNo: '17', landClass: '旱地', areaHa }],
    });
    await post(`/projects/${number}/parcels`, 'county', parcels('8.9999'));
    await attach(number, 'acceptance', 'region');
    const word = { step: 'confirm', documentNo: '验收〔2026〕9号', acceptedOn: '2026-01-05' };
    expect((await step(number, 'region', word)).body).toMatchObject({ code: 'quota.parcels-differ' });
    await post(`/projects/${number}/parcels`, 'county', parcels('0.0001', '640425A002'));
    expect((await step(number, 'region', word)).body).toMatchObject({
      project: { acceptanceNo: '验收〔2026〕9号' },
    });
    await attach(number, 'filing', 'region');
    await step(number, 'region', { step: 'file', filingNo: 'BA-640425-1' });
    const banked = await step(number, 'region', { step: 'bank' });
    expect(banked.body).toMatchObject({ project: { status: 'banked', filingNo: 'BA-640425-1' }, next: [] });
    expect((await step(number, 'region', { step: 'bank' })).body).toMatchObject({
      code: 'quota.project-step',
    });
    expect((await get('/accounts/640425', 'county')).body).toMatchObject({
      SFQ: { available: { areaHa: '9.0000', capacityKg: '54000.0000' } },
    });
    const taken = await post('/project-filings', 'county', filing);
    const second = (taken.body as { project: { number: string } }).project.number;
    expect((await post(`/projects/${second}/parcels`, 'county', parcels('1.0000'))).body).toMatchObject({
      code: 'quota.parcel-taken',
      errors: [{ pointer: '/parcels/0/code' }],
    });
    expect((await step(second, 'city', { step: 'reject' })).body).toMatchObject({
      code: 'quota.step-field-missing',
    });
    expect((await step(second, 'city', { step: 'reject', reason: '选址不符' })).body).toMatchObject({
      project: { status: 'rejected' },
    });
  });

  it('shows its record and documents to whom it concerns, and to nobody else', async () => {
    const { body } = await get(`/projects/${number}/record`, 'county');
    const [document] = (body as { documents: { id: string }[] }).documents;
    const path = `/projects/${number}/documents/${document?.id}/content`;
    const file = await get(path, 'county');
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    expect((file.body as Buffer).toString()).toBe(`${number} village-consent`);
    expect((await get(path, 'other')).status).toBe(404);
    expect((await get(`/projects/${number}/record`, 'other')).status).toBe(404);
    expect((await attach(number, 'other', 'city')).status).toBe(201);
    expect((await get(`/family?project=${number}`, 'other')).body).toMatchObject({
      code: 'request.not-found',
    });
  });

  it('tells the family tree from the project to the project that used it, and back', async () => {
    const earmark = { quota: 'SFQ', projectCode: 'HOSPITAL', projectName: '县医院', areaHa: '4.0000' };
    const used = await post('/uses', 'county', earmark);
    const useId = (used.body as { use: { id: string } }).use.id;
    const written = await post(`/uses/${useId}/write-off`, 'checker', {
      areaHa: '3.0000',
      documentNo: '宁政土〔2026〕8号',
      approver: '自治区人民政府',
    });
    expect(written.status).toBe(201);
    const forth = await get(`/family?project=${number}`, 'county');
    expect(forth.body).toMatchObject({
      items: [
        {
          project: { number },
          lots: [{ owner: '640425', parentLotId: null }],
          uses: [
            {
              projectCode: 'HOSPITAL',
              quantities: { areaHa: '1.0000' },
              writtenOff: { areaHa: '3.0000' },
              documents: [expect.stringContaining('宁政土〔2026〕8号')],
            },
          ],
        },
      ],
    });
    const back = await get(`/family?use=${useId}`, 'region');
    expect(back.body).toEqual(forth.body);
  });

  it('checks its care each year; what is lost is deducted, the rest owed', async () => {
    const check = { year: 2026, passed: false, findings: '撂荒', documentNo: 'G-1', areaHa: '6.0000' };
    expect((await post(`/projects/${number}/care-checks`, 'region', check)).body).toMatchObject({
      code: 'quota.care-missing',
    });
    const agreed = await post(`/projects/${number}/care`, 'county', {
      body: '白阳村',
      fromDay: '2026-01-05',
      years: 3,
    });
    expect(agreed.body).toMatchObject({ care: { untilDay: '2029-01-05' } });
    expect((await post(`/projects/${number}/care-checks`, 'region', { ...check, passed: true })).status).toBe(
      400,
    );
    expect((await post(`/projects/${number}/care-checks`, 'region', check)).body).toMatchObject({
      careChecks: [{ year: 2026, passed: false, lost: { areaHa: '6.0000' } }],
    });
    expect((await post(`/projects/${number}/care-checks`, 'region', check)).body).toMatchObject({
      code: 'quota.care-checked',
    });
    expect((await get('/accounts/640425', 'county')).body).toMatchObject({
      SFQ: { deducted: { areaHa: '5.0000' }, available: { areaHa: '0.0000' } },
    });
    expect((await get('/replacements', 'county')).body).toMatchObject({
      items: [{ originProject: number, missing: { areaHa: '1.0000' }, status: 'open' }],
    });
  });
});
