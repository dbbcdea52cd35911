import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as } from '../support/app.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';

const seller = '640425';
const prices = { startPriceCny: '45640800.00' };

let house: AuctionHouse;
let lotId: string;

beforeAll(async () => {
  house = await AuctionHouse.open();
  lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.need(seller, { areaHa: '12.3456', capacityKg: '74073.6000' });
  await house.declare(seller);
});
afterAll(() => house.close());

const items = (areaHa: string) => [{ lotId, areaHa }];

describe('a draft', () => {
  it('takes the whole lot and the percentages of the policy when nothing else is said, rounded down', async () => {
    const draft = await house.draft(seller, { items: [{ lotId }], ...prices });
    expect(draft).toMatchObject({
      status: 'draft',
      quantities: { areaHa: '80.0000', capacityKg: '480000.0000' },
      stepCny: '2282040.00',
      depositCny: '9128160.00',
      ceilingCny: '68461200.00',
      number: null,
    });
    const open = await house.draft(seller, { items: [{ lotId }], ...prices, ceilingCny: null });
    expect(open.ceilingCny).toBeNull();
  });

  it('is edited under its version by whoever saw the newest', async () => {
    const draft = await house.draft(seller, { items: items('1.0000'), ...prices });
    const maker = await house.person(seller, 'maker');
    const put = (version: number) =>
      house.http
        .put(`/api/v1/listings/${draft.id}`)
        .set({ ...as(maker), 'if-match': `"${version}"` })
        .send({ items: items('2.0000'), startPriceCny: '1500000.00' });
    const edited = await put(draft.version).expect(200);
    expect(edited.body).toMatchObject({ quantities: { areaHa: '2.0000' }, startPriceCny: '1500000.00' });
    expect((await put(draft.version)).body).toMatchObject({ status: 409, code: 'request.conflict' });
  });

  it('is nobody else’s to see, to edit or to certify', async () => {
    const draft = await house.draft(seller, { items: items('1.0000'), ...prices });
    await house.http.get(`/api/v1/listings/${draft.id}`).expect(404);
    const other = await house.person('640324', 'checker');
    const response = await house.post(other, `/listings/${draft.id}/certificate`);
    expect(response.body).toMatchObject({ status: 404, code: 'listing.not-found' });
  });

  it.each([
    [{ items: [] }, 'request.invalid'],
    [{ items: undefined }, 'listing.no-items'],
    [{ items: [{ lotId: '0190a000-0000-7000-8000-000000000000' }] }, 'quota.not-found'],
    [{ items: [{ areaHa: '1.0000' }] }, 'request.invalid'],
    [{ colour: 'red' }, 'request.unknown-field'],
    [{ ceilingCny: '1.00' }, 'listing.price-invalid'],
    [{ form: 'reverse-purchase' }, 'listing.wanted-needed'],
  ])('refuses %j', async (more, code) => {
    const body = { items: items('1.0000'), ...prices, ...more };
    const response = await house.post(await house.person(seller, 'maker'), '/listings', body);
    expect(response.body).toMatchObject({ code });
  });
});

describe('the certificate', () => {
  it('is signed by a second person, and never by a person without the role', async () => {
    const draft = await house.draft(seller, { items: items('1.0000'), ...prices });
    const maker = await house.person(seller, 'maker');
    expect((await house.post(maker, `/listings/${draft.id}/certificate`)).status).toBe(403);
  });

  it('refuses what is no surplus, with the arithmetic, and lists nothing', async () => {
    const draft = await house.draft(seller, { items: items('68.0000'), ...prices });
    const refused = await house.certify(seller, draft.id);
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'county-first.surplus-exceeded',
      params: { component: 'area', surplus: '67.6544 ha', excess: '0.3456 ha' },
    });
    expect(await house.holds(seller, 'listed')).toEqual({});
  });
});

