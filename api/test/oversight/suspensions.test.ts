import type { suspensionPage } from '@muheng/contracts/suspensions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { expectSound } from '../support/auditor.js';
import { AuctionHouse } from '../support/auction-house.js';

type Page = z.output<typeof suspensionPage>;

let house: AuctionHouse;
beforeAll(async () => {
  house = await AuctionHouse.open('2026-03-02T09:00:00+08:00');
});
afterAll(async () => {
  await expectSound(house.database.urls.superuser);
  await house.close();
});

/** Nobody is signed in. */
const list = async (query = ''): Promise<Page> => {
  const { status, body } = await house.http.get(`/api/v1/suspensions${query}`);
  expect(status).toBe(200);
  return body as Page;
};
const propose = async (act: object) =>
  house.post(await house.person('640000', 'regulator'), '/measures', act);
const carryOut = async (act: object) => {
  const { id } = (await propose(act)).body as { id: string };
  const second = await house.person('640000', 'regulator', 2);
  return house.post(second, `/measures/${id}/decision`, { carryOut: true, reason: '同意' });
};
const suspension = (party: string, more: object = {}) => ({
  ...{ kind: 'suspension', party, ground: 'idle-land', reason: '批而未供土地处置率未达标' },
  ...more,
});
const codes = ({ items }: Page): string[] => items.map(({ party }) => party.code);

describe('the list of who may not trade', () => {
  it('is public from the moment that a second person has said so, with ground and reason', async () => {
    expect(await list()).toEqual({ items: [], nextCursor: null });
    await propose(suspension('640106'));
    expect((await list('?state=all')).items).toEqual([]);
    expect((await carryOut(suspension('640105'))).status).toBe(200);
    expect((await list()).items).toMatchObject([
      {
        party: { code: '640105', nameZh: '西夏区' },
        ground: 'idle-land',
        reason: '批而未供土地处置率未达标',
        fromAt: '2026-03-02T01:00:00.000Z',
        untilAt: null,
        liftedAt: null,
        stands: true,
      },
    ]);
    const told = JSON.stringify(await list('?state=all'));
    // Nobody's name, and no internal id of whoever decided.
    expect(told).not.toMatch(/personId|proposed|decided/);
  });

  it('moves a suspension to those that have ended when its day has come, and when it is lifted', async () => {
    await house.clock.forward(1_000);
    await carryOut(suspension('640324', { until: '2026-03-05T09:00:00+08:00', ground: 'bad-record' }));
    expect(codes(await list())).toEqual(['640324', '640105']);
    await house.clock.set('2026-03-05T09:00:00+08:00');
    expect(codes(await list())).toEqual(['640105']);
    expect((await list('?state=ended')).items).toMatchObject([
      { party: { code: '640324' }, stands: false, liftedAt: null, untilAt: '2026-03-05T01:00:00.000Z' },
    ]);
    await carryOut({ kind: 'reinstatement', party: '640105', ground: 'idle-land', reason: '已整改' });
    expect((await list()).items).toEqual([]);
    expect((await list('?state=ended')).items).toMatchObject([
      { party: { code: '640324' } },
      {
        party: { code: '640105' },
        stands: false,
        liftReason: '已整改',
        liftedAt: '2026-03-05T01:00:00.000Z',
      },
    ]);
  });

  it('comes in pages, newest first, none twice', async () => {
    for (const party of ['640106', '640181', '640221']) {
      await house.clock.forward(1_000);
      await carryOut(suspension(party));
    }
    const all = codes(await list('?state=all'));
    expect(all).toEqual(['640221', '640181', '640106', '640324', '640105']);
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await list(`?state=all&limit=2${cursor}`);
      paged.push(...codes(page));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(paged).toEqual(all);
    for (const bad of ['?state=secret', '?limit=0', '?limit=101', '?cursor=%27%3B--'])
      expect((await house.http.get(`/api/v1/suspensions${bad}`)).status, bad).toBe(400);
  });

  it('holds no suspension that would be over before it begins, nor one of nobody', async () => {
    const past = await propose(suspension('640106', { until: '2026-03-01T09:00:00+08:00' }));
    expect(past.body).toMatchObject({ status: 422, code: 'party.suspension-past' });
    const late = suspension('640422', { until: '2026-03-06T09:00:00+08:00' });
    const { id } = (await propose(late)).body as { id: string };
    await house.clock.set('2026-03-07T09:00:00+08:00');
    const second = await house.person('640000', 'regulator', 2);
    const decided = await house.post(second, `/measures/${id}/decision`, { carryOut: true, reason: '同意' });
    expect(decided.body).toMatchObject({ status: 422, code: 'party.suspension-past' });
    expect((await propose(suspension('649999'))).body).toMatchObject({
      code: 'party.not-found',
      detail: expect.stringContaining('649999'),
    });
    expect(codes(await list())).not.toContain('640422');
  });
});
