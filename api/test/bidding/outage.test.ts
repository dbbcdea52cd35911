import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { CloseAuction } from '../../src/modules/bidding/application/close-auction.use-case.js';
import { KeepFloor } from '../../src/modules/bidding/application/keep-floor.use-case.js';
import { FloorWatch } from '../../src/modules/bidding/http/floor-watch.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

const seller = '640425';
const [first, second] = ['640106', '640181'];
const minute = 60_000;

let house: AuctionHouse;
let admin: pg.Client;
let listing: ListingBody;

beforeAll(async () => {
  house = await AuctionHouse.open();
  admin = new pg.Client({ connectionString: house.database.urls.superuser });
  await admin.connect();
  // Here the test beats, and nobody else.
  house.market.app.get(FloorWatch, { strict: false }).onModuleDestroy();
  const lotId = await house.lot(seller, { areaHa: '80.0000' });
  await house.declare(seller);
  for (const buyer of [first, second]) await house.need(buyer, { areaHa: '500.0000' });
  listing = await house.notice(seller, {
    items: [{ lotId, areaHa: '2.0000' }],
    startPriceCny: '1000.00',
    ceilingCny: null,
  });
  for (const buyer of [first, second]) await house.admit(buyer, listing.id);
  await house.advanceTo(listing.timetable.opensAt);
  for (const [i, buyer] of [first, second].entries())
    expect((await house.bid(buyer, listing.id, `${1000 + i * 50}.00`)).status).toBe(201);
  await house.advanceTo(listing.timetable.timedStartsAt);
});
afterAll(async () => {
  await expectSound(house.database.urls.reconciler);
  await admin.end();
  await house.close();
});

const floor = () => house.market.app.get(KeepFloor, { strict: false });
/** Nobody beats for so long, by the market's clock and the wall's. */
async function goDark(seconds: number): Promise<void> {
  await floor().beat();
  await admin.query(`update floor_pulse set wall_at = wall_at - make_interval(secs => $1)`, [seconds]);
  await house.clock.forward(seconds * 1_000);
}
const close = () =>
  house.market.app
    .get(CloseAuction)
    .execute({ actor: systemActor, key: randomUUID(), requestId: 'worker' }, listing.id);
const closesAt = async (): Promise<string> => {
  const { body } = await house.http.get(`/api/v1/listings/${listing.id}/room`);
  return (body as { timetable: { closesAt: string } }).timetable.closesAt;
};

describe('an outage in the final window (domain §16)', () => {
  it('of no more than the policy bears changes nothing', async () => {
    const before = await closesAt();
    await goDark(60);
    expect(await floor().beat()).toBe(0);
    expect(await closesAt()).toBe(before);
  });

  it('of more keeps the auction open, gives the window anew in public, and lets bidding go on', async () => {
    const bid = await house.bid(first, listing.id, '1100.00');
    expect(bid.status).toBe(201);
    const before = await closesAt();
    await goDark(5 * 60);
    // The window has passed, and nobody could bid: the worker must not sell now.
    expect(await close()).toEqual({ answer: 'open' });
    expect(await floor().beat()).toBe(1);
    expect(await floor().beat()).toBe(0);
    const now = await house.clock.now();
    const after = new Date(now.getTime() + 4 * minute).toISOString();
    expect(await closesAt()).toBe(after);
    const { rows } = await admin.query<{ payload: object }>(
      `select payload from listing_event where listing_id = $1 and event = 'window.extended'`,
      [listing.id],
    );
    expect(rows).toMatchObject([
      { payload: { cause: 'outage', closedBefore: before, closesAt: after, until: now.toISOString() } },
    ]);
    const audited = await admin.query(
      `select 1 from audit where action = 'bidding.resume-floor' and subject_id = $1`,
      [listing.id],
    );
    expect(audited.rowCount).toBe(1);
    expect((await house.bid(second, listing.id, '1150.00')).status).toBe(201);
  });

  it('closes in silence as ever when the floor is there', async () => {
    await house.clock.forward(4 * minute);
    await floor().beat();
    expect(await close()).toEqual({ answer: 'sold' });
  });
});