describe('the lanes', () => {
  let listing: ListingBody;

  it('move the quota and wait for the city, then the region', async () => {
    const draft = await house.draft(seller, { items: items('10.0000'), ...prices });
    const certified = await house.certify(seller, draft.id);
    listing = certified.body as ListingBody;
    expect(listing).toMatchObject({
      status: 'city-review',
      awaiting: { lane: 'city', party: { code: '640400' } },
    });
    expect(await house.holds(seller, 'listed')).toEqual({ 'SFQ.AREA': 100_000n });
    const waiting = await house.http
      .get('/api/v1/my/approvals')
      .set({ cookie: (await house.person('640400', 'approver')).cookie });
    expect(waiting.body).toMatchObject({ items: [{ lane: 'city', listing: { id: listing.id } }] });
  });

  it('are signed in their order, by those whose they are', async () => {
    expect((await house.decide('640000', listing.id)).body).toMatchObject({ code: 'listing.lane-not-yours' });
    expect((await house.decide('640100', listing.id)).body).toMatchObject({ status: 404 });
    expect((await house.decide('640400', listing.id)).body).toMatchObject({ status: 'region-review' });
  });

  it('cannot be bid for before the notice', async () => {
    await house.need('640106', { areaHa: '60.0000' });
    expect((await house.register('640106', listing.id)).body).toMatchObject({ code: 'listing.not-approved' });
  });

  it('send back to the maker with a reason, and the quota to the county', async () => {
    const rejected = await house.decide('640000', listing.id, 'rejected');
    expect(rejected.body).toMatchObject({ status: 'draft', awaiting: null });
    expect(await house.holds(seller, 'listed')).toEqual({});
    expect((await house.certify(seller, listing.id)).body).toMatchObject({ status: 'city-review' });
    await house.decide('640400', listing.id);
    const noticed = (await house.decide('640000', listing.id)).body as ListingBody;
    expect(noticed).toMatchObject({
      status: 'notice',
      number: 'SFQ-2026-000001',
      timetable: {
        noticeAt: '2026-03-02T01:00:00.000Z',
        opensAt: '2026-03-12T01:00:00.000Z',
        depositCloseAt: '2026-03-16T01:00:00.000Z',
        listingBidStopAt: '2026-03-17T00:00:00.000Z',
        listingEndsAt: '2026-03-17T01:00:00.000Z',
        timedStartsAt: '2026-03-17T01:05:00.000Z',
        closesAt: '2026-03-17T01:09:00.000Z',
      },
    });
    expect(noticed.approvals.map((each) => [each.round, each.lane, each.decision])).toEqual([
      [1, 'county-check', 'approved'],
      [1, 'city', 'approved'],
      [1, 'region', 'rejected'],
      [2, 'county-check', 'approved'],
      [2, 'city', 'approved'],
      [2, 'region', 'approved'],
    ]);
  });

  it('make it public with its reasons, without names', async () => {
    const seen = await house.see(listing.id);
    expect(seen).toMatchObject({ status: 'notice', seller: { code: seller } });
    expect(seen.approvals).toHaveLength(6);
    expect(seen.approvals.every(({ reason, personName }) => reason && personName === null)).toBe(true);
    const feed = await house.http.get('/api/v1/listings?status=notice&county=640400&quota=SFQ&q=2026-000001');
    expect(feed.body).toMatchObject({ items: [{ id: listing.id }], nextCursor: null });
    const none = await house.http.get('/api/v1/listings?county=640100');
    expect(none.body).toEqual({ items: [], nextCursor: null });
  });

  it('let the seller withdraw before the first bid', async () => {
    const maker = await house.person(seller, 'maker');
    const withdrawn = await house.post(maker, `/listings/${listing.id}/withdrawal`, { reason: '计划调整' });
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn' });
    expect(await house.holds(seller, 'listed')).toEqual({});
    const again = await house.post(maker, `/listings/${listing.id}/withdrawal`, { reason: '计划调整' });
    expect(again.body).toMatchObject({ code: 'listing.wrong-status' });
  });
});

describe('200 attempts at once to list the same lot', () => {
  it('list it once', { timeout: 180_000 }, async () => {
    const county = '640324';
    const only = await house.lot(county, { areaHa: '30.0000' });
    await house.declare(county);
    const draft = () => house.draft(county, { items: [{ lotId: only }], startPriceCny: '22500000.00' });
    const drafts = await Promise.all(Array.from({ length: 20 }, draft));
    const attempts = Array.from({ length: 200 }, (_, i) => house.certify(county, drafts[i % 20]?.id ?? ''));
    const answers = await Promise.all(attempts);
    const codes = answers.map(({ status, body }) =>
      status === 200 ? 'listed' : (body as { code: string }).code,
    );
    expect(codes.filter((code) => code === 'listed')).toHaveLength(1);
    const refusals = ['quota.insufficient', 'listing.wrong-status', 'request.conflict'];
    expect(codes.filter((code) => code !== 'listed' && !refusals.includes(code))).toEqual([]);
    expect(await house.holds(county, 'listed')).toEqual({ 'SFQ.AREA': 300_000n });
  });
});
