import { afterAll, beforeAll, expect, it } from 'vitest';
import { administratorOf, as, hire, type SignedIn, startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let market: TestApp;
let region: SignedIn;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await startTestApp(database);
  region = await hire(market, await administratorOf(market, database), '640000', ['regulator']);
});
afterAll(async () => {
  await market.close();
  await database.drop();
});

const year = new Date().getUTCFullYear() + 2;
const set = (body: object) => market.http.put('/api/v1/calendar').set(as(region)).send(body);
const days = async (): Promise<string[]> => {
  const { body } = await market.http.get(`/api/v1/calendar?year=${year}`).expect(200);
  return (body as { items: { day: string; working: boolean; note: string }[] }).items.map(
    ({ day, working, note }) => `${day} ${working ? 'works' : 'rests'} ${note}`,
  );
};

it('keeps the holidays of a year to come, and a weekend made up for them', async () => {
  await set({ from: `${year}-10-01`, to: `${year}-10-03`, working: false, note: '国庆节' }).expect(200);
  await set({ from: `${year}-10-03`, to: `${year}-10-03`, working: true, note: '调休上班' }).expect(200);
  expect(await days()).toEqual([
    `${year}-10-01 rests 国庆节`,
    `${year}-10-02 rests 国庆节`,
    `${year}-10-03 works 调休上班`,
  ]);
});

it('changes no day that has come, nothing backwards and no whole season', async () => {
  const before = await days();
  const past = await set({ from: '2025-10-01', to: '2025-10-01', working: true, note: 'x' });
  expect(past.body).toMatchObject({ status: 422, code: 'calendar.day-past' });
  for (const [from, to] of [
    [`${year}-10-02`, `${year}-10-01`],
    [`${year}-05-01`, `${year}-07-01`],
  ]) {
    const { body } = await set({ from, to, working: false, note: 'x' });
    expect(body).toMatchObject({ status: 422, code: 'calendar.range' });
  }
  await set({ from: `${year}-02-30`, to: `${year}-02-30`, working: false, note: 'x' }).expect(400);
  expect(await days()).toEqual(before);
});
