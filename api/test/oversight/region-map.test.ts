import { counties } from '@muheng/contracts/common/regions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administratorOf, as, hire, type SignedIn, startTestApp, type TestApp } from '../support/app.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let test: TestApp;
let administrator: SignedIn;
let regulator: SignedIn;

beforeAll(async () => {
  database = await createTestDatabase();
  test = await startTestApp(database);
  administrator = await administratorOf(test, database);
  regulator = await hire(test, administrator, '640000', ['regulator']);
});
afterAll(async () => {
  await expectSound(database.urls.superuser);
  await test.close();
  await database.drop();
});

const path = '/api/v1/market/region-map';
const square = (x: number): number[][] => [
  [x, 36],
  [x + 0.04, 36],
  [x + 0.04, 36.04],
  [x, 36],
];
const features = counties.map(({ code }, index) => ({
  type: 'Feature',
  properties: { code, name: 'not kept' },
  geometry: { type: 'Polygon', coordinates: [square(105 + index / 20)] },
}));
const given = {
  approvalNo: '审图号：宁S（2026）001号',
  source: '自治区测绘院',
  geojson: { type: 'FeatureCollection', features },
};
const putUp = (who: SignedIn, body: object, key?: string) => test.http.put(path).set(as(who, key)).send(body);

describe('the map of the region', () => {
  it('is not there until an administrator puts it up', async () => {
    expect((await test.http.get(path).expect(200)).body).toEqual({ map: null });
    await putUp(regulator, given).expect(403);
    await test.http.delete(path).set(as(administrator)).expect(409);
  });

  it('is refused with what is wrong with it, and nothing is kept', async () => {
    const wrongNo = await putUp(administrator, { ...given, approvalNo: '2026' }).expect(422);
    expect(wrongNo.body).toMatchObject({ code: 'map.approval-no', params: { given: '2026' } });
    const partial = { ...given, geojson: { type: 'FeatureCollection', features: features.slice(1) } };
    const missing = await putUp(administrator, partial).expect(422);
    expect(missing.body).toMatchObject({
      code: 'map.region-missing',
      params: { codes: counties[0]?.code },
    });
    await putUp(administrator, { ...given, geojson: { type: 'Feature' } }).expect(400);
    expect((await test.http.get(path)).body).toEqual({ map: null });
  });

  it('is shown to everybody with its approval number, once, however often it is sent', async () => {
    const key = crypto.randomUUID();
    const first = await putUp(administrator, given, key).expect(200);
    expect(first.body).toMatchObject({ points: counties.length * 4 });
    expect((await putUp(administrator, given, key).expect(200)).body).toEqual(first.body);
    const { map } = (await test.http.get(path)).body as {
      map: { approvalNo: string; counties: { code: string; rings: number[][] }[] };
    };
    expect(map.approvalNo).toBe('宁S(2026)001号');
    expect(map.counties.map(({ code }) => code)).toEqual(counties.map(({ code }) => code));
    expect(map.counties[0]).toEqual({
      code: counties[0]?.code,
      rings: [[105000000, 36000000, 105040000, 36000000, 105040000, 36040000, 105000000, 36000000]],
    });
  });

  it('is taken down again, and who did what when stays on record', async () => {
    await test.http.delete(path).set(as(administrator)).expect(200);
    expect((await test.http.get(path)).body).toEqual({ map: null });
    const { body } = await test.http.get(`${path}/history`).set('cookie', administrator.cookie).expect(200);
    const { items } = body as { items: { points: number; sha256: string | null; uploadedBy: string }[] };
    expect(items.map(({ points }) => points)).toEqual([0, counties.length * 4]);
    expect(items.map(({ sha256 }) => sha256 === null)).toEqual([true, false]);
    expect(items[0]?.uploadedBy).not.toBe('');
    await test.http.get(`${path}/history`).set('cookie', regulator.cookie).expect(403);
  });
});
