import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';

const seller = '640425';
const [first, second, third] = ['640106', '640181', '640105'];
const minute = 60_000;

let house: AuctionHouse;
let lotId: string;

beforeAll(async () => {
  house = await AuctionHouse.open();
  lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare(seller);
  for (const buyer of [first, second, third])
    await house.need(buyer, { areaHa: '500.0000', capacityKg: '900000.0000' });
});
afterAll(() => house.close());

const listed = async (more: object = {}): Promise<ListingBody> =>
  house.notice(seller, { items: [{ lotId, areaHa: '2.0000' }], startPriceCny: '1000.00', ...more });

const room = async (id: string, cookie?: string) => {
  const request = house.http.get(`/api/v1/listings/${id}/room`);
  return (cookie === undefined ? await request : await request.set({ cookie })).body as Record<
    string,
    unknown
  >;
};

describe('an auction from notice to sale (domain §11 F1)', () => {
  let listing: ListingBody;

  it('takes registrations from the notice, and gives the right to bid with the deposit', async () => {
    listing = await listed();
    const made = await house.register(first, listing.id);
    expect(made).toMatchObject({ status: 201, body: { status: 'qualified', depositCny: '200.00' } });
    expect(made.body).toMatchObject({ bidderNo: expect.any(Number), paymentId: expect.any(String) });
    expect(await house.payDeposit(made.body as never)).toBe('admitted');
    expect((await house.register(first, listing.id)).body).toMatchObject({
      code: 'bidding.already-registered',
    });
    const own = await house.register(seller, listing.id);
    expect(own.body).toMatchObject({ code: 'bidding.own-listing' });
    const mine = await house.http
      .get('/api/v1/my/registrations')
      .set({ cookie: (await house.person(first, 'bidder')).cookie });
    expect(mine.body).toMatchObject({ items: [{ listingId: listing.id, status: 'bidding-right' }] });
  });

  it('refuses a bid before it opens', async () => {
    const early = await house.bid(first, listing.id, '1000.00');
    expect(early.body).toMatchObject({
      code: 'bidding.not-in-window',
      params: { from: listing.timetable.opensAt },
    });
  });

  it('refuses in the order of the rulebook', async () => {
    await house.advanceTo(listing.timetable.opensAt);
    expect(await room(listing.id)).toMatchObject({
      status: 'listing-open',
      phase: 'listing',
      minimumCny: '1000.00',
    });
    expect((await house.bid(seller, listing.id, '1000.00')).body).toMatchObject({
      code: 'bidding.own-listing',
    });
    expect((await house.bid(second, listing.id, '1000.00')).body).toMatchObject({
      code: 'bidding.not-registered',
    });
    const below = await house.bid(first, listing.id, '999.99');
    expect(below.body).toMatchObject({
      status: 409,
      code: 'bidding.below-minimum',
      params: { minimumCny: '1000.00', missingCny: '0.01' },
    });
    expect((await house.bid(first, listing.id, '1500.01')).body).toMatchObject({
      code: 'bidding.above-ceiling',
    });
    expect((await house.bid(first, listing.id, '1049.99')).body).toMatchObject({
      code: 'bidding.not-on-step',
      params: { lowerCny: '1000.00', upperCny: '1050.00', minimumCny: '1000.00' },
    });
    expect((await house.bid(first, listing.id, '1000')).body).toMatchObject({ code: 'request.invalid' });
    const unknown = await house.bid(first, randomUUID(), '1000.00');
    expect(unknown.body).toMatchObject({ code: 'listing.not-found' });
  });

  it('takes a bid, knows it by its key, and shows numbers instead of names', async () => {
    const key = randomUUID();
    const taken = await house.bid(first, listing.id, '1000.00', key);
    expect(taken).toMatchObject({
      status: 201,
      body: { id: key, seq: 1, phase: 'listing', minimumCny: '1050.00' },
    });
    const { cookie } = await house.person(first, 'bidder');
    const byKey = (asked: string) =>
      house.http.get(`/api/v1/listings/${listing.id}/bids/by-key/${asked}`).set({ cookie });
    expect((await byKey(key)).body).toMatchObject({ state: 'accepted', bid: taken.body as object });
    expect((await byKey(randomUUID())).body).toEqual({ state: 'absent', bid: null });
    await house.admit(second, listing.id);
    expect((await house.bid(second, listing.id, '1000.00')).body).toMatchObject({
      code: 'bidding.below-minimum',
    });
    expect((await house.bid(second, listing.id, '1050.00')).body).toMatchObject({ seq: 2 });
    const ladder = await house.http.get(`/api/v1/listings/${listing.id}/bids?limit=1`);
    expect(ladder.body).toMatchObject({ items: [{ seq: 2, mine: false }], nextCursor: '2' });
    expect(JSON.stringify(ladder.body)).not.toContain(second);
    const rest = await house.http.get(`/api/v1/listings/${listing.id}/bids?cursor=2`).set({ cookie });
    expect(rest.body).toMatchObject({ items: [{ seq: 1, mine: true }], nextCursor: null });
  });

  it('keeps the deposit that comes late', async () => {
    const late = await house.register(third, listing.id);
    await house.advanceTo(listing.timetable.depositCloseAt);
    expect((await house.register('640122', listing.id)).body).toMatchObject({ code: 'bidding.closed' });
    expect(await house.payDeposit(late.body as never)).toBe('late');
    expect((await house.bid(third, listing.id, '1100.00')).body).toMatchObject({
      code: 'bidding.not-registered',
    });
  });

  it('stops listing bids, then starts timed bidding that restarts with every bid', async () => {
    await house.advanceTo(listing.timetable.listingBidStopAt);
    expect((await house.bid(first, listing.id, '1100.00')).body).toMatchObject({
      code: 'bidding.not-in-window',
    });
    expect(await room(listing.id)).toMatchObject({ phase: 'pause' });
    await house.advanceTo(listing.timetable.listingEndsAt);
    expect(await room(listing.id)).toMatchObject({ phase: 'ask' });
    await house.advanceTo(listing.timetable.timedStartsAt);
    expect(await room(listing.id)).toMatchObject({ status: 'timed-bidding', phase: 'timed' });
    await house.clock.forward(3 * minute);
    const restarted = await house.bid(first, listing.id, '1100.00');
    const now = await house.clock.now();
    expect(restarted.body).toMatchObject({
      phase: 'timed',
      closesAt: new Date(now.getTime() + 4 * minute).toISOString(),
    });
    await house.clock.forward(3 * minute);
    expect((await house.bid(second, listing.id, '1150.00')).status).toBe(201);
  });

  it('closes when a window passes in silence, at the instant that the rule says', async () => {
    const { closesAt } = (await room(listing.id))['timetable'] as { closesAt: string };
    await house.clock.set(closesAt);
    // The worker has not come by: the clock alone decides.
    expect((await house.bid(first, listing.id, '1200.00')).body).toMatchObject({
      code: 'bidding.closed',
      params: { closedAt: closesAt },
    });
    expect(await room(listing.id)).toMatchObject({ status: 'timed-bidding', phase: 'closing' });
    await house.clock.forward(17 * minute);
    expect(await house.doDueWork()).toEqual(['listing.close']);
    expect(await room(listing.id)).toMatchObject({
      status: 'closed-sold',
      phase: 'ended',
      bidCount: 4,
      result: { outcome: 'sold', priceCny: '1150.00', winner: { code: second }, closedAt: closesAt },
    });
    expect(await house.see(listing.id)).toMatchObject({
      winner: { code: second },
      currentPriceCny: '1150.00',
    });
    expect(await house.holds(seller, 'listed')).toEqual({ 'SFQ.AREA': 20_000n });
    expect((await house.bid(first, listing.id, '1200.00')).body).toMatchObject({ code: 'bidding.closed' });
  });
});

