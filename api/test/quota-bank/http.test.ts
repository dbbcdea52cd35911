import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunImport } from '../../src/modules/quota-bank/application/run-import.use-case.js';
import { administratorOf, as, hire, type SignedIn, startTestApp, type TestApp } from '../support/app.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let test: TestApp;
let regulator: SignedIn;
let pengyang: SignedIn;
let jinfeng: SignedIn;
let lotId: string;

const project = {
  owner: '640425',
  quota: 'SFQ',
  name: '彭阳县土地整治项目',
  acceptanceNo: '宁自然资验〔2025〕1号',
  acceptedOn: '2025-01-02',
  filingNo: '642025000001',
  areaHa: '80.0000',
  capacityKg: '480000.0000',
  grade: 12,
  fundingSource: 'county',
};

beforeAll(async () => {
  database = await createTestDatabase();
  test = await startTestApp(database);
  const administrator = await administratorOf(test, database);
  regulator = await hire(test, administrator, '640000', ['regulator']);
  pengyang = await hire(test, administrator, '640425', ['maker']);
  jinfeng = await hire(test, administrator, '640106', ['maker']);
});
afterAll(async () => {
  await expectSound(database.urls.superuser);
  await test.close();
  await database.drop();
});

const get = async (path: string, who: SignedIn) => test.http.get(`/api/v1${path}`).set('cookie', who.cookie);
const post = async (path: string, who: SignedIn, body: object) =>
  test.http.post(`/api/v1${path}`).set(as(who)).send(body);

