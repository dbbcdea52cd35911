import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';
import { EventStream } from '../support/event-stream.js';

const seller = '640425';
const buyer = '640106';

let house: AuctionHouse;
let second: TestApp;
let listing: ListingBody;
const open: EventStream[] = [];

beforeAll(async () => {
  house = await AuctionHouse.open();
  second = await startTestApp(house.database);
  const lotId = await house.lot(seller, { areaHa: '80.0000' });
  await house.declare(seller);
  await house.need(buyer, { areaHa: '500.0000' });
  listing = await house.notice(seller, {
    items: [{ lotId, areaHa: '2.0000' }],
    startPriceCny: '1000.00',
    ceilingCny: null,
  });
  await house.admit(buyer, listing.id);
  await house.advanceTo(listing.timetable.opensAt);
});
afterAll(async () => {
  for (const stream of open) stream.close();
  await second.close();
  await house.close();
});

async function follow(on: TestApp, topics: string, headers?: Record<string, string>): Promise<EventStream> {
  const stream = await EventStream.open(`${await on.app.getUrl()}/api/v1/stream?topics=${topics}`, headers);
  open.push(stream);
  return stream;
}

describe('the live room', () => {
  it('tells spectators of every api process of a bid, without names', async () => {
    const here = await follow(house.market, `listing:${listing.id}`);
    const there = await follow(second, `listing:${listing.id}`);
    await Promise.all([here.take('clock', 1), there.take('clock', 1)]);
    const bid = (await house.bid(buyer, listing.id, '1000.00')).body as { version: number; seq: number };
    for (const stream of [here, there]) {
      const [event] = await stream.take('bid.accepted', 1);
      expect(event?.id).toBe(`listing:${listing.id}@${bid.version}`);
      expect(event?.data).toMatchObject({ version: bid.version, payload: { seq: 1, priceCny: '1000.00' } });
      expect(JSON.stringify(event)).not.toContain(buyer);
    }
  });

  it('replays what was missed, once and in order, and goes on', async () => {
    const snapshot = (await house.http.get(`/api/v1/listings/${listing.id}/room`)).body as {
      version: number;
    };
    await house.bid(buyer, listing.id, '1050.00');
    await house.bid(buyer, listing.id, '1100.00');
    const again = await follow(second, `listing:${listing.id}`, {
      'last-event-id': `listing:${listing.id}@${snapshot.version}`,
    });
    await again.take('bid.accepted', 2);
    await house.bid(buyer, listing.id, '1150.00');
    const bids = await again.take('bid.accepted', 3);
    expect(bids.map((each) => each.data.version)).toEqual([1, 2, 3].map((n) => snapshot.version + n));
    const fromSnapshot = await follow(house.market, `listing:${listing.id}@${snapshot.version}`);
    expect((await fromSnapshot.take('bid.accepted', 3)).map((each) => each.data.payload['seq'])).toEqual([
      2, 3, 4,
    ]);
  });

  it('tells the market of new phases', async () => {
    const market = await follow(house.market, 'market');
    await market.take('clock', 1);
    await house.advanceTo(listing.timetable.timedStartsAt);
    expect((await market.take('market', 1))[0]?.data.payload).toMatchObject({ listingId: listing.id });
  });

  it('ends when the listing has ended', async () => {
    const stream = await follow(house.market, `listing:${listing.id}`);
    await stream.take('clock', 1);
    await house.clock.forward(3_600_000);
    await house.doDueWork();
    const [closed] = await stream.take('closed', 1);
    expect(closed?.data.payload).toMatchObject({ status: 'closed-sold', priceCny: '1150.00' });
    await stream.take('done', 1);
    await expect.poll(() => stream.ended).toBe(true);
  });

  it.each([
    ['listing:nonsense', 400],
    ['listing:0190a000-0000-7000-8000-000000000000', 404],
    ['job:0190a000-0000-7000-8000-000000000000', 404],
    ['', 400],
  ])('refuses to follow %s', async (topics, status) => {
    await house.http.get(`/api/v1/stream?topics=${topics}`).expect(status);
  });
});
