import { randomBytes } from 'node:crypto';
import { faultsOfDraw } from '@muheng/contracts/common/draw';
import type { lotOrder } from '@muheng/contracts/listings';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sha256 } from '../../src/modules/listings/application/draw.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

type Order = z.output<typeof lotOrder>;

const sellers = ['640425', '640324', '640323'] as const;
const [first, second, third] = sellers;
let house: AuctionHouse;
const lots = new Map<string, string>();

beforeAll(async () => {
  house = await AuctionHouse.open();
  const client = new pg.Client({ connectionString: house.database.urls.superuser });
  await client.connect();
  await client.query(`update policy_version set values = values || '{"staggerMin": 30}'`);
  await client.end();
  for (const seller of sellers) {
    lots.set(seller, await house.lot(seller, { areaHa: '80.0000' }));
    await house.declare(seller);
  }
});
afterEach(() => expectSound(house.database.urls.reconciler));
afterAll(() => house.close());

const list = (seller: string): Promise<ListingBody> =>
  house.notice(seller, { items: [{ lotId: lots.get(seller), areaHa: '2.0000' }], startPriceCny: '1000.00' });
const operator = () => house.person('OPERATOR', 'maker');
const open = async (listingIds: string[]) => house.post(await operator(), '/lot-orders', { listingIds });
const contribute = async (seller: string, order: Order, value = randomBytes(32).toString('hex')) =>
  house.post(await house.person(seller, 'maker'), `/lot-orders/${order.id}/contributions`, { value });
const draw = async (order: Order) => house.post(await operator(), `/lot-orders/${order.id}/draw`);

describe('an order of lots (domain §11 F6)', () => {
  it('is drawn from what every seller contributed, spreads the ends, and runs again the same', async () => {
    const listings = [await list(first), await list(second), await list(third)];
    const opened = await open(listings.map((each) => each.id));
    expect(opened.status).toBe(201);
    const order = opened.body as Order;
    expect((await draw(order)).body).toMatchObject({ code: 'listing.order-waiting', params: { missing: 3 } });
    for (const seller of sellers) expect((await contribute(seller, order)).status).toBe(200);
    expect((await contribute(first, order)).body).toMatchObject({ code: 'listing.order-contributed' });
    expect((await contribute('640106', order)).body).toMatchObject({ code: 'listing.order-not-yours' });
    const ends = listings.map((each) => Date.parse(each.timetable.listingEndsAt ?? '')).sort();
    expect((await draw(order)).status).toBe(200);
    expect((await draw(order)).body).toMatchObject({ code: 'listing.order-drawn' });
    const { body } = await house.http.get(`/api/v1/lot-orders/${order.id}`);
    const drawn = body as Order;
    expect(drawn.draw).toMatchObject({ commitment: order.commitment, rule: 'everyone' });
    expect(drawn.draw && faultsOfDraw(sha256, drawn.draw)).toEqual([]);
    expect(drawn.listings.map((each) => each.seller.code)).toEqual(drawn.draw?.order);
    expect(drawn.listings.map((each) => each.turn)).toEqual([1, 2, 3]);
    expect(drawn.listings.map((each) => Date.parse(each.listingEndsAt ?? ''))).toEqual(
      [0, 1, 2].map((turn) => Math.max(...ends) + turn * 1_800_000),
    );
    const moved = await house.see(drawn.listings[2]?.id ?? '');
    expect(moved.timetable.listingEndsAt).toBe(drawn.listings[2]?.listingEndsAt);
  });

  it('refuses what cannot be put in order', async () => {
    const [one, other] = [await list(first), await list(first)];
    expect((await open([one.id, other.id])).body).toMatchObject({
      code: 'listing.order-not-possible',
      params: { cause: 'one-seller' },
    });
    const draft = await house.draft(second, {
      items: [{ lotId: lots.get(second), areaHa: '1.0000' }],
      startPriceCny: '1000.00',
    });
    expect((await open([one.id, draft.id])).body).toMatchObject({ params: { cause: 'not-in-notice' } });
  });

  it('goes on without who keeps silent, once the first listing opens', async () => {
    const listings = [await list(first), await list(second)];
    const order = (await open(listings.map((each) => each.id))).body as Order;
    await contribute(second, order);
    await house.clock.set(order.closesAt);
    const drawn = (await draw(order)).body as Order;
    expect(drawn.draw?.order).toEqual([second]);
    expect(drawn.listings.map((each) => each.seller.code)).toEqual([second, first]);
  });
});
