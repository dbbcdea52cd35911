import type { demand, demandDepth, demandPage, quotaNotices } from '@muheng/contracts/planner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { as } from '../support/app.js';
import { AuctionHouse } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

type Demand = z.output<typeof demand>;

let house: AuctionHouse;
let needId = '';

const maker = async (party: string) => house.person(party, 'maker');
const book = async (party: string): Promise<Demand[]> => {
  const { body } = await house.http.get('/api/v1/demands').set(as(await maker(party)));
  return (body as z.output<typeof demandPage>).items;
};

const matches = async (party: string) => {
  const { body } = await house.http.get('/api/v1/my/quota-notices').set(as(await maker(party)));
  return (body as z.output<typeof quotaNotices>).matches;
};

beforeAll(async () => {
  house = await AuctionHouse.open();
  await house.need('640106', { areaHa: '50.0000' });
  const { body } = await house.http.get('/api/v1/needs?party=640106').set(as(await maker('640106')));
  needId = (body as { items: { id: string }[] }).items[0]?.id ?? '';
});
afterAll(async () => {
  await expectSound(house.database.urls.reconciler);
  await house.close();
});

test('a published need is seen by sellers without its name, once, and matches what is then listed', async () => {
  const input = { needId, limitCnyPerMu: '60000.00', validUntil: '2026-12-31' };
  const publish = async () => house.post(await maker('640106'), '/demands', input);
  const made = await publish();
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect((await publish()).body).toMatchObject({ code: 'demand.already-published' });
  const [seen] = await book('640425');
  expect(seen).toMatchObject({
    party: null,
    regionCode: '640100',
    wanted: { areaHa: '50.0000' },
    matches: [],
  });
  expect((await book('640106'))[0]?.party?.code).toBe('640106');
  for (const [seller, price] of [
    ['640425', '15000000.00'],
    ['640121', '30000000.00'],
  ] as const) {
    const lotId = await house.lot(seller, { areaHa: '20.0000' });
    await house.declare(seller);
    await house.notice(seller, { title: seller, items: [{ lotId }], startPriceCny: price });
  }
  expect((await book('640425'))[0]?.matches.map((match) => match.title)).toEqual(['640425']);
  // The publisher is told, and nobody else.
  expect(await matches('640106')).toMatchObject([{ title: '640425', priceCny: '15000000.00' }]);
  expect(await matches('640425')).toEqual([]);
});

test('the book and its depth are cut by year, kind and city', async () => {
  const { cookie } = await maker('640425');
  const count = async (query: string): Promise<[number, number]> => {
    const listed = await house.http.get(`/api/v1/demands?${query}`).set({ cookie });
    const depth = await house.http.get(`/api/v1/demands/depth?${query}`);
    return [
      (listed.body as z.output<typeof demandPage>).items.length,
      (depth.body as z.output<typeof demandDepth>).levels.length,
    ];
  };
  for (const query of ['year=2026', 'category=construction', 'city=640100', 'year=2026&city=640106'])
    expect(await count(query), query).toEqual([1, 1]);
  for (const query of ['year=2027', 'category=livelihood', 'city=640400', 'quota=LSQ'])
    expect(await count(query), query).toEqual([0, 0]);
  const wrong = await house.http.get('/api/v1/demands/depth?category=palace');
  expect(wrong.body).toMatchObject({ status: 400, errors: [{ pointer: '/category' }] });
});

test('depth is public; a withdrawn need leaves the book; faults name their field', async () => {
  const depth = async () =>
    (await house.http.get('/api/v1/demands/depth')).body as z.output<typeof demandDepth>;
  expect((await depth()).levels).toEqual([
    { limitCnyPerMu: '60000.00', needs: 1, areaHa: '50.0000', cumulativeHa: '50.0000' },
  ]);
  const [mine] = await book('640106');
  const stranger = await house.post(await maker('640425'), `/demands/${mine?.id}/withdrawal`);
  expect(stranger.body).toMatchObject({ code: 'demand.not-found' });
  expect((await house.post(await maker('640106'), `/demands/${mine?.id}/withdrawal`)).status).toBe(200);
  expect((await depth()).levels).toEqual([]);
  const late = await house.post(await maker('640106'), '/demands', { needId, validUntil: '2026-03-01' });
  expect(late.body).toMatchObject({ code: 'demand.validity', errors: [{ pointer: '/validUntil' }] });
  const foreign = await house.post(await maker('640425'), '/demands', { needId, validUntil: '2026-12-31' });
  expect(foreign.body).toMatchObject({ code: 'quota.need-not-found', errors: [{ pointer: '/needId' }] });
});

test('quota that was bought and lies unused, or runs out, is told to its holder', async () => {
  const lotId = await house.lot('640105', { areaHa: '5.0000' });
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: house.database.urls.superuser });
  await client.connect();
  await client.query(
    `update lot set bought = true, trade_id = gen_random_uuid(), created_at = timestamptz '2025-01-02', valid_until = timestamptz '2026-04-01' where id = $1`,
    [lotId],
  );
  await client.end();
  const { body } = await house.http.get('/api/v1/my/quota-notices').set(as(await maker('640105')));
  const kinds = (body as { items: { kind: string }[] }).items.map((item) => item.kind).sort();
  expect(kinds).toEqual(['buyer-hoarding', 'quota-expiring']);
});
