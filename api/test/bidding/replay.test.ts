import { auctionReplay } from '@muheng/contracts/bidding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../../scripts/lib/database.mjs';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

const seller = '640425';
const [first, second] = ['640106', '640181'];
const minute = 60_000;

let house: AuctionHouse;
let lotId: string;
beforeAll(async () => {
  house = await AuctionHouse.open();
  lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare(seller);
  for (const buyer of [first, second])
    await house.need(buyer, { areaHa: '500.0000', capacityKg: '900000.0000' });
});
afterAll(async () => {
  await house.close();
});

const listed = async (): Promise<ListingBody> => {
  const listing = await house.notice(seller, {
    items: [{ lotId, areaHa: '2.0000' }],
    startPriceCny: '1000.00',
  });
  for (const buyer of [first, second]) await house.admit(buyer, listing.id);
  await house.advanceTo(listing.timetable.opensAt);
  return listing;
};
const ask = async (listingId: string, party?: string) => {
  const request = house.http.get(`/api/v1/listings/${listingId}/replay`);
  return party ? request.set('cookie', (await house.person(party, 'regulator')).cookie) : request;
};
const replay = async (listingId: string, party?: string) =>
  auctionReplay.parse((await ask(listingId, party)).body);
const later = (at: string | null, ms: number): string => new Date(Date.parse(at ?? '') + ms).toISOString();
const regulate = async (kind: string, listingId: string): Promise<void> => {
  const act = { kind, listingId, reason: '核查举报' };
  const proposed = await house.post(await house.person('640000', 'regulator', 1), '/measures', act);
  const { id } = proposed.body as { id: string };
  const second = await house.person('640000', 'regulator', 2);
  const done = await house.post(second, `/measures/${id}/decision`, { carryOut: true, reason: '同意' });
  expect(done.status).toBe(200);
};

describe('an auction, run again from its log', () => {
  let id: string;

  it('comes to the same verdict, through a pause and restarted windows', async () => {
    const listing = await listed();
    id = listing.id;
    await house.bid(first, id, '1000.00');
    await house.bid(second, id, '1050.00');
    await house.clock.set(later(listing.timetable.opensAt, 60 * minute));
    await regulate('listing-suspension', id);
    await house.clock.set(later(listing.timetable.opensAt, 24 * 60 * minute));
    await regulate('listing-resumption', id);
    const moved = (await house.see(id)).timetable;
    expect(moved.timedStartsAt).not.toBe(listing.timetable.timedStartsAt);
    await house.advanceTo(moved.timedStartsAt);
    await house.bid(first, id, '1100.00');
    await house.clock.set(later(moved.timedStartsAt, 2 * minute));
    await house.bid(second, id, '1200.00');

    expect((await ask(id)).body).toMatchObject({ status: 409, code: 'bidding.replay-after-close' });
    const running = await replay(id, '640400');
    expect(running).toMatchObject({
      masked: false,
      verdict: { recorded: null, recomputed: null, equal: null },
    });

    await house.advanceTo(later(moved.timedStartsAt, 6 * minute));
    const seen = await replay(id);
    expect(seen.masked).toBe(true);
    expect(seen.winner?.code).toBe(second);
    expect(seen.terms.timedStartsAt).toBe(listing.timetable.timedStartsAt);
    expect(seen.steps.every(({ bidder }) => bidder === null)).toBe(true);
    const prices = seen.steps.flatMap(({ event, priceCny, leadingCny }) =>
      event === 'bid.accepted' ? [[priceCny, leadingCny]] : [],
    );
    expect(prices).toEqual(['1000.00', '1050.00', '1100.00', '1200.00'].map((each) => [each, each]));
    expect(seen.steps.find(({ event }) => event === 'listing.suspended')?.reason).toBe('核查举报');
    expect(seen.verdict).toMatchObject({ equal: true, fault: null, draw: null });
    expect(seen.verdict.recorded).toMatchObject({ outcome: 'sold', priceCny: '1200.00' });
    expect(seen.verdict.recomputed?.closedAt).toBe(later(moved.timedStartsAt, 6 * minute));
    await expectSound(house.database.urls.superuser);
  });

  it('names bidders to those who watch the seller, and to no other city', async () => {
    const named = await replay(id, '640000');
    const bidders = named.steps.flatMap(({ bidder }) => bidder?.code ?? []);
    expect(bidders).toEqual([first, second, first, second]);
    expect((await replay(id, '640100')).masked).toBe(true);
  });

  it('fails by the rule where nobody bids, and says so', async () => {
    const listing = await listed();
    await house.advanceTo(listing.timetable.listingEndsAt);
    const { verdict } = await replay(listing.id);
    expect(verdict).toMatchObject({ equal: true, recorded: { outcome: 'failed', winnerNo: null } });
  });

  it('draws at the ceiling by the published record', async () => {
    const listing = await listed();
    await house.bid(first, listing.id, '1500.00');
    const other = await house.person(second, 'bidder');
    await house.post(other, `/listings/${listing.id}/ceiling-acceptances`);
    await house.advanceTo(later(listing.timetable.timedStartsAt, 4 * minute));
    const { verdict, steps } = await replay(listing.id);
    expect(verdict).toMatchObject({ equal: true, draw: { candidates: 2, verified: true } });
    expect(steps.at(-1)).toMatchObject({ candidates: 2, leadingCny: '1500.00' });
    // From the draw on it is whom it drew that leads; before, who bid last.
    const { draw } = await house.see(listing.id);
    const place = steps.findIndex(({ event }) => event === 'drawn');
    const bidderNo = steps.find(({ event }) => event === 'bid.accepted')?.bidderNo;
    expect(steps[place - 1]?.leaderNo).toBe(bidderNo);
    expect(steps[place]?.leaderNo === bidderNo).toBe(draw?.order[0] === first);
    expect(steps[place]?.leaderNo).toBe(verdict.recomputed?.winnerNo);
  });

  it('shows where log and rule disagree, once somebody has changed a row', async () => {
    const url = house.database.urls.superuser;
    const off = 'set session_replication_role = replica';
    await execute(url, [off, `update bid set price = price + 1 where listing_id = '${id}' and seq = 3`]);
    const { verdict, steps } = await replay(id);
    expect(verdict).toMatchObject({ equal: false, recomputed: null, fault: { why: 'bidding.not-on-step' } });
    expect(steps.find(({ version }) => version === verdict.fault?.version)?.event).toBe('bid.accepted');
    await execute(url, [off, `update listing set leader_no = 0 where id = '${id}'`]);
    await execute(url, [off, `update bid set price = price - 1 where listing_id = '${id}' and seq = 3`]);
    expect((await replay(id)).verdict.equal).toBe(true);
    const award = `update listing_event set payload = jsonb_set(payload, '{priceCny}', '"1100.00"')
      where listing_id = '${id}' and event = 'closed'`;
    await execute(url, [off, award]);
    expect((await replay(id)).verdict).toMatchObject({ equal: false, fault: null });
  });
});
