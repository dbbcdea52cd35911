import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeasureAct } from '../../src/modules/oversight/persistence/measure.repository.js';
import { execute } from '../../../scripts/lib/database.mjs';
import { expectSound } from '../support/auditor.js';
import { AuctionHouse } from '../support/auction-house.js';

let house: AuctionHouse;
let lot: string;
beforeAll(async () => {
  house = await AuctionHouse.open();
  lot = await house.lot('640425', { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare('640425');
});
afterAll(async () => {
  await expectSound(house.database.urls.superuser);
  await house.close();
});

const regulator = (nth: number) => house.person('640000', 'regulator', nth);
const propose = async (act: object) => house.post(await regulator(1), '/measures', act);
const decide = async (nth: number, id: string, carryOut = true, reason = '同意') =>
  house.post(await regulator(nth), `/measures/${id}/decision`, { carryOut, reason });
const idOf = (response: { body: unknown }): string => (response.body as { id: string }).id;
const freezeOf = (reason: string): MeasureAct => ({ kind: 'freeze', lotId: lot, ground: 'quality', reason });

describe('a measure', () => {
  it('is proposed by one with a reason and carried out by another, once', async () => {
    const unsaid = await propose(freezeOf(' '));
    expect(unsaid.body).toMatchObject({ status: 400, code: 'oversight.reason-missing' });
    const proposed = await propose(freezeOf('面积复核'));
    expect(proposed.body).toMatchObject({ outcome: null, mine: true, subjectType: 'lot' });
    expect(await house.holds('640425', 'frozen')).toEqual({});

    expect((await decide(1, idOf(proposed))).body).toMatchObject({ code: 'access.same-person' });
    expect((await decide(2, idOf(proposed), true, '')).body).toMatchObject({
      code: 'oversight.reason-missing',
    });
    // Two others press at the same time: one freeze, one answer.
    const both = await Promise.all([decide(2, idOf(proposed)), decide(3, idOf(proposed))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await house.holds('640425', 'frozen')).toMatchObject({ 'SFQ.AREA': 800_000n });

    const [row] = await house.work.readMarket((tx) =>
      tx.query<{ id: string }>('select id from quota_freeze'),
    );
    const lift = await propose({ kind: 'unfreeze', freezeId: row?.id, reason: '复核无误' });
    expect((await decide(2, idOf(lift))).body).toMatchObject({ outcome: 'carried-out' });
    expect(await house.holds('640425', 'frozen')).toEqual({});
  });

  it('may be refused by the second, taken back by the first, and is never changed after that', async () => {
    const refused = await propose(freezeOf('传闻'));
    expect((await decide(2, idOf(refused), false, '没有依据')).body).toMatchObject({ outcome: 'refused' });
    const taken = await propose(freezeOf('误报'));
    expect((await decide(1, idOf(taken), false, '撤回')).body).toMatchObject({ outcome: 'withdrawn' });
    expect((await decide(2, idOf(taken))).body).toMatchObject({ code: 'oversight.already-decided' });
    const change = execute(house.database.urls.superuser, [`update measure set decision_reason = '改'`]);
    await expect(change).rejects.toThrow(/append-only/);
  });

  it('shows a proposal to those who watch the region, and to nobody whom it is about', async () => {
    const open = await propose(freezeOf('核查'));
    const { http } = house;
    const seen = async (who: { cookie: string }) => http.get('/api/v1/measures').set('cookie', who.cookie);
    const items = async (party: string) =>
      (await seen(await house.person(party, 'regulator'))).body as { items: { id: string }[] };
    expect((await items('640400')).items.map(({ id }) => id)).toContain(idOf(open));
    expect((await items('640100')).items).toEqual([]);
    expect((await seen(await house.person('640425', 'approver'))).status).toBe(403);
    await decide(2, idOf(open), false, '不予');
  });

  it('stops a listing, lets it go on with its time moved, and ends it', async () => {
    const listing = await house.notice('640425', {
      items: [{ lotId: lot, areaHa: '10.0000', capacityKg: '60000.0000' }],
      startPriceCny: '750000.00',
    });
    const act = (kind: string) => ({ kind, listingId: listing.id, reason: '接到举报，先行中止' });
    const take = async (kind: string) => decide(2, idOf(await propose(act(kind))));
    expect((await take('listing-resumption')).body).toMatchObject({ code: 'listing.wrong-status' });
    expect((await take('listing-suspension')).status).toBe(200);
    expect((await house.see(listing.id)).status).toBe('suspended');
    const room = async () => (await house.http.get(`/api/v1/listings/${listing.id}/room`)).body as object;
    // Everybody who stands in the room reads why it stands still, and nothing of it once it goes on.
    expect(await room()).toMatchObject({ phase: 'suspended', suspendedBecause: '接到举报，先行中止' });
    const before = Date.parse(listing.opensAt ?? '');
    await house.clock.set(new Date(Date.parse('2026-03-04T09:00:00+08:00')).toISOString());
    expect((await take('listing-resumption')).status).toBe(200);
    const after = await house.see(listing.id);
    expect(after.status).toBe('notice');
    expect(await room()).not.toHaveProperty('suspendedBecause');
    expect(Date.parse(after.opensAt ?? '') - before).toBeGreaterThan(47 * 3_600_000);
    expect((await take('listing-termination')).status).toBe(200);
    expect((await house.see(listing.id)).status).toBe('terminated');
    expect(await house.holds('640425', 'listed')).toEqual({});
  });

  it('knows what it is about, or says so', async () => {
    const nowhere = '00000000-0000-7000-8000-00000000dead';
    for (const [act, code] of [
      [{ kind: 'suspension', party: '649999', ground: 'idle-land', reason: '无' }, 'party.not-found'],
      [{ kind: 'annulment', tradeId: nowhere, reason: '无' }, 'request.not-found'],
      [{ kind: 'unfreeze', freezeId: nowhere, reason: '无' }, 'quota.freeze-not-found'],
      [{ kind: 'freeze', reason: '无' }, 'quota.freeze-subject'],
    ] as const)
      expect((await propose(act)).body).toMatchObject({ code });
  });
});
