import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type SignedIn } from '../support/app.js';
import { expectSound } from '../support/auditor.js';
import { AuctionHouse } from '../support/auction-house.js';

const seller = '640425';
let house: AuctionHouse;
let lotId: string;
beforeAll(async () => {
  house = await AuctionHouse.open();
  lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare(seller);
});
afterAll(async () => {
  await expectSound(house.database.urls.superuser);
  await house.close();
});

const body = () => ({ items: [{ lotId, areaHa: '1.0000' }], startPriceCny: '750000.00' });
async function certified(): Promise<string> {
  const { id } = await house.draft(seller, body());
  await house.certify(seller, id);
  return id;
}
const sign = (who: SignedIn, id: string, more: object = {}) =>
  house.post(who, `/listings/${id}/approvals`, {
    decision: 'approved',
    reason: '符合规则',
    interest: 'none',
    ...more,
  });
const everySampled = (pct: number) =>
  house.work.run(
    { name: 'test.policy', scope: 'market' },
    { actor: nobodyAt, key: crypto.randomUUID(), requestId: 'test' },
    { pct },
    (tx) =>
      tx.query(
        `update policy_version set values = jsonb_set(values, '{sampleReviewPct}', to_jsonb($1::int))`,
        [pct],
      ),
  );
const nobodyAt = {
  personId: '00000000-0000-7000-8000-000000000009',
  partyId: null,
  partyCode: 'TEST',
  partyKind: 'system',
  scope: '',
  roles: [],
} as const;

