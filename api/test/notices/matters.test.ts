import type { notification as notificationSchema } from '@muheng/contracts/notices';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { TellPeople } from '../../src/modules/notices/application/tell-people.use-case.js';
import type { SignedIn } from '../support/app.js';
import { AuctionHouse, byWorker } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';
import { EventStream } from '../support/event-stream.js';

type Notice = z.output<typeof notificationSchema>;

const seller = '640425';
const city = '640400';
const rounds = 6;
let house: AuctionHouse;
let lotId: string;
let first: SignedIn;
let second: SignedIn;
beforeAll(async () => {
  house = await AuctionHouse.open();
  lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare(seller);
  for (const role of ['maker', 'checker']) await house.person(seller, role);
  first = await house.person(city, 'approver');
  second = await house.person(city, 'approver', 2);
  await house.person('640000', 'approver');
});
afterAll(async () => {
  await expectSound(house.database.urls.superuser);
  await house.close();
});

const tell = () => house.market.app.get(TellPeople, { strict: false }).execute(byWorker());
const inbox = async (who: SignedIn, query = '') =>
  (await house.http.get(`/api/v1/notifications${query}`).set({ cookie: who.cookie })).body as {
    items: Notice[];
    unread: number;
  };
const submitted = async (): Promise<string> => {
  const { id } = await house.draft(seller, {
    items: [{ lotId, areaHa: '1.0000', capacityKg: '6000.0000' }],
    startPriceCny: '75000.00',
  });
  expect((await house.certify(seller, id)).status).toBe(200);
  return id;
};
const decide = (who: SignedIn, listing: string, reason = '同意') =>
  house.post(who, `/listings/${listing}/approvals`, { decision: 'approved', reason, interest: 'none' });
const ofKind = async (who: SignedIn, kind: string): Promise<Notice[]> =>
  (await inbox(who)).items.filter((notice) => notice.kind === kind);

describe('a notice that asks for a signature', () => {
  it('is done for everybody who was asked when one has signed, in the same instant, and their bell hears it', async () => {
    const listing = await submitted();
    await tell();
    for (const who of [first, second]) {
      expect((await inbox(who)).unread).toBe(1);
      expect(await ofKind(who, 'approval.waits')).toMatchObject([{ doneAt: null, readAt: null }]);
    }
    // A word that is refused ends nothing.
    expect((await decide(first, listing, '')).status).toBeGreaterThanOrEqual(400);
    expect((await inbox(second)).unread).toBe(1);

    const stream = await EventStream.open(`${await house.market.app.getUrl()}/api/v1/stream?topics=me`, {
      cookie: second.cookie,
    });
    expect((await decide(first, listing)).status).toBe(200);
    for (const who of [first, second]) {
      expect(await ofKind(who, 'approval.waits')).toMatchObject([
        { doneAt: '2026-03-02T01:00:00.000Z', readAt: null },
      ]);
      expect((await inbox(who)).unread).toBe(0);
      expect((await inbox(who, '?state=unread')).items).toEqual([]);
    }
    await stream.take('notices', 1);
    stream.close();
  });

  it('is told to nobody when it was signed before anybody was told; the next lane is', async () => {
    const before = (await ofKind(second, 'approval.waits')).length;
    const listing = await submitted();
    expect((await decide(first, listing)).status).toBe(200);
    await tell();
    expect(await ofKind(second, 'approval.waits')).toHaveLength(before);
    const region = await house.person('640000', 'approver');
    const [asked] = await ofKind(region, 'approval.waits');
    expect(asked).toMatchObject({ doneAt: null, page: `/reg/approvals/${listing}` });
    expect((await decide(region, listing)).status).toBe(200);
  });

  it('ends however telling and signing fall together', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const listing = await submitted();
      await Promise.all([tell(), decide(round % 2 === 0 ? first : second, listing), tell()]);
    }
    await tell();
    const waiting = await house.work.readMarket((tx) =>
      tx.query(
        `select from notification n join approval a on a.id = n.subject_id
         where n.kind = 'approval.waits' and n.done_at is null and a.decision is not null`,
      ),
    );
    expect(waiting).toEqual([]);
    expect((await inbox(second)).unread).toBe(0);
  });

  it('ends with a draft that its checker certified, and begins anew with what is turned back', async () => {
    const checker = await house.person(seller, 'checker');
    const listing = await submitted();
    await tell();
    expect((await house.decide(city, listing, 'rejected')).status).toBe(200);
    await tell();
    const open = async () =>
      (await inbox(checker)).items
        .filter(({ doneAt, page }) => doneAt === null && page.endsWith(listing))
        .map(({ kind }) => kind);
    expect(await open()).toEqual(['listing.refused']);
    expect((await house.certify(seller, listing)).status).toBe(200);
    expect(await open()).toEqual([]);
    await tell();
    expect((await ofKind(second, 'approval.waits'))[0]).toMatchObject({ doneAt: null });
  });
});

describe('a measure that waits for a second person', () => {
  it('waits for nobody once it is decided, by whom it may be', async () => {
    const regulators = [1, 2, 3].map((nth) => house.person('640000', 'regulator', nth));
    const [proposer, decider, other] = await Promise.all(regulators);
    const act = { kind: 'freeze', lotId, ground: 'quality', reason: '面积复核' };
    const { id } = (await house.post(proposer as SignedIn, '/measures', act)).body as { id: string };
    await tell();
    expect(await ofKind(other as SignedIn, 'measure.waits')).toMatchObject([{ doneAt: null }]);
    const word = { carryOut: false, reason: '没有依据' };
    expect((await house.post(decider as SignedIn, `/measures/${id}/decision`, word)).status).toBe(200);
    expect(await ofKind(other as SignedIn, 'measure.waits')).toMatchObject([{ doneAt: expect.any(String) }]);
  });
});
