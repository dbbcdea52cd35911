import { afterAll, beforeAll, expect, it } from 'vitest';
import { administratorOf, as, hire, type SignedIn, startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let market: TestApp;
let region: SignedIn;
let county: SignedIn;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await startTestApp(database);
  const administrator = await administratorOf(market, database);
  region = await hire(market, administrator, '640000', ['regulator']);
  county = await hire(market, administrator, '640425', ['maker']);
});
afterAll(async () => {
  await market.close();
  await database.drop();
});

const list = async (path: string, by: SignedIn): Promise<unknown[]> => {
  const { body } = await market.http.get(`/api/v1${path}`).set('cookie', by.cookie).expect(200);
  return (body as { items: unknown[] }).items;
};

it('lists the latest survey of each county; a county sees its own alone', async () => {
  const record = (code: string, farmlandHa: string) =>
    market.http
      .post('/api/v1/surveys')
      .set(as(region))
      .send({ county: code, farmlandHa, targetHa: '100.0000' })
      .expect(201);
  await record('640425', '90.0000');
  await record('640425', '120.0000');
  await record('640424', '80.0000');
  expect(await list('/surveys', region)).toMatchObject([
    { county: '640424', farmlandHa: '80.0000', targetHa: '100.0000' },
    { county: '640425', farmlandHa: '120.0000', targetHa: '100.0000' },
  ]);
  expect(await list('/surveys', county)).toMatchObject([{ county: '640425', farmlandHa: '120.0000' }]);
  expect(await list('/surveys?county=640424', county)).toEqual([]);
});

it('lists what was used year by year, each year once, by kind of quota', async () => {
  const record = (year: number, areaHa: string) =>
    market.http.put('/api/v1/yearly-use').set(as(county)).send({ quota: 'SFQ', year, areaHa }).expect(200);
  await record(2024, '3.0000');
  await record(2025, '4.0000');
  await record(2025, '5.0000');
  const own = await list('/yearly-use?quota=SFQ', county);
  expect(own).toMatchObject([
    { county: '640425', year: 2025, quantities: { areaHa: '5.0000' } },
    { county: '640425', year: 2024, quantities: { areaHa: '3.0000' } },
  ]);
  expect(await list('/yearly-use?quota=SFQ&county=640425', region)).toEqual(own);
  expect(await list('/yearly-use?quota=LSQ', region)).toEqual([]);
});
