import { noticeText } from '@muheng/contracts/common/notices/text';
import type { notification as notificationSchema } from '@muheng/contracts/notices';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { RemindPeople } from '../../src/modules/notices/application/remind-people.use-case.js';
import { TellPeople } from '../../src/modules/notices/application/tell-people.use-case.js';
import { AwardTrade } from '../../src/modules/settlement/application/award-trade.use-case.js';
import { ConfirmTrade } from '../../src/modules/settlement/application/confirm-trade.use-case.js';
import { as, type SignedIn } from '../support/app.js';
import { expectSound } from '../support/auditor.js';
import { AuctionHouse, byWorker, type ListingBody } from '../support/auction-house.js';
import { EventStream } from '../support/event-stream.js';

type Notice = z.output<typeof notificationSchema>;

const seller = '640425';
const [first, second] = ['640106', '640181'];
let house: AuctionHouse;
let listing: ListingBody;
beforeAll(async () => {
  house = await AuctionHouse.open();
  const lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare(seller);
  for (const buyer of [first, second]) {
    await house.need(buyer, { areaHa: '500.0000', capacityKg: '900000.0000' });
    await house.person(buyer, 'bidder');
  }
  for (const [party, role] of [
    [seller, 'maker'],
    [seller, 'checker'],
    ['640400', 'approver'],
    ['640000', 'approver'],
  ] as const)
    await house.person(party, role);
  listing = await house.draft(seller, { items: [{ lotId, areaHa: '2.0000' }], startPriceCny: '1000.00' });
});
afterAll(async () => {
  await expectSound(house.database.urls.superuser);
  await house.close();
});

const app = <T>(type: abstract new (...args: never[]) => T): T =>
  house.market.app.get<T>(type as never, { strict: false });
/** A second later, so that what is told of next is newer. */
const tell = async () => {
  await app(TellPeople).execute(byWorker());
  await house.clock.forward(1_000);
};
const inbox = async (who: SignedIn, query = '') => {
  const { status, body } = await house.http.get(`/api/v1/notifications${query}`).set({ cookie: who.cookie });
  expect(status).toBe(200);
  return body as { items: Notice[]; unread: number; nextCursor: string | null };
};
const kindsOf = async (party: string, role: string): Promise<string[]> => {
  await tell();
  return (await inbox(await house.person(party, role))).items.map(({ kind }) => kind);
};
const latest = async (party: string, role: string): Promise<Notice | undefined> => {
  await tell();
  return (await inbox(await house.person(party, role))).items[0];
};

