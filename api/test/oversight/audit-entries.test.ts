import type { auditEntries, checkpoints } from '@muheng/contracts/audit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { AuctionHouse } from '../support/auction-house.js';
import { AuditBench } from './audit-bench.js';

type Entries = z.output<typeof auditEntries>;

let house: AuctionHouse;
let bench: AuditBench;
beforeAll(async () => {
  house = await AuctionHouse.open();
  bench = await AuditBench.open(house.database);
  await house.lot('640425', { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare('640425');
  for (const county of ['640425', '640106']) {
    const maker = await house.person(county, 'maker');
    await house.post(maker, '/needs', {
      quota: 'SFQ',
      category: 'construction',
      title: '建设项目',
      areaHa: '1.0000',
    });
  }
  await bench.sealer.seal();
  await bench.sign();
  await bench.act(5);
  await bench.sealer.seal();
  await bench.sign();
});
afterAll(async () => {
  await bench.close();
  await house.close();
});

const ask = async (party: string, query = '', role = 'auditor') =>
  house.http
    .get(`/api/v1/audit-log/entries?${query}`)
    .set('cookie', (await house.person(party, role)).cookie);
const entries = async (party: string, query = ''): Promise<Entries> =>
  (await ask(party, query)).body as Entries;

describe('the audit log, read', () => {
  it('tells checkpoints to everyone, newest first, page by page', async () => {
    const get = async (query: string) =>
      (await house.http.get(`/api/v1/audit-log/checkpoints?${query}`)).body as z.output<typeof checkpoints>;
    const first = await get('limit=1');
    expect(first.items).toHaveLength(1);
    const second = await get(`limit=1&before=${first.next}`);
    expect(second.items[0]?.size).toBeLessThan(first.items[0]?.size ?? 0);
    expect(first.items[0]?.note).toContain(`\n${first.items[0]?.size}\n`);
    expect((await get(`limit=1&before=${second.items[0]?.size}`)).items).toEqual([]);
  });

  it('shows the region all of it by position, and a city what its own did', async () => {
    const all = await entries('640000', 'limit=200');
    const places = all.items.map(({ position }) => position);
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(all.items.some(({ party }) => party === null)).toBe(true);
    const needs = await entries('640000', 'action=quota.register-need');
    const registered = await entries('640000', 'action=quota');
    expect(registered.items.length).toBeGreaterThanOrEqual(needs.items.length);
    const city = await entries('640400', 'limit=200');
    expect(city.items.length).toBeGreaterThan(0);
    for (const { party } of city.items) expect(party?.code.slice(0, 4)).toBe('6404');
    expect(city.items.some(({ party }) => party?.code === '640425')).toBe(true);
  });

  it('pages without a gap, and finds what was refused', async () => {
    const one = await entries('640000', 'limit=3');
    const two = await entries('640000', `limit=3&before=${one.next}`);
    expect((two.items[0]?.position ?? 0) + 1).toBe(one.items.at(-1)?.position);
    await house.post(await house.person('640425', 'maker'), '/listings', { items: [] });
    await bench.sealer.seal();
    const refused = await entries('640000', 'outcome=refused');
    for (const { outcome, code } of refused.items)
      expect([outcome, code !== null]).toEqual(['refused', true]);
  });

  it('is nobody else’s', async () => {
    expect((await ask('640425', '', 'maker')).status).toBe(403);
    expect((await ask('640000', '', 'approver')).status).toBe(403);
    await house.http.get('/api/v1/audit-log/entries').expect(401);
  });
});
