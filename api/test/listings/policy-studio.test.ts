import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuctionHouse } from '../support/auction-house.js';

let house: AuctionHouse;
beforeAll(async () => {
  house = await AuctionHouse.open();
});
afterAll(() => house.close());

interface VersionBody {
  id: string;
  version: number;
  state: string;
  differences: { key: string; before: unknown; after: unknown }[];
}
const regulator = (nth: number) => house.person('640000', 'regulator', nth);
const draft = async (changes: object, effectiveFrom = '2026-03-09T00:00:00+08:00') =>
  house.post(await regulator(1), '/policy/versions', { changes, effectiveFrom, reason: '按厅务会纪要' });
const decide = async (nth: number, id: string, release = true) =>
  house.post(await regulator(nth), `/policy/versions/${id}/decision`, { release, reason: '同意' });
const versions = async () =>
  (
    (await house.http.get('/api/v1/policy/versions').set('cookie', (await regulator(1)).cookie)).body as {
      items: VersionBody[];
    }
  ).items;
const noticeDays = async () =>
  ((await house.http.get('/api/v1/policy')).body as { values: { noticeDays: number } }).values.noticeDays;

describe('a version of the pack', () => {
  it.each([
    [{ noticeDay: 12 }, 'request.unknown-field'],
    [{ depositPct: 'a lot' }, 'request.field-format'],
    [{ noticeDays: 10 }, 'policy.nothing-changed'],
  ])('is refused when it says %j', async (changes, code) => {
    expect((await draft(changes)).body).toMatchObject({ code });
  });

  it('takes two people and its own day; what is in force is never edited', async () => {
    expect((await draft({ noticeDays: 12 }, '2026-03-01T00:00:00+08:00')).body).toMatchObject({
      code: 'policy.effective-past',
    });
    const made = (await draft({ noticeDays: 12, depositPct: 25 })).body as VersionBody;
    expect(made).toMatchObject({ version: 2, state: 'draft' });
    expect(made.differences).toEqual([
      { key: 'depositPct', before: 20, after: 25 },
      { key: 'noticeDays', before: 10, after: 12 },
    ]);
    expect((await decide(1, made.id)).body).toMatchObject({ code: 'access.same-person' });
    expect((await decide(2, made.id)).body).toMatchObject({ state: 'scheduled' });
    expect((await decide(2, made.id)).body).toMatchObject({ code: 'policy.decided' });
    expect(await noticeDays()).toBe(10);
    await house.clock.set('2026-03-09T00:00:01+08:00');
    expect(await noticeDays()).toBe(12);
    expect((await versions()).map(({ version, state }) => [version, state])).toEqual([
      [2, 'in-force'],
      [1, 'past'],
    ]);
  });

  it('may be withdrawn by whoever drafted it, and is tried before anybody approves it', async () => {
    const made = (await draft({ minLotMu: 20 }, '2026-04-01T00:00:00+08:00')).body as VersionBody;
    const { cookie } = await regulator(2);
    const trial = await house.http.get(`/api/v1/policy/versions/${made.id}/trial`).set('cookie', cookie);
    expect(trial.body).toMatchObject({ was: { listings: 0 }, would: { listings: 0 }, refused: [] });
    expect((await decide(1, made.id, false)).body).toMatchObject({ state: 'withdrawn' });
    expect(await noticeDays()).toBe(12);
  });
});