describe('people are told what happens', () => {
  it('of a draft to certify, and each lane in its turn with its deadline', async () => {
    expect(await kindsOf(seller, 'checker')).toEqual(['listing.drafted']);
    expect(await kindsOf('640400', 'approver')).toEqual([]);
    await house.certify(seller, listing.id);
    expect(await latest('640400', 'approver')).toMatchObject({
      kind: 'approval.waits',
      topic: 'approvals',
      page: `/reg/approvals/${listing.id}`,
      facts: { title: listing.title, dueAt: expect.any(String) },
      readAt: null,
      mail: null,
    });
    const deputy = await house.hire('640400', ['regulator']);
    await house.work.run({ name: 'test.delegate', scope: 'market' }, byWorker(), {}, (tx) =>
      tx.query(
        `insert into delegation (id, party_id, region_code, from_person_id, to_person_id, reason, from_at, until_at)
         select gen_random_uuid(), f.party_id, f.region_code, f.id, t.id, '出差', app_now(), app_now() + interval '30 days'
         from person f join person t on t.party_id = f.party_id and 'regulator' = any(t.roles)
         join party y on y.id = f.party_id and y.code = '640400' where 'approver' = any(f.roles)`,
      ),
    );
    await house.decide('640400', listing.id, 'rejected');
    const refused = await latest(seller, 'maker');
    expect(refused).toMatchObject({ kind: 'listing.refused', facts: { reason: '审核意见' } });
    expect(noticeText('listing.refused', refused?.facts ?? {}, 'en')).toContain('was turned back: 审核意见');
    await house.certify(seller, listing.id);
    await tell();
    expect((await inbox(deputy)).items.map(({ kind }) => kind)).toEqual([
      'approval.waits',
      'delegation.given',
    ]);
    await house.decide('640400', listing.id);
    expect(await kindsOf('640000', 'approver')).toEqual(['approval.waits']);
    await house.decide('640000', listing.id);
    expect(await kindsOf(seller, 'maker')).toEqual(['listing.published', 'listing.refused']);
    expect((await latest(seller, 'maker'))?.page).toBe(`/seller/listings/${listing.id}`);
    listing = await house.see(listing.id);
  });

  it('bidders: of the deposit, of being outbid once for each time, of winning and losing', async () => {
    for (const buyer of [first, second]) await house.admit(buyer, listing.id);
    expect(await latest(first, 'bidder')).toMatchObject({
      kind: 'deposit.received',
      facts: { amountCny: '200.00' },
    });
    await house.advanceTo(listing.timetable.opensAt);
    expect(await kindsOf(first, 'bidder')).toEqual(['listing.opened', 'deposit.received']);
    const price = (n: number) =>
      (BigInt(100_000 + n * Number(BigInt(listing.stepCny?.replace('.', '') ?? '0'))) / 100n).toString();
    await house.bid(first, listing.id, `${price(0)}.00`);
    expect((await kindsOf(first, 'bidder'))[0]).toBe('listing.opened');
    expect((await house.bid(second, listing.id, `${price(1)}.00`)).status).toBe(201);
    expect(await latest(first, 'bidder')).toMatchObject({
      kind: 'bid.outbid',
      page: `/auctions/${listing.id}`,
      facts: { priceCny: `${price(1)}.00` },
    });
    await tell();
    expect((await house.bid(first, listing.id, `${price(2)}.00`)).status).toBe(201);
    expect((await house.bid(second, listing.id, `${price(3)}.00`)).status).toBe(201);
    expect((await kindsOf(first, 'bidder')).filter((kind) => kind === 'bid.outbid')).toHaveLength(2);
    // The second led again before anybody looked: nothing to tell.
    expect(await kindsOf(second, 'bidder')).not.toContain('bid.outbid');
    for (let n = 0; n < 6; n += 1) {
      const { timetable, status } = await house.see(listing.id);
      if (status === 'closed-sold') break;
      await house.advanceTo(status === 'timed-bidding' ? timetable.closesAt : timetable.timedStartsAt);
    }
    expect((await house.see(listing.id)).status).toBe('closed-sold');
    await app(AwardTrade).execute(byWorker(), listing.id);
    expect(await latest(second, 'bidder')).toMatchObject({ kind: 'bid.won', topic: 'trades' });
    expect((await kindsOf(first, 'bidder'))[0]).toBe('bid.lost');
    expect((await kindsOf(seller, 'maker'))[0]).toBe('listing.sold');
  });

  it('of a contract, and once more within three working days of its end', async () => {
    const [trade] = await house.work.readMarket((tx) =>
      tx.query<{ id: string; ends: Date }>('select id, publicity_ends_at as ends from trade'),
    );
    await house.clock.set(trade?.ends ?? '');
    await app(ConfirmTrade).execute(byWorker(), trade?.id ?? '');
    const contract = await latest(second, 'bidder');
    expect(contract).toMatchObject({ kind: 'trade.contract', page: `/trades/${trade?.id}` });
    const due = Date.parse(String(contract?.facts['dueAt']));
    expect(await app(RemindPeople).execute(byWorker())).toBe(0);
    await house.clock.set(new Date(due - 3_600_000));
    await app(RemindPeople).execute(byWorker());
    expect(await latest(second, 'bidder')).toMatchObject({ kind: 'trade.contract-soon' });
    expect(await app(RemindPeople).execute(byWorker())).toBe(0);
    const isDone = async (party: string, role: string) =>
      (await inbox(await house.person(party, role))).items
        .filter(({ kind }) => kind.startsWith('trade.contract'))
        .map(({ doneAt }) => doneAt !== null);
    const sign = async (party: string, role: string) =>
      (await house.post(await house.person(party, role), `/trades/${trade?.id}/signatures`)).status;
    expect(await sign(seller, 'checker')).toBe(200);
    expect(await isDone(seller, 'maker')).toEqual([true, true]);
    expect(await isDone(second, 'bidder')).toEqual([false, false]);
    expect(await sign(second, 'bidder')).toBe(200);
    expect(await isDone(second, 'bidder')).toEqual([true, true]);
  });

  it('watchers of their own region, by their role, and whoever is given a case', async () => {
    const people = {
      region: await house.person('640000', 'regulator'),
      city: await house.person('640400', 'regulator'),
      elsewhere: await house.person('640200', 'regulator'),
    };
    await house.work.run({ name: 'test.alert', scope: 'market' }, byWorker(), {}, (tx) =>
      tx.query(
        `insert into alert (id, code, subject_type, subject_id, region_code, severity, evidence, raised_at)
         values (gen_random_uuid(), 'LINKED_BIDDERS', 'listing', $1, '640425', 'high', '{}', app_now())`,
        [listing.id],
      ),
    );
    await tell();
    expect((await inbox(people.region)).items[0]).toMatchObject({ kind: 'alert.raised' });
    expect((await inbox(people.city)).items[0]).toMatchObject({ facts: { code: 'LINKED_BIDDERS' } });
    expect((await inbox(people.elsewhere)).items).toEqual([]);
  });
});