describe('an approval lane', () => {
  it('has working days of its own from its turn on, in the queue of whoever has to sign', async () => {
    const id = await certified();
    const city = await house.person('640400', 'approver');
    const queue = async (who: SignedIn) =>
      (await house.http.get('/api/v1/my/approvals').set('cookie', who.cookie)).body as {
        items: { dueAt: string; listing: { id: string } }[];
      };
    const waiting = (await queue(city)).items.find(({ listing }) => listing.id === id);
    // Monday 9:00, three working days: Thursday 24:00.
    expect(waiting?.dueAt).toBe('2026-03-05T16:00:00.000Z');
  });

  it('takes no signature without a word about interests, and none with one', async () => {
    const id = await certified();
    const city = await house.person('640400', 'approver');
    expect((await sign(city, id, { interest: undefined })).body).toMatchObject({
      code: 'listing.interest-undeclared',
      errors: [{ pointer: '/interest' }],
    });
    expect((await sign(city, id, { interest: 'held' })).body).toMatchObject({
      code: 'listing.interest-held',
    });
    const [row] = await house.work.readMarket((tx) =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from audit where code = 'listing.interest-held' and outcome = 'refused'`,
      ),
    );
    expect(row?.n).toBe(1);
    // What was declared is not taken back by saying otherwise, nor by giving the signature into another's hands.
    expect((await sign(city, id)).body).toMatchObject({ code: 'listing.interest-held' });
    const deputy = await house.hire('640400', ['regulator']);
    const { body } = await house.http.get('/api/v1/delegations').set('cookie', city.cookie);
    const [colleague] = (body as { colleagues: { id: string }[] }).colleagues;
    const given = await house.post(city, '/delegations', {
      ...{ toPersonId: colleague?.id, reason: '出差', until: '2026-03-09T18:00:00+08:00' },
    });
    expect(given.status).toBe(201);
    expect((await sign(deputy, id)).body).toMatchObject({ code: 'listing.interest-held' });
    const { id: delegation } = given.body as { id: string };
    await house.http.delete(`/api/v1/delegations/${delegation}`).set(as(city)).expect(200);
    const other = await house.person('640400', 'approver', 2);
    expect((await sign(other, id, { reason: ' ' })).body).toMatchObject({ code: 'request.invalid' });
    expect((await sign(other, id)).status).toBe(200);
  });

  it('publishes its reasons with the notice, and no names', async () => {
    const id = await certified();
    const draft = await house.http.get(`/api/v1/listings/${id}`);
    expect(draft.status).toBe(404);
    await sign(await house.person('640400', 'approver'), id);
    await sign(await house.person('640000', 'approver'), id, { reason: '同意公告' });
    const { approvals } = await house.see(id);
    expect(approvals.map(({ reason, personName }) => [reason, personName])).toEqual([
      ['经复核，同意签发。', null],
      ['符合规则', null],
      ['同意公告', null],
    ]);
  });
});

describe('a delegated signature', () => {
  it('works until its end, is the same hand, and is never handed on', async () => {
    const approver = await house.person('640400', 'approver');
    const deputy = await house.hire('640400', ['auditor']);
    const seen = await house.http.get('/api/v1/delegations').set('cookie', approver.cookie);
    const { colleagues } = seen.body as { colleagues: { id: string; name: string }[] };
    const to = colleagues.find(({ name }) => name.startsWith('640400-auditor'))?.id;
    const id = await certified();
    expect((await sign(deputy, id)).status).toBe(403);

    const give = (until: string) =>
      house.post(approver, '/delegations', { toPersonId: to, until, reason: '外出' });
    expect((await give('2026-03-01T00:00:00+08:00')).body).toMatchObject({ code: 'delegation.not-possible' });
    const given = await give('2026-03-04T00:00:00+08:00');
    expect(given.status).toBe(201);
    expect((await give('2026-03-09T00:00:00+08:00')).body).toMatchObject({ code: 'delegation.running' });
    expect(
      (
        await house.post(deputy, '/delegations', {
          toPersonId: to,
          until: '2026-03-09T00:00:00+08:00',
          reason: '再转',
        })
      ).body,
    ).toMatchObject({ code: 'delegation.not-possible' });

    const signed = await sign(deputy, id);
    expect(signed.status).toBe(200);
    const lane = (signed.body as { approvals: { lane: string; onBehalfOf: string | null }[] }).approvals.find(
      (each) => each.lane === 'city',
    );
    expect(lane?.onBehalfOf).toMatch(/^640400-approver/);

    const later = await certified();
    await house.clock.set('2026-03-04T00:00:01+08:00');
    expect((await sign(deputy, later)).status).toBe(403);
    const taken = await house.http
      .delete(`/api/v1/delegations/${(given.body as { id: string }).id}`)
      .set(as(approver, crypto.randomUUID()));
    expect(taken.status).toBe(200);
  });
});

describe('a sample', () => {
  it('is drawn at the notice, and judged once by somebody who had no hand in it', async () => {
    await everySampled(100);
    const { id } = await house.notice(seller, body());
    const auditor = await house.person('640000', 'auditor');
    const list = await house.http.get('/api/v1/sample-reviews').set('cookie', auditor.cookie);
    const [sample] = (list.body as { items: { id: string; listingId: string }[] }).items;
    expect(sample?.listingId).toBe(id);
    const find = (who: SignedIn) =>
      house.post(who, `/sample-reviews/${sample?.id}/finding`, { outcome: 'sound', reason: '图件一致' });
    const both = await house.hire('640000', ['approver', 'regulator']);
    const other = await certified();
    await sign(await house.person('640400', 'approver'), other);
    await sign(both, other);
    const ownFor = async ({ cookie }: SignedIn) => {
      const drawn = await house.http.get('/api/v1/sample-reviews').set('cookie', cookie);
      const { items } = drawn.body as { items: { id: string; listingId: string; hadAHand: boolean }[] };
      return items.find((each) => each.listingId === other);
    };
    const own = await ownFor(auditor);
    expect(own).toMatchObject({ hadAHand: false });
    expect(await ownFor(both)).toMatchObject({ hadAHand: true });
    expect(
      (await house.post(both, `/sample-reviews/${own?.id}/finding`, { outcome: 'sound', reason: '自查' }))
        .body,
    ).toMatchObject({ code: 'access.same-person' });
    expect((await find(auditor)).body).toMatchObject({ outcome: 'sound' });
    expect((await find(auditor)).body).toMatchObject({ code: 'listing.sample-decided' });
  });
});
