import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { as } from '../support/app.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

const seller = '640221';
const [first, second, third, fourth] = ['640106', '640181', '640105', '640104'] as const;
const prices = { startPriceCny: '1000.00', stepCny: '100.00', depositCny: '0.00', ceilingCny: '2000.00' };

let house: AuctionHouse;
let lotId: string;

beforeAll(async () => {
  house = await AuctionHouse.open();
  lotId = await house.lot(seller, { areaHa: '80.0000' });
  await house.declare(seller);
  for (const buyer of [first, second]) await house.need(buyer, { areaHa: '500.0000' });
  for (const buyer of [third, fourth]) await house.need(buyer, { areaHa: '5.0000' });
});
afterEach(() => expectSound(house.database.urls.reconciler));
afterAll(() => house.close());

async function open(buyers: readonly string[], more: object = {}): Promise<ListingBody> {
  const listing = await house.notice(seller, { items: [{ lotId, areaHa: '3.0000' }], ...prices, ...more });
  for (const buyer of buyers) expect((await house.register(buyer, listing.id)).status).toBe(201);
  return listing;
}

async function bid(buyer: string, listingId: string, priceCny: string, maxPriceCny?: string) {
  const body = { priceCny, ...(maxPriceCny !== undefined && { maxPriceCny }) };
  return house.post(await house.person(buyer, 'bidder'), `/listings/${listingId}/bids`, body);
}

/** A market whose policy allows limits; notices from then on run under it. */
async function allowProxies(): Promise<void> {
  const client = new pg.Client(house.database.urls.superuser);
  await client.connect();
  await client.query(`update policy_version set values = values || '{"proxyBidding": "on"}'`);
  await client.end();
}