describe('a notice', () => {
  it('is its person’s alone, is read one by one or all at once, and is news on the stream', async () => {
    const [mine, other] = [await house.person(first, 'bidder'), await house.person(second, 'bidder')];
    const before = await inbox(mine);
    const one = before.items[0]?.id ?? '';
    const stream = await EventStream.open(`${await house.market.app.getUrl()}/api/v1/stream?topics=me`, {
      cookie: mine.cookie,
    });
    const read = (who: SignedIn, body: object) =>
      house.http.post('/api/v1/notifications/read').set(as(who)).send(body);
    const otherUnread = (await inbox(other)).unread;
    expect((await read(other, { ids: [one] })).body).toEqual({ unread: otherUnread });
    expect((await inbox(mine)).unread).toBe(before.unread);
    expect((await read(mine, { ids: [one] })).body).toEqual({ unread: before.unread - 1 });
    await stream.take('notices', 1);
    expect((await inbox(mine, '?state=unread')).items.map(({ id }) => id)).not.toContain(one);
    expect((await read(mine, {})).body).toEqual({ unread: 0 });
    expect((await inbox(other)).unread).toBe(otherUnread);
    stream.close();
    await expect(
      EventStream.open(`${await house.market.app.getUrl()}/api/v1/stream?topics=me`),
    ).rejects.toThrow('access.sign-in-required');
  });

  it('comes in pages, by topic, none twice', async () => {
    const mine = await house.person(first, 'bidder');
    const all = (await inbox(mine, '?limit=100')).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await inbox(mine, `?limit=2${cursor}`);
      paged.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(paged).toEqual(all);
    expect((await inbox(mine, '?topic=money')).items.every(({ topic }) => topic === 'money')).toBe(true);
    expect((await house.http.get('/api/v1/notifications?topic=x').set({ cookie: mine.cookie })).status).toBe(
      400,
    );
  });

  it('is written once when two tell at the same time, and not at all when the change is rolled back', async () => {
    const suspend = (fails: boolean) =>
      house.work.run({ name: 'test.suspend', scope: 'market' }, byWorker(), { fails }, async (tx) => {
        await tx.query(
          `insert into suspension (id, party_id, region_code, ground, reason, from_at)
           select gen_random_uuid(), id, region_code, 'bad-record', '试验', app_now() from party where code = $1`,
          [first],
        );
        if (fails) throw new Error('rolled back');
      });
    await expect(suspend(true)).rejects.toThrow('rolled back');
    await suspend(false);
    await Promise.all(Array.from({ length: 3 }, () => app(TellPeople).execute(byWorker())));
    const kinds = await kindsOf(first, 'bidder');
    expect(kinds.filter((kind) => kind === 'suspension.imposed')).toHaveLength(1);
  });
});
