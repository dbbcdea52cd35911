import { createHash, randomUUID } from 'node:crypto';
import { type DrawRecord, faultsOfDraw } from '@muheng/contracts/common/draw';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound } from '../support/auditor.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';

const seller = '640425';
const [first, second, third, spectator] = ['640106', '640181', '640105', '640122'];
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

let house: AuctionHouse;
let listing: ListingBody;

beforeAll(async () => {
  house = await AuctionHouse.open();
  const lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare(seller);
  for (const buyer of [first, second, third])
    await house.need(buyer, { areaHa: '500.0000', capacityKg: '900000.0000' });
  listing = await house.notice(seller, { items: [{ lotId, areaHa: '2.0000' }], startPriceCny: '1000.00' });
});
afterAll(() => house.close());

const accept = async (buyer: string, key: string = randomUUID()) =>
  house.post(await house.person(buyer, 'bidder'), `/listings/${listing.id}/ceiling-acceptances`, {}, key);
const room = async () =>
  (await house.http.get(`/api/v1/listings/${listing.id}/room`)).body as Record<string, unknown>;

describe('a ceiling and its draw (domain §11 F1.7)', () => {
  it('commits with the notice, before anyone has registered, and shows the secret to nobody', async () => {
    expect(listing.drawCommitment).toMatch(/^[0-9a-f]{64}$/);
    expect(listing.draw).toBeNull();
    const seen = await house.work.read(null, (tx) => tx.query('select * from draw_secret'));
    expect(seen).toEqual([]);
  });

  it('refuses acceptance before the ceiling is reached', async () => {
    for (const buyer of [first, second, third]) await house.admit(buyer, listing.id);
    await house.advanceTo(listing.timetable.opensAt);
    for (const buyer of [first, second, third]) await house.bid(buyer, listing.id, '1000.00');
    expect((await house.bid(second, listing.id, '1050.00')).status).toBe(201);
    expect((await house.bid(third, listing.id, '1100.00')).status).toBe(201);
    await house.advanceTo(listing.timetable.timedStartsAt);
    expect((await accept(first)).body).toMatchObject({ code: 'bidding.ceiling-not-reached' });
  });

  it('takes acceptances once the ceiling is reached, each once, without restarting the window', async () => {
    const reached = await house.bid(first, listing.id, '1500.00');
    expect(reached.body).toMatchObject({ priceCny: '1500.00', minimumCny: null });
    expect((await house.bid(second, listing.id, '1500.00')).body).toMatchObject({
      code: 'bidding.below-minimum',
    });
    await house.clock.forward(60_000);
    const key = randomUUID();
    const taken = await accept(second, key);
    expect(taken).toMatchObject({
      status: 201,
      body: { seq: 5, candidates: 2, ceilingCny: '1500.00', closesAt: reached.body.closesAt as string },
    });
    expect((await accept(second, key)).body).toEqual(taken.body);
    expect((await accept(second)).body).toMatchObject({ code: 'bidding.already-accepted' });
    expect((await accept(first)).body).toMatchObject({ code: 'bidding.already-accepted' });
    expect((await accept(spectator)).body).toMatchObject({ code: 'bidding.not-registered' });
    expect((await accept(seller)).body).toMatchObject({ code: 'bidding.own-listing' });
    expect((await accept(third)).status).toBe(201);
    expect(await room()).toMatchObject({ status: 'ceiling-reached', phase: 'ceiling', bidCount: 4 });
  });

  it('draws at the close, and anyone can run the draw again', async () => {
    const { timetable } = (await room()) as { timetable: { closesAt: string } };
    await house.clock.set(timetable.closesAt);
    expect((await accept(third)).body).toMatchObject({ code: 'bidding.closed' });
    expect(await house.doDueWork()).toEqual(['listing.close']);
    const { draw, drawnParties, winner, status, currentPriceCny } = await house.see(listing.id);
    expect({ status, currentPriceCny }).toEqual({ status: 'closed-sold', currentPriceCny: '1500.00' });
    expect(draw?.commitment).toBe(listing.drawCommitment);
    expect(draw?.candidates).toEqual([first, second, third].toSorted());
    expect(winner?.code).toBe(draw?.order[0]);
    expect(drawnParties?.map(({ code }) => code)).toEqual(draw?.order);
    expect(drawnParties?.[0]).toEqual(winner);
    expect(faultsOfDraw(sha256, draw as DrawRecord)).toEqual([]);
    expect(await room()).toMatchObject({ phase: 'ended', draw: { seed: draw?.seed } });
    await expectSound(house.database.urls.superuser);
  });
});

describe('a crowd at the ceiling', () => {
  it('takes acceptances that come at once, each with a place of its own, and draws among all of them', async () => {
    const others = ['640104', '640121', '640122'];
    for (const buyer of others) await house.need(buyer, { areaHa: '500.0000', capacityKg: '900000.0000' });
    await house.declare(seller);
    const items = [{ lotId: listing.items[0]?.lotId, areaHa: '1.0000' }];
    const crowded = await house.notice(seller, { items, startPriceCny: '1000.00', depositCny: '0.00' });
    const buyers = [first, second, third, ...others];
    for (const buyer of buyers) expect((await house.register(buyer, crowded.id)).status).toBe(201);
    await house.advanceTo(crowded.timetable.opensAt);
    const people = await Promise.all(buyers.map((buyer) => house.person(buyer, 'bidder')));
    expect((await house.bid(first, crowded.id, '1500.00')).status).toBe(201);
    const path = `/listings/${crowded.id}/ceiling-acceptances`;
    const answers = await Promise.all(people.slice(1).map((person) => house.post(person, path)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    const places = answers.map((answer) => (answer.body as { seq: number }).seq);
    expect(places.toSorted((left, right) => left - right)).toEqual([2, 3, 4, 5, 6]);
    await house.advanceTo(crowded.timetable.timedStartsAt);
    await house.advanceTo((await house.see(crowded.id)).timetable.closesAt);
    expect((await house.see(crowded.id)).draw?.candidates).toEqual(buyers.toSorted());
  });
});