describe('a worker that is late or away', () => {
  it('changes nothing about who may bid when', async () => {
    const listing = await listed();
    await house.admit(first, listing.id);
    await house.admit(second, listing.id);
    const { opensAt, listingEndsAt, timedStartsAt } = listing.timetable;
    await house.advanceTo(opensAt, false);
    expect((await house.bid(first, listing.id, '1000.00')).body).toMatchObject({ seq: 1, phase: 'listing' });
    expect(await room(listing.id)).toMatchObject({ status: 'listing-open' });
    await house.advanceTo(listingEndsAt, false);
    expect((await house.bid(first, listing.id, '1050.00')).body).toMatchObject({
      code: 'bidding.not-in-window',
    });
    await house.advanceTo(timedStartsAt, false);
    expect((await house.bid(second, listing.id, '1050.00')).body).toMatchObject({
      code: 'bidding.not-entered',
    });
    expect((await house.bid(first, listing.id, '1050.00')).body).toMatchObject({ seq: 2, phase: 'timed' });
    expect(await room(listing.id)).toMatchObject({ status: 'timed-bidding' });
    await house.clock.forward(240 * minute);
    await house.doDueWork();
    const { closedAt } = await house.see(listing.id);
    expect(closedAt).toBe(new Date(Date.parse(timedStartsAt ?? '') + 4 * minute).toISOString());
  });

  it('fails a listing without bids at its end and gives the quota back', async () => {
    const before = await house.holds(seller, 'available');
    const listing = await listed();
    await house.admit(first, listing.id);
    await house.advanceTo(listing.timetable.closesAt);
    expect(await house.see(listing.id)).toMatchObject({
      status: 'closed-failed',
      closedAt: listing.timetable.listingEndsAt,
    });
    expect(await house.holds(seller, 'available')).toEqual(before);
  });
});

