import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as } from '../support/app.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';
import { SealedDesk } from '../support/sealed-desk.js';

const seller = '640221';
const [buyer, other, stranger, sister] = ['640106', '640181', '640105', '640104'] as const;
const prices = { startPriceCny: '1000.00', stepCny: '100.00', depositCny: '0.00', ceilingCny: '2000.00' };

let house: AuctionHouse;
let desk: SealedDesk;
let open: ListingBody;
let sealed: ListingBody;
let later: ListingBody;
let ended: ListingBody;
let client: pg.Client;

beforeAll(async () => {
  house = await AuctionHouse.open();
  desk = new SealedDesk(house, seller);
  client = new pg.Client({ connectionString: house.database.urls.superuser });
  await client.connect();
  const lotId = await house.lot(seller, { areaHa: '80.0000' });
  await house.declare(seller);
  for (const each of [buyer, other, stranger, sister]) await house.need(each, { areaHa: '500.0000' });
  // One beneficial group: neither sells to the other (domain §9).
  await client.query(`update party set beneficial_group = 'G' where code = any($1)`, [[seller, sister]]);
  const notice = (): Promise<ListingBody> =>
    house.notice(seller, { items: [{ lotId, areaHa: '2.0000' }], ...prices });
  ended = await notice();
  for (const each of [buyer, other]) await house.register(each, ended.id);
  await house.advanceTo(ended.timetable.closesAt);
  open = await notice();
  const draft = await house.draft(seller, {
    form: 'sealed-first-price',
    items: [{ lotId, areaHa: '2.0000' }],
    startPriceCny: '3000.00',
    depositCny: '0.00',
  });
  sealed = await desk.notice(draft.id);
  for (const each of [buyer, other])
    for (const { id } of [open, sealed]) expect((await house.register(each, id)).status).toBe(201);
  await house.advanceTo(open.timetable.opensAt);
  expect((await house.bid(buyer, open.id, '1200.00')).status).toBe(201);
  later = await notice();
  for (const each of [buyer, other]) await house.register(each, later.id);
});
afterAll(async () => {
  await expectSound(house.database.urls.reconciler);
  await client.end();
  await house.close();
});

/** Everything that an auction consists of; an audit row is all that a refusal may leave. */
async function state(): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(
    `select md5(concat_ws('|', (select string_agg(l::text, '|' order by l.id) from listing l),
       (select string_agg(r::text, '|' order by r.id) from registration r),
       (select string_agg(b::text, '|' order by b.listing_id, b.seq) from bid b),
       (select string_agg(s::text, '|' order by s.id) from sealed_bid s),
       (select count(*)::text from listing_event), (select count(*)::text from idempotency_key),
       (select string_agg(h::text, '|' order by h.id) from hold h), (select count(*)::text from payment))) as digest`,
  );
  return rows[0]?.digest ?? '';
}

interface Fault {
  name: string;
  code: string;
  params?: object;
  who: string;
  path: () => string;
  body: () => object | Promise<object>;
}

const bid = (
  name: string,
  code: string,
  who: string,
  listing: () => string,
  priceCny: string,
  params?: object,
) => ({
  name,
  code,
  who,
  path: () => `/listings/${listing()}/bids`,
  body: () => ({ priceCny }),
  ...(params && { params }),
});
const seal = (name: string, code: string, body: Fault['body']): Fault => ({
  name,
  code,
  who: other,
  path: () => `/listings/${sealed.id}/sealed-bids`,
  body,
});

/** Every bad input that the issue names. */
const faults: Fault[] = [
  bid('below the minimum', 'bidding.below-minimum', other, () => open.id, '1200.00', {
    minimumCny: '1300.00',
  }),
  bid('off step', 'bidding.not-on-step', other, () => open.id, '1350.00', {
    lowerCny: '1300.00',
    upperCny: '1400.00',
  }),
  bid('above the ceiling', 'bidding.above-ceiling', other, () => open.id, '2100.00', {
    ceilingCny: '2000.00',
  }),
  bid('closed', 'bidding.closed', other, () => ended.id, '1300.00'),
  bid('not registered', 'bidding.not-registered', stranger, () => open.id, '1300.00'),
  bid('not in the window', 'bidding.not-in-window', other, () => later.id, '1000.00'),
  bid('own listing', 'bidding.own-listing', seller, () => open.id, '1300.00'),
  {
    name: 'an affiliate',
    code: 'party.conflict-of-interest',
    who: sister,
    path: () => `/listings/${later.id}/registrations`,
    body: () => ({}),
  },
  seal('a foreign sealed bid', 'bidding.sealed-foreign', () => desk.seal(sealed, buyer, '4000.00')),
  seal('malformed ciphertext', 'bidding.sealed-malformed', async () => ({
    ...(await desk.seal(sealed, other, '4000.00')),
    ciphertext: 'ab',
  })),
];

describe('bad input of the floor', () => {
  it.each(faults)('$name: $code, in both languages, nothing changed', async (fault) => {
    const { code, params, who, path, body } = fault;
    const person = await house.person(who, 'bidder');
    const sent = await body();
    const before = await state();
    const sentences = await Promise.all(
      (['zh-CN', 'en'] as const).map(async (language) => {
        const answer = await house.http
          .post(`/api/v1${path()}`)
          .set({ ...as(person), 'accept-language': language })
          .send(sent);
        expect(answer.body).toMatchObject({ code, ...(params && { params }) });
        return (answer.body as { detail: string }).detail;
      }),
    );
    expect(sentences[0]).toMatch(/\p{Script=Han}/u);
    expect(sentences[1]).not.toMatch(/\p{Script=Han}{4}/u);
    expect(sentences.join()).not.toMatch(/\{\w+\}/);
    expect(await state()).toBe(before);
  });

  it('a replayed sealed bid: bidding.sealed-replayed, counted once', async () => {
    const envelope = await desk.seal(sealed, other, '4000.00');
    const path = `/listings/${sealed.id}/sealed-bids`;
    const person = await house.person(other, 'bidder');
    expect((await house.post(person, path, envelope)).status).toBe(201);
    const before = await state();
    expect((await house.post(person, path, envelope, randomUUID())).body).toMatchObject({
      code: 'bidding.sealed-replayed',
      params: { seq: 1 },
    });
    expect(await state()).toBe(before);
  });

  it('has a code of its own for each', () => {
    const codes = [...faults.map((each) => each.code), 'bidding.sealed-replayed'];
    expect(new Set(codes).size).toBe(codes.length);
  });
});