describe('the quota bank over HTTP', () => {
  it('banks an accepted project, once, and shows its lot to its owner and not to others', async () => {
    const made = await post('/projects', regulator, project);
    expect(made.status).toBe(201);
    const [lot] = (made.body as { lots: { id: string; number: string }[] }).lots;
    lotId = lot?.id ?? '';
    expect(made.body).toMatchObject({
      project: { owner: '640425', quantities: { areaHa: '80.0000', paddyHa: '0.0000' } },
      lots: [{ saleable: true, balances: { available: { areaHa: '80.0000', capacityKg: '480000.0000' } } }],
    });
    expect(lot?.number).toMatch(/^SFQ-\d{4}-640425-001$/);
    const again = await post('/projects', regulator, project);
    expect(again.body).toMatchObject({
      status: 409,
      code: 'quota.project-exists',
      errors: [{ pointer: '/filingNo' }],
    });
    expect((await get(`/lots/${lotId}`, pengyang)).body).toMatchObject({
      project: { filingNo: '642025000001' },
      family: [{ id: lotId, parentLotId: null }],
      movements: [{ kind: 'project-in', toBucket: 'available', quantities: { areaHa: '80.0000' } }],
    });
    expect((await get(`/lots/${lotId}`, jinfeng)).body).toMatchObject({
      status: 404,
      code: 'quota.not-found',
    });
    expect((await get('/accounts/640425', jinfeng)).status).toBe(404);
    expect((await get('/lots', jinfeng)).body).toEqual({ items: [], nextCursor: null });
  });

  it.each([
    [{ extra: 1 }, 400, 'request.unknown-field'],
    [{ areaHa: '12.34567' }, 400, 'request.invalid'],
    [{ areaHa: '-3.0000' }, 400, 'request.invalid'],
    [{ areaHa: '0.0000', capacityKg: '0.0000' }, 400, 'quota.nothing-asked'],
    [{ paddyHa: '80.0001' }, 400, 'import.paddy-over-area'],
    [{ acceptedOn: '2021-02-30' }, 400, 'request.invalid'],
    [{ acceptedOn: '2999-01-01' }, 400, 'import.future-date'],
    [{ owner: '640999' }, 404, 'party.not-found'],
    [{ owner: 'OPERATOR' }, 404, 'party.not-found'],
  ])('refuses %j', async (change, status, code) => {
    const answer = await post('/projects', regulator, { ...project, filingNo: 'X1', ...change });
    expect(answer.body).toMatchObject({ status, code });
  });

  it('lets only the region bank, survey and confirm', async () => {
    expect((await post('/projects', pengyang, project)).status).toBe(403);
    const survey = { county: '640425', farmlandHa: '90000.0000', targetHa: '88000.0000' };
    expect((await post('/surveys', pengyang, survey)).status).toBe(403);
    expect((await post('/surveys', regulator, survey)).status).toBe(201);
  });

  it('takes needs on record, waits for the region where the category is not the county’s word', async () => {
    const wanted = { quota: 'SFQ', category: 'regional-key', title: '化工园区', areaHa: '12.3456' };
    const made = await post('/needs', pengyang, wanted);
    expect(made.body).toMatchObject({
      party: '640425',
      regionConfirmed: false,
      uncovered: { areaHa: '12.3456' },
    });
    const { id } = made.body as { id: string };
    const confirmed = await post(`/needs/${id}/confirmations`, regulator, {});
    expect(confirmed.body).toMatchObject({ id, regionConfirmed: true });
    expect((await get('/needs', pengyang)).body).toMatchObject({ items: [{ id }], nextCursor: null });
    expect((await get('/needs', jinfeng)).body).toMatchObject({ items: [] });
  });

  it('answers the atlas to everyone, and the arithmetic to whom it concerns', async () => {
    const body = { county: '640425', quota: 'SFQ', year: new Date().getUTCFullYear() - 1, areaHa: '18.0000' };
    expect((await test.http.put('/api/v1/yearly-use').set(as(regulator)).send(body)).status).toBe(200);
    const atlas = await test.http.get('/api/v1/county-first?quota=SFQ');
    const { items } = atlas.body as { items: { county: string; surplus: object }[] };
    expect(items).toHaveLength(22);
    expect(items.find((each) => each.county === '640425')).toMatchObject({ surplus: { areaHa: '65.8544' } });
    expect((await get('/county-first/640425/SFQ', pengyang)).body).toMatchObject({
      arithmetic: { margin: { areaHa: '65.8544' }, needs: [{ title: '化工园区' }], retention: { met: true } },
      yearlyUse: [{ quantities: { areaHa: '18.0000' } }],
    });
    expect((await get('/county-first/640425/SFQ', jinfeng)).status).toBe(404);
  });

  it('tells the listing form what would be refused, and then that it would pass', async () => {
    const check = (areaHa: string) =>
      post('/county-first/checks', pengyang, { quota: 'SFQ', items: [{ lotId, areaHa }] });
    expect((await check('66.0000')).body).toMatchObject({
      certifiable: false,
      refusal: { code: 'county-first.declaration-missing' },
    });
    expect((await post('/declarations', regulator, { county: '640425' })).status).toBe(201);
    expect((await check('66.0000')).body).toMatchObject({
      certifiable: false,
      refusal: { code: 'county-first.surplus-exceeded', params: { excess: '0.1456 ha' } },
      arithmetic: { excess: { areaHa: '0.1456' } },
    });
    expect((await check('65.8544')).body).toMatchObject({ certifiable: true, refusal: null });
  });

  it('takes a file, answers at once, and shows how it came out', async () => {
    const content = readFileSync(new URL('../data/quota-projects-bad.csv', import.meta.url));
    const upload = () => test.http.post('/api/v1/project-imports').set(as(regulator));
    expect((await upload().send({})).body).toMatchObject({ code: 'request.field-required' });
    const sent = await upload().attach('file', content, '项目.csv');
    expect(sent.status).toBe(202);
    const { id } = sent.body as { id: string };
    expect((await get(`/project-imports/${id}`, regulator)).body).toMatchObject({ state: 'waiting' });
    await test.app.get(RunImport).execute(id, 'test');
    expect((await get(`/project-imports/${id}`, regulator)).body).toMatchObject({
      state: 'done',
      fileName: '项目.csv',
      banked: 8,
      rejectedRows: 12,
    });
    expect((await get('/project-imports', regulator)).body).toMatchObject({ items: [{ id }] });
    expect((await get('/project-imports', pengyang)).status).toBe(403);
    const tooLarge = await upload().attach('file', Buffer.alloc(11_000_000, 'a'), 'large.csv');
    expect(tooLarge.status).toBe(413);
  });
});
