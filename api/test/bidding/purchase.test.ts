import { faultsOfDraw } from '@muheng/contracts/common/draw';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { execute } from '../../../scripts/lib/database.mjs';
import { type CommandContext, systemActor } from '../../src/kernel/access/actor.js';
import { CreateParty } from '../../src/modules/parties/application/create-party.use-case.js';
import { ReleaseOffers } from '../../src/modules/bidding/application/purchase/release-offers.use-case.js';
import { sha256 } from '../../src/modules/listings/application/draw.js';
import { AwardTrade } from '../../src/modules/settlement/application/award-trade.use-case.js';
import { actorOf } from '../support/actors.js';
import { AuctionHouse, type ListingBody, type RegistrationBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

const buyer = '640106';
const sellers = ['640425', '640324', '640323'] as const;
const [first, second, third] = sellers;
const wanted = { quota: 'SFQ', areaHa: '10.0000', capacityKg: '60000.0000' };
const prices = {
  startPriceCny: '900000.00',
  floorCny: '600000.00',
  stepCny: '10000.00',
  depositCny: '0.00',
};

let house: AuctionHouse;
const lots = new Map<string, string>();

beforeAll(async () => {
  house = await AuctionHouse.open();
  await house.need(buyer, { areaHa: '45.0000', capacityKg: '300000.0000' });
  for (const seller of sellers) {
    lots.set(seller, await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' }));
    await house.declare(seller);
  }
});
afterEach(() => expectSound(house.database.urls.reconciler));
afterAll(() => house.close());

const byWorker = (): CommandContext => ({ actor: systemActor, key: randomUUID(), requestId: 'worker' });

/** What the job `listing.closed` does. */
async function settleEnd(listingId: string): Promise<number> {
  await house.market.app.get(AwardTrade).execute(byWorker(), listingId);
  const { released } = await house.market.app.get(ReleaseOffers).execute(byWorker(), listingId);
  return released;
}

const purchase = (more: object = {}): Promise<ListingBody> =>
  house.notice(buyer, { form: 'reverse-purchase', wanted, ...prices, ...more });

async function putUp(seller: string, listingId: string, quantities: object = {}) {
  const bidder = await house.person(seller, 'bidder');
  const { quota: _quota, ...whole } = wanted;
  const items = [{ lotId: lots.get(seller), ...whole, ...quantities }];
  return house.post(bidder, `/listings/${listingId}/registrations`, { items });
}

async function enter(seller: string, listingId: string): Promise<void> {
  const made = (await putUp(seller, listingId)).body as RegistrationBody;
  const checker = await house.person(seller, 'checker');
  const certified = await house.post(checker, `/registrations/${made.id}/certificate`);
  expect(certified.body).toMatchObject({ status: 'bidding-right', offered: { areaHa: '10.0000' } });
}

async function offer(seller: string, listingId: string, priceCny: string) {
  return house.post(await house.person(seller, 'bidder'), `/listings/${listingId}/offers`, { priceCny });
}

describe('a reverse purchase', () => {
  it('takes the lowest offer, the earlier of two alike, and gives the others their quota back', async () => {
    const { id, timetable } = await purchase();
    for (const seller of sellers) await enter(seller, id);
    expect(await house.holds(first, 'listed')).toEqual({
      'SFQ.AREA': 100_000n,
      'SFQ.CAPACITY': 600_000_000n,
    });
    await house.advanceTo(timetable.opensAt);
    expect((await offer(first, id, '880000.00')).body).toMatchObject({ seq: 1, lowestCny: '880000.00' });
    expect((await offer(second, id, '700000.00')).body).toMatchObject({ seq: 2, lowestCny: '700000.00' });
    expect((await offer(third, id, '700000.00')).status).toBe(201);
    await house.advanceTo(timetable.listingEndsAt);
    const closed = await house.see(id);
    expect(closed).toMatchObject({
      status: 'closed-sold',
      currentPriceCny: '700000.00',
      winner: { code: second },
      awards: [{ seller: { code: second }, buyer: { code: buyer }, priceCny: '700000.00' }],
      draw: null,
    });
    await expectSound(house.database.urls.reconciler);
    expect(await settleEnd(id)).toBe(2);
    expect(await settleEnd(id)).toBe(0);
    expect(await house.holds(first, 'listed')).toEqual({});
    expect(await house.holds(second, 'in-settlement')).toMatchObject({ 'SFQ.AREA': 100_000n });
  });

  it('draws between two at the lowest price, and anyone can run the draw again', async () => {
    const { id, timetable } = await purchase();
    for (const seller of sellers) await enter(seller, id);
    await house.advanceTo(timetable.opensAt);
    await offer(first, id, '600000.00');
    await offer(second, id, '600000.00');
    await offer(third, id, '610000.00');
    await house.advanceTo(timetable.listingEndsAt);
    const { draw, winner, drawCommitment } = await house.see(id);
    expect(draw).toMatchObject({ rule: 'lowest', commitment: drawCommitment, candidates: [second, first] });
    expect(draw && faultsOfDraw(sha256, draw)).toEqual([]);
    expect(winner?.code).toBe(draw?.order[0]);
    await settleEnd(id);
  });

  it('fails without an offer, or is withdrawn, and everything goes back', async () => {
    const failed = await purchase();
    await enter(first, failed.id);
    await house.advanceTo(failed.timetable.listingEndsAt);
    expect((await house.see(failed.id)).status).toBe('closed-failed');
    expect(await settleEnd(failed.id)).toBe(1);
    const withdrawn = await purchase();
    await enter(first, withdrawn.id);
    const maker = await house.person(buyer, 'maker');
    await house.post(maker, `/listings/${withdrawn.id}/withdrawal`, { reason: '另有安排' });
    expect(await settleEnd(withdrawn.id)).toBe(1);
    expect(await house.holds(first, 'listed')).toEqual({});
  });

  it('answers each fault with its own code, and changes nothing', async () => {
    const { id, timetable } = await purchase();
    expect((await putUp(first, id, { areaHa: '9.0000' })).body).toMatchObject({
      code: 'bidding.offer-differs',
      params: { component: 'area', offered: '9.0000 ha', wanted: '10.0000 ha' },
    });
    expect((await house.register(first, id)).body).toMatchObject({ code: 'bidding.items-needed' });
    expect((await house.register(buyer, id)).body).toMatchObject({ code: 'bidding.own-listing' });
    const made = (await putUp(first, id)).body as RegistrationBody;
    expect(made.status).toBe('applied');
    expect((await putUp(first, id)).body).toMatchObject({ code: 'bidding.already-registered' });
    const stranger = await house.person(second, 'checker');
    expect((await house.post(stranger, `/registrations/${made.id}/certificate`)).body).toMatchObject({
      code: 'request.not-found',
    });
    const checker = await house.person(first, 'checker');
    expect((await house.post(checker, `/registrations/${made.id}/certificate`)).status).toBe(200);
    expect((await house.post(checker, `/registrations/${made.id}/certificate`)).body).toMatchObject({
      code: 'bidding.offer-not-waiting',
    });
    expect((await offer(first, id, '800000.00')).body).toMatchObject({ code: 'bidding.not-in-window' });
    await house.advanceTo(timetable.opensAt);
    const refusals: [string, string, string][] = [
      [first, '910000.00', 'bidding.above-ceiling'],
      [first, '590000.00', 'bidding.below-minimum'],
      [first, '805000.00', 'bidding.not-on-step'],
      [second, '800000.00', 'bidding.not-registered'],
    ];
    for (const [who, price, code] of refusals)
      expect((await offer(who, id, price)).body).toMatchObject({ code });
    expect((await house.bid(first, id, '800000.00')).body).toMatchObject({
      code: 'listing.form-not-allowed',
    });
    // What stands in no row of the form's table cannot happen, whatever put the listing there.
    const stand = (status: string) =>
      execute(house.database.urls.superuser, [
        'set session_replication_role = replica',
        `update listing set status = '${status}' where id = '${id}'`,
      ]);
    await stand('lottery');
    expect((await offer(first, id, '800000.00')).body).toMatchObject({
      code: 'listing.wrong-status',
      params: { status: 'lottery', action: 'offer' },
    });
    await stand('listing-open');
    expect((await house.see(id)).bidCount).toBe(0);
    expect((await offer(first, id, '800000.00')).status).toBe(201);
    expect((await offer(first, id, '800000.00')).body).toMatchObject({ code: 'bidding.above-ceiling' });
    await house.advanceTo(timetable.listingEndsAt);
    expect((await offer(first, id, '700000.00')).body).toMatchObject({ code: 'bidding.closed' });
    await settleEnd(id);
  });

  it('is for what the buyer lacks and no more', async () => {
    const draft = await house.draft(buyer, {
      form: 'reverse-purchase',
      wanted: { quota: 'SFQ', areaHa: '46.0000' },
      ...prices,
    });
    expect((await house.certify(buyer, draft.id)).body).toMatchObject({ code: 'party.not-eligible' });
  });

  it.each(['project-owner', 'county-unit'] as const)(
    'is asked for by a %s too, up to what it lacks',
    async (kind) => {
      const code = kind === 'project-owner' ? 'RAIL-9' : 'UNIT-9';
      const region = await actorOf(house.work, '640000', ['administrator']);
      await house.market.app
        .get(CreateParty)
        .execute(
          { actor: region, key: randomUUID(), requestId: 'test' },
          { code, kind, nameZh: code, nameEn: code, standalone: false, countyCode: '640181' },
        );
      await house.need(code, { areaHa: '10.0000', capacityKg: '60000.0000' });
      const tooMuch = await house.draft(code, {
        form: 'reverse-purchase',
        ...prices,
        wanted: { ...wanted, areaHa: '11.0000' },
      });
      expect((await house.certify(code, tooMuch.id)).body).toMatchObject({ code: 'party.not-eligible' });
      const { id } = await house.draft(code, { form: 'reverse-purchase', ...prices, wanted });
      expect((await house.certify(code, id)).status).toBe(200);
      await house.decide('640100', id);
      const noticed = (await house.decide('640000', id)).body as ListingBody;
      expect(noticed).toMatchObject({ status: 'notice', seller: { code } });
      await enter(first, id);
      await house.advanceTo(noticed.timetable.opensAt);
      expect((await offer(first, id, '650000.00')).status).toBe(201);
      await house.advanceTo(noticed.timetable.listingEndsAt);
      expect(await house.see(id)).toMatchObject({ status: 'closed-sold', currentPriceCny: '650000.00' });
      await settleEnd(id);
    },
  );
});