describe('what a buyer lacks in all (domain §9)', () => {
  it('bounds its bids over every listing that it leads', async () => {
    const [one, other] = [await open([third, first]), await open([third, first])];
    await house.advanceTo(other.timetable.opensAt);
    expect((await bid(third, one.id, '1000.00')).status).toBe(201);
    const refused = await bid(third, other.id, '1000.00');
    expect(refused.body).toMatchObject({
      code: 'party.not-eligible',
      params: { cause: 'no-deficit', component: 'area', allowed: '2.0000 ha', excess: '1.0000 ha' },
    });
    // It may bid again where it leads, and elsewhere once it is outbid.
    expect((await bid(third, one.id, '1100.00')).status).toBe(201);
    expect((await bid(first, one.id, '1200.00')).status).toBe(201);
    expect((await bid(third, other.id, '1000.00')).status).toBe(201);
    expect((await bid(third, one.id, '1300.00')).body).toMatchObject({ code: 'party.not-eligible' });
  });

  it('holds for bids sent at the same moment', async () => {
    const listings = [await open([fourth]), await open([fourth])];
    await house.advanceTo(listings[1]?.timetable.opensAt ?? null);
    const answers = await Promise.all(listings.map(({ id }) => bid(fourth, id, '1000.00')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });
});

describe('a proxy limit', () => {
  it('is refused where the policy knows none', async () => {
    const { id, timetable } = await open([first]);
    await house.advanceTo(timetable.opensAt);
    expect((await bid(first, id, '1000.00', '1500.00')).body).toMatchObject({ code: 'bidding.proxy-off' });
    expect((await house.see(id)).bidCount).toBe(0);
  });

  it('is left, changed and withdrawn apart from a bid, and nobody else hears of it', async () => {
    await allowProxies();
    const { id, timetable } = await open([first, second]);
    const leave = async (buyer: string, maxPriceCny: string | null) => {
      const person = await house.person(buyer, 'bidder');
      return house.http.put(`/api/v1/listings/${id}/limit`).set(as(person)).send({ maxPriceCny });
    };
    const room = async (buyer: string) => {
      const { cookie } = await house.person(buyer, 'bidder');
      const { body } = await house.http.get(`/api/v1/listings/${id}/room`).set('cookie', cookie);
      return body as { takesLimits: boolean; self: { limit: unknown }; minimumCny: string };
    };
    expect((await leave(first, '1500.00')).body).toMatchObject({ code: 'bidding.not-in-window' });
    await house.advanceTo(timetable.opensAt);
    expect((await leave(third, '1500.00')).body).toMatchObject({ code: 'bidding.not-registered' });
    expect((await leave(first, '900.00')).body).toMatchObject({
      code: 'bidding.limit-too-low',
      params: { minimumCny: '1000.00' },
    });
    expect((await leave(first, '2100.00')).body).toMatchObject({ code: 'bidding.above-ceiling' });
    // Nobody has bid: the market bids the start price at once, and no more than that.
    expect((await leave(first, '1500.00')).body).toMatchObject({
      leading: true,
      minimumCny: '1100.00',
      limit: { maxPriceCny: '1500.00', uses: 1, lastUsedSeq: 1 },
    });
    // A leader changes its limit without bidding against itself.
    expect((await leave(first, '1400.00')).body).toMatchObject({ leading: true, minimumCny: '1100.00' });
    expect((await room(second)).self.limit).toBeNull();
    expect((await bid(second, id, '1300.00')).status).toBe(201);
    expect(await room(first)).toMatchObject({
      takesLimits: true,
      minimumCny: '1500.00',
      self: { limit: { maxPriceCny: '1400.00', uses: 2, lastUsedSeq: 3 } },
    });
    // A better limit of another's takes the lead by one step over the first one's reach.
    expect((await leave(second, '1900.00')).body).toMatchObject({ leading: true, minimumCny: '1600.00' });
    expect((await leave(first, null)).body).toMatchObject({ limit: null, leading: false });
    expect((await leave(first, null)).body).toMatchObject({ limit: null });
    expect((await bid(first, id, '1600.00')).status).toBe(201);
    expect((await house.see(id)).bidCount).toBe(6);
    expect(await notedAmounts(id, '1900.00')).toEqual([]);
  });

  it('answers for its bidder up to its limit, and the log says so', async () => {
    await allowProxies();
    const { id, timetable } = await open([first, second]);
    await house.advanceTo(timetable.opensAt);
    expect((await bid(first, id, '1000.00', '900.00')).body).toMatchObject({
      code: 'bidding.proxy-below-bid',
    });
    expect((await bid(first, id, '1000.00', '2100.00')).body).toMatchObject({
      code: 'bidding.above-ceiling',
    });
    expect((await bid(first, id, '1000.00', '1500.00')).status).toBe(201);
    expect((await bid(second, id, '1100.00')).body).toMatchObject({ seq: 2, priceCny: '1100.00' });
    const ladder = async () => {
      const { body } = await house.http.get(`/api/v1/listings/${id}/bids`);
      return (body as { items: { priceCny: string }[] }).items.map((each) => each.priceCny);
    };
    expect(await ladder()).toEqual(['1200.00', '1100.00', '1000.00']);
    expect((await bid(second, id, '1300.00', '1800.00')).status).toBe(201);
    expect(await ladder()).toEqual(['1600.00', '1300.00', '1200.00', '1100.00', '1000.00']);
    await house.advanceTo(timetable.timedStartsAt);
    expect((await bid(first, id, '1900.00')).status).toBe(201);
    await house.advanceTo('2026-12-31T00:00:00+08:00');
    expect(await house.see(id)).toMatchObject({
      winner: { code: first },
      currentPriceCny: '1900.00',
      bidCount: 6,
    });
  });
});

/** Where an amount stands in what others can read: the listing's own log and the audit log. */
async function notedAmounts(listingId: string, amount: string): Promise<unknown[]> {
  const client = new pg.Client(house.database.urls.superuser);
  await client.connect();
  const { rows } = await client.query(
    `select payload from listing_event where listing_id = $1 and payload::text like $2
     union all select detail from audit where subject_id = $1::text and detail::text like $2`,
    [listingId, `%${amount}%`],
  );
  await client.end();
  return rows;
}