describe('one bid sent many times at once', () => {
  it('is one bid with equal answers', async () => {
    const listing = await listed();
    await house.admit(first, listing.id);
    await house.advanceTo(listing.timetable.opensAt);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => house.bid(first, listing.id, '1000.00', key)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 201, body: { id: key, seq: 1 } });
    expect(await room(listing.id)).toMatchObject({ bidCount: 1 });
    const other = await house.bid(first, listing.id, '1050.00', key);
    expect(other.body).toMatchObject({ status: 422, code: 'request.idempotency-key-reused' });
  });

  it('is judged in turn when many bid different prices at once', async () => {
    const listing = await listed({ ceilingCny: null });
    await house.admit(first, listing.id);
    await house.admit(second, listing.id);
    await house.advanceTo(listing.timetable.opensAt);
    const prices = Array.from({ length: 60 }, (_, i) => `${1000 + 50 * i}.00`);
    const answers = await Promise.all(
      prices.map((price, i) => house.bid(i % 2 ? first : second, listing.id, price)),
    );
    const accepted = answers.filter(({ status }) => status === 201).length;
    const rows = await house.work.readMarket((tx) =>
      tx.query<{ seq: bigint; price: bigint }>(
        'select seq, price from bid where listing_id = $1 order by seq',
        [listing.id],
      ),
    );
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: accepted }, (_, i) => BigInt(i + 1)));
    for (let i = 1; i < rows.length; i += 1) {
      expect((rows[i]?.price ?? 0n) - (rows[i - 1]?.price ?? 0n)).toBeGreaterThanOrEqual(5_000n);
    }
    const versions = await house.work.readMarket((tx) =>
      tx.query<{ version: bigint }>(
        'select version from listing_event where listing_id = $1 order by version',
        [listing.id],
      ),
    );
    expect(versions.map((row) => row.version)).toEqual(versions.map((_, i) => BigInt(i + 1)));
  });
});
