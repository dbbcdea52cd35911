import { randomUUID } from 'node:crypto';
import { auctionReplay } from '@muheng/contracts/bidding';
import { openShare } from '@muheng/contracts/common/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../../scripts/lib/database.mjs';
import { hpke } from '../../src/modules/bidding/application/sealed/hpke.js';
import { AuctionHouse, type ListingBody, type RegistrationBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';
import { type Holder, SealedDesk } from '../support/sealed-desk.js';

const seller = '640221';
const [first, second] = ['640106', '640181'] as const;

let house: AuctionHouse;
let desk: SealedDesk;
const lots = new Map<string, string>();
beforeAll(async () => {
  house = await AuctionHouse.open();
  desk = new SealedDesk(house, seller);
  for (const county of [seller, '640425']) {
    lots.set(county, await house.lot(county, { areaHa: '80.0000', capacityKg: '480000.0000' }));
    await house.declare(county);
  }
  for (const buyer of [first, second])
    await house.need(buyer, { areaHa: '500.0000', capacityKg: '900000.0000' });
});
afterAll(() => house.close());

const replay = async (listingId: string, party?: string) => {
  const request = house.http.get(`/api/v1/listings/${listingId}/replay`);
  const answer = await (party
    ? request.set('cookie', (await house.person(party, 'regulator')).cookie)
    : request);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return auctionReplay.parse(answer.body);
};
const offered = () => [{ lotId: lots.get(seller), areaHa: '2.0000' }];
const asBidder = async (party: string, path: string, body: object = {}) =>
  house.post(await house.person(party, 'bidder'), path, body, randomUUID());
/** Changes a row behind everybody's back, as no role of the market could. */
const tamper = (sql: string) =>
  execute(house.database.urls.superuser, ['set session_replication_role = replica', sql]);
const eventsOf = (seen: Awaited<ReturnType<typeof replay>>) => seen.steps.map(({ event }) => event);

async function sealed(form: 'sealed-first-price' | 'sealed-uniform'): Promise<ListingBody> {
  const body = { form, items: offered(), startPriceCny: '3000.00', depositCny: '0.00' };
  const { id } = await house.draft(seller, body);
  const listing = await desk.notice(id);
  for (const buyer of [first, second]) expect((await house.register(buyer, id)).status).toBe(201);
  await house.advanceTo(listing.timetable.opensAt);
  return listing;
}
const seal = async (listing: ListingBody, bidder: string, price: string, areaHa: string | null = null) =>
  asBidder(bidder, `/listings/${listing.id}/sealed-bids`, await desk.seal(listing, bidder, price, areaHa));
async function open(listing: ListingBody): Promise<void> {
  for (const who of ['operator', 'regulator'] as Holder[]) {
    const holder = await desk.holder(who);
    const own = await house.http.get(`/api/v1/listings/${listing.id}/share`).set({ cookie: holder.cookie });
    const share = await openShare(hpke, desk.privateKeys.get(who) ?? '', listing.id, own.body as never);
    expect((await house.post(holder, `/listings/${listing.id}/shares`, { share })).status).toBe(200);
  }
}

describe('a fixed price, run again from its log', () => {
  it('is sold to who took it, and to nobody by another price', async () => {
    const listing = await house.notice(seller, {
      form: 'fixed-price',
      items: offered(),
      startPriceCny: '3000.00',
      depositCny: '0.00',
    });
    await house.register(first, listing.id);
    await house.advanceTo(listing.timetable.opensAt);
    await tamper(`update listing set status = 'timed-bidding' where id = '${listing.id}'`);
    expect((await asBidder(first, `/listings/${listing.id}/purchases`)).body).toMatchObject({
      code: 'listing.wrong-status',
      params: { status: 'timed-bidding', action: 'sell' },
    });
    await tamper(`update listing set status = 'listing-open' where id = '${listing.id}'`);
    expect((await asBidder(first, `/listings/${listing.id}/purchases`)).status).toBe(201);
    const seen = await replay(listing.id);
    expect(seen.verdict).toMatchObject({ equal: true, fault: null, draw: null });
    expect(seen.verdict.recorded).toMatchObject({ outcome: 'sold', priceCny: '3000.00', awards: [] });
    expect(seen.terms).toMatchObject({ stepCny: null, timedStartsAt: null, windowMin: null });
    expect(seen.steps.find(({ event }) => event === 'listing.bought')).toMatchObject({
      priceCny: '3000.00',
      bidCount: 1,
      bidder: null,
    });
    await expectSound(house.database.urls.superuser);
    await tamper(`update listing_event set payload = jsonb_set(payload, '{priceCny}', '"2999.00"')
      where listing_id = '${listing.id}' and event = 'listing.bought'`);
    expect((await replay(listing.id)).verdict).toMatchObject({ equal: false, fault: { why: 'price' } });
    await tamper(`update listing_event set payload = jsonb_set(payload, '{priceCny}', '"3000.00"')
      where listing_id = '${listing.id}' and event = 'listing.bought'`);
  });

  it('fails by the rule where nobody takes it', async () => {
    const listing = await house.notice(seller, {
      form: 'fixed-price',
      items: offered(),
      startPriceCny: '3000.00',
    });
    await house.advanceTo(listing.timetable.listingEndsAt);
    expect((await replay(listing.id)).verdict).toMatchObject({
      equal: true,
      recorded: { outcome: 'failed', winnerNo: null, closedAt: listing.timetable.listingEndsAt },
    });
  });
});

describe('a purchase, run again from its log', () => {
  it('comes to the same seller, also by its draw; named to who watches the buyer', async () => {
    const wanted = { quota: 'SFQ', areaHa: '10.0000', capacityKg: '60000.0000' };
    const prices = {
      startPriceCny: '900000.00',
      floorCny: '600000.00',
      stepCny: '10000.00',
      depositCny: '0.00',
    };
    const listing = await house.notice(first, { form: 'reverse-purchase', wanted, ...prices });
    const { quota: _quota, ...whole } = wanted;
    for (const county of [seller, '640425']) {
      const items = [{ lotId: lots.get(county), ...whole }];
      const made = (await asBidder(county, `/listings/${listing.id}/registrations`, { items })).body;
      const checker = await house.person(county, 'checker');
      await house.post(checker, `/registrations/${(made as RegistrationBody).id}/certificate`);
    }
    await house.advanceTo(listing.timetable.opensAt);
    for (const [county, priceCny] of [
      [seller, '800000.00'],
      ['640425', '600000.00'],
      [seller, '600000.00'],
    ] as const)
      expect((await asBidder(county, `/listings/${listing.id}/offers`, { priceCny })).status).toBe(201);
    await house.advanceTo(listing.timetable.listingEndsAt);
    const seen = await replay(listing.id);
    expect(seen.verdict).toMatchObject({
      equal: true,
      draw: { candidates: 2, verified: true },
      recorded: { outcome: 'sold', priceCny: '600000.00' },
    });
    const offers = seen.steps.filter(({ event }) => event === 'offer.accepted');
    expect(offers.map(({ leadingCny, candidates }) => [leadingCny, candidates])).toEqual([
      ['800000.00', 0],
      ['600000.00', 1],
      ['600000.00', 2],
    ]);
    const named = await replay(listing.id, '640100');
    expect(named.steps.flatMap(({ bidder }) => bidder?.code ?? [])).toEqual([seller, '640425', seller]);
    await expectSound(house.database.urls.superuser);
    await tamper(`update bid set price = price + 1 where listing_id = '${listing.id}' and seq = 2`);
    expect((await replay(listing.id)).verdict).toMatchObject({
      equal: false,
      recomputed: null,
      fault: { why: 'bidding.not-on-step' },
    });
    await tamper(`update bid set price = price - 1 where listing_id = '${listing.id}' and seq = 2`);
  });
});

describe('a sealed auction, run again from its log', () => {
  it('shows no price before it is opened, then every one, and the same winner', async () => {
    const listing = await sealed('sealed-first-price');
    await seal(listing, first, '4000.00');
    await seal(listing, second, '5000.00');
    await seal(listing, second, '2000.00');
    await house.advanceTo(listing.timetable.listingEndsAt);
    const closed = await replay(listing.id, '640000');
    expect(closed.verdict).toMatchObject({
      equal: null,
      recomputed: null,
      draw: { candidates: 2, verified: true },
    });
    expect(closed.steps.every(({ priceCny }) => priceCny === null)).toBe(true);
    await open(listing);
    const seen = await replay(listing.id);
    expect(seen.verdict).toMatchObject({ equal: true, recorded: { priceCny: '5000.00', awards: [] } });
    expect(
      seen.steps.flatMap(({ event, priceCny, voidReason }) =>
        event === 'bid.sealed' ? [[priceCny, voidReason]] : [],
      ),
    ).toEqual([
      ['4000.00', null],
      ['5000.00', null],
      ['2000.00', 'bidding.below-minimum'],
    ]);
    expect(eventsOf(seen).slice(-4)).toEqual(['share.given', 'share.given', 'seals.opened', 'closed']);
    await expectSound(house.database.urls.superuser);
    await tamper(`update sealed_opening set void_reason = null where listing_id = '${listing.id}'`);
    expect((await replay(listing.id)).verdict).toMatchObject({ equal: false, fault: { why: 'judgement' } });
    await tamper(`update sealed_opening set void_reason = 'bidding.below-minimum'
      where listing_id = '${listing.id}' and price = 200000`);
  });

  it('clears the uniform price anew, with every part', async () => {
    const listing = await sealed('sealed-uniform');
    await seal(listing, first, '200.00', '1.5000');
    await seal(listing, second, '150.00', '1.0000');
    await house.advanceTo(listing.timetable.listingEndsAt);
    await open(listing);
    const { verdict, steps } = await replay(listing.id);
    expect(verdict).toMatchObject({ equal: true, fault: null });
    // 1.5 and 0.5 ha, both at 150.00 a mu.
    expect(verdict.recorded?.awards.map(({ areaHa, priceCny }) => [areaHa, priceCny])).toEqual([
      ['1.5000', '3375.00'],
      ['0.5000', '1125.00'],
    ]);
    expect(steps.find(({ areaHa }) => areaHa !== null)).toMatchObject({
      areaHa: '1.5000',
      priceCny: '200.00',
    });
    await expectSound(house.database.urls.superuser);
    await tamper(
      `update listing_award set price = price + 1 where listing_id = '${listing.id}' and ordinal = 2`,
    );
    expect((await replay(listing.id)).verdict).toMatchObject({ equal: false, fault: null });
  });
});
