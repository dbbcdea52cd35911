import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { openShare, type SealedEnvelope } from '@muheng/contracts/common/sealing';
import { faultsOfDraw } from '@muheng/contracts/common/draw';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../../scripts/lib/database.mjs';
import { hpke } from '../../src/modules/bidding/application/sealed/hpke.js';
import { sha256 } from '../../src/modules/listings/application/draw.js';
import { AuctionHouse, type ListingBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';
import { type Holder, SealedDesk } from '../support/sealed-desk.js';

const seller = '640221';
const [first, second, third] = ['640106', '640181', '640105'];

let house: AuctionHouse;
let lotId: string;
let desk: SealedDesk;

beforeAll(async () => {
  house = await AuctionHouse.open();
  desk = new SealedDesk(house, seller);
  lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare(seller);
  for (const buyer of [first, second, third])
    await house.need(buyer, { areaHa: '500.0000', capacityKg: '900000.0000' });
});
afterEach(() => expectSound(house.database.urls.superuser));
afterAll(() => house.close());

async function sealedListing(form: 'sealed-first-price' | 'sealed-uniform'): Promise<ListingBody> {
  const body = { form, items: [{ lotId, areaHa: '2.0000' }], startPriceCny: '3000.00', depositCny: '0.00' };
  const { id } = await house.draft(seller, body);
  const checker = await house.person(seller, 'checker');
  const without = await house.post(checker, `/listings/${id}/certificate`);
  expect(without.body).toMatchObject({ code: 'listing.sealing-needed' });
  return desk.notice(id);
}

const send = async (
  listing: ListingBody,
  bidder: string,
  envelope: SealedEnvelope,
  key: string = randomUUID(),
) => house.post(await house.person(bidder, 'bidder'), `/listings/${listing.id}/sealed-bids`, envelope, key);

async function share(listing: ListingBody, who: Holder): Promise<string> {
  const { cookie } = await desk.holder(who);
  const own = await house.http.get(`/api/v1/listings/${listing.id}/share`).set({ cookie });
  expect(own.body).toMatchObject({ holder: who });
  return openShare(hpke, desk.privateKeys.get(who) ?? '', listing.id, own.body as never);
}
const give = async (listing: ListingBody, who: Holder, text: string) =>
  house.post(await desk.holder(who), `/listings/${listing.id}/shares`, { share: text });

/** Every text of every table, as somebody who has stolen the database would read it. */
async function wholeDatabase(): Promise<string> {
  const client = new pg.Client({ connectionString: house.database.urls.superuser });
  await client.connect();
  const { rows } = await client.query<{ t: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as t from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { t } of rows) {
    const found = await client.query<{ x: string | null }>(
      `select string_agg(r::text, ' ') as x from ${t} r`,
    );
    texts.push(found.rows[0]?.x ?? '');
  }
  await client.end();
  return texts.join('\n');
}

describe('a sealed auction', () => {
  let listing: ListingBody;
  const secretPrice = '4321.09';

  it('takes bids that nobody can read, and signs for each', async () => {
    listing = await sealedListing('sealed-first-price');
    for (const buyer of [first, second, third])
      expect((await house.register(buyer, listing.id)).status).toBe(201);
    const early = await desk.seal(listing, first, secretPrice);
    expect((await send(listing, first, early)).body).toMatchObject({ code: 'bidding.not-in-window' });
    await house.advanceTo(listing.timetable.opensAt);
    const key = randomUUID();
    const taken = await send(listing, first, early, key);
    expect(taken).toMatchObject({ status: 201, body: { seq: 1, commitment: early.commitment } });
    const { receiptText, signature, receiptPublicKey } = taken.body as Record<string, string>;
    const signed = verify(
      null,
      Buffer.from(receiptText ?? ''),
      createPublicKey(receiptPublicKey ?? ''),
      Buffer.from(signature ?? '', 'hex'),
    );
    expect(signed).toBe(true);
    expect((await send(listing, first, early, key)).body).toEqual(taken.body);
    expect((await send(listing, second, await desk.seal(listing, second, secretPrice))).status).toBe(201);
    expect((await send(listing, third, await desk.seal(listing, third, '2999.99'))).status).toBe(201);
  });

  it('refuses what was replayed, is foreign or malformed, each by its own code', async () => {
    const again = await desk.seal(listing, first, '5000.00');
    const code = async (bidder: string, envelope: SealedEnvelope): Promise<unknown> =>
      ((await send(listing, bidder, envelope)).body as { code: string }).code;
    expect(await code(seller, again)).toBe('bidding.own-listing');
    expect(await code('640122', again)).toBe('bidding.not-registered');
    expect(await code(second, again)).toBe('bidding.sealed-foreign');
    expect(await code(first, { ...again, listing: randomUUID() })).toBe('bidding.sealed-foreign');
    expect(await code(first, { ...again, suite: 'other' })).toBe('bidding.sealed-malformed');
    expect(await code(first, { ...again, enc: '00' })).toBe('bidding.sealed-malformed');
    expect(await code(first, { ...again, ciphertext: 'xyz' })).toBe('request.invalid');
    const twin = await desk.seal(listing, first, '6000.00');
    expect((await send(listing, first, twin)).status).toBe(201);
    expect(await code(first, twin)).toBe('bidding.sealed-replayed');
    expect(await code(first, { ...(await desk.seal(listing, first, '1.00')), enc: twin.enc })).toBe(
      'bidding.sealed-replayed',
    );
    expect((await house.bid(first, listing.id, '7000.00')).body).toMatchObject({
      code: 'listing.form-not-allowed',
    });
  });

  it('holds nothing readable in any table, and shows nobody another’s receipt before the close', async () => {
    const all = await wholeDatabase();
    expect(all).toContain(listing.sealing?.publicKey);
    for (const text of [secretPrice, '432109', '6000.00', '600000']) expect(all).not.toContain(text);
    const seen = await house.http.get(`/api/v1/listings/${listing.id}/sealed-bids`);
    expect(seen.body).toEqual({ items: [] });
    const { cookie } = await house.person(second, 'bidder');
    const own = await house.http.get(`/api/v1/listings/${listing.id}/sealed-bids`).set({ cookie });
    expect((own.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('refuses shares before the close, in the rule and in the database', async () => {
    const { cookie } = await desk.holder('operator');
    const early = await house.http.get(`/api/v1/listings/${listing.id}/share`).set({ cookie });
    expect(early.body).toMatchObject({
      code: 'bidding.not-opened',
      params: { opensAt: listing.timetable.listingEndsAt },
    });
    expect((await give(listing, 'operator', 'ab')).body).toMatchObject({ code: 'bidding.not-opened' });
    const client = new pg.Client({ connectionString: house.database.urls.superuser });
    await client.connect();
    const forced = client.query(
      `update sealed_share set given = 'ab', given_at = now(), given_by = gen_random_uuid() where listing_id = $1`,
      [listing.id],
    );
    await expect(forced).rejects.toThrow('a share before the close');
    await client.end();
  });

  it('fixes the order of ties first, then opens with any two shares, logged one by one', async () => {
    await house.advanceTo(listing.timetable.listingEndsAt);
    const closed = await house.see(listing.id);
    expect(closed).toMatchObject({ status: 'listing-open', sealing: { openedAt: null } });
    expect(faultsOfDraw(sha256, closed.sealing?.tieOrder as never)).toEqual([]);
    expect((await send(listing, first, await desk.seal(listing, first, '9000.00'))).body).toMatchObject({
      code: 'bidding.closed',
    });
    // Whatever moves the end once the order of ties stands, the table of the form lets no seal in any more.
    const move = (way: '+' | '-') =>
      execute(house.database.urls.superuser, [
        'set session_replication_role = replica',
        `update listing set listing_ends_at = listing_ends_at ${way} interval '1 day' where id = '${listing.id}'`,
      ]);
    await move('+');
    expect((await send(listing, first, await desk.seal(listing, first, '9000.00'))).body).toMatchObject({
      code: 'listing.wrong-status',
      params: { status: 'opening', action: 'seal' },
    });
    await move('-');
    const one = await share(listing, 'operator');
    expect((await give(listing, 'operator', `${one}00`)).body).toMatchObject({ code: 'bidding.share-wrong' });
    expect((await give(listing, 'operator', one)).body).toEqual({ given: 1, needed: 2, opened: false });
    expect((await give(listing, 'operator', one)).body).toMatchObject({ code: 'bidding.share-not-yours' });
    const lone = await house.http.get(`/api/v1/listings/${listing.id}/sealed-bids`);
    expect(JSON.stringify(lone.body)).not.toContain('6000.00');
    expect((await give(listing, 'regulator', await share(listing, 'regulator'))).body).toMatchObject({
      opened: true,
    });
    const sold = await house.see(listing.id);
    expect(sold).toMatchObject({
      status: 'closed-sold',
      currentPriceCny: '6000.00',
      winner: { code: first },
    });
    const log = (await house.http.get(`/api/v1/listings/${listing.id}/sealed-bids`)).body as {
      items: { priceCny: string; voidReason: string | null }[];
    };
    expect(log.items.map(({ priceCny, voidReason }) => [priceCny, voidReason])).toEqual([
      [secretPrice, null],
      [secretPrice, null],
      ['2999.99', 'bidding.below-minimum'],
      ['6000.00', null],
    ]);
    expect((await give(listing, 'county', 'ab')).body).toMatchObject({
      code: 'listing.wrong-status',
      params: { status: 'closed-sold', action: 'give-share' },
    });
  });
});

describe('seals that the holders do not open', () => {
  it('falls back to what bidders reveal', async () => {
    const listing = await sealedListing('sealed-uniform');
    for (const buyer of [first, second]) await house.register(buyer, listing.id);
    await house.advanceTo(listing.timetable.opensAt);
    const mine = await desk.seal(listing, first, '150.00', '1.5000');
    const other = await desk.seal(listing, second, '200.00', '1.0000');
    const key = randomUUID();
    await send(listing, first, mine, key);
    await send(listing, second, other);
    const bidder = await house.person(first, 'bidder');
    const reveal = (content: object) =>
      house.post(bidder, `/listings/${listing.id}/sealed-bids/${key}/revelation`, content);
    expect((await reveal(desk.contents.get(mine.commitment) ?? {})).body).toMatchObject({
      code: 'bidding.not-opened',
    });
    await house.advanceTo(listing.timetable.listingEndsAt);
    const wrong = { ...desk.contents.get(mine.commitment), priceCny: '151.00' };
    expect((await reveal(wrong)).body).toMatchObject({ code: 'bidding.revelation-wrong' });
    expect((await reveal(desk.contents.get(mine.commitment) ?? {})).body).toMatchObject({ opened: false });
    await house.advanceTo((await house.see(listing.id)).sealing?.revealEndsAt ?? null);
    const sold = await house.see(listing.id);
    // 1.5 ha are 22.5 亩 at 150.00; half a hectare goes back.
    expect(sold).toMatchObject({
      status: 'closed-sold',
      sealing: { openedBy: 'revelation' },
      awards: [{ buyer: { code: first }, priceCny: '3375.00', quantities: { areaHa: '1.5000' } }],
    });
    expect(await house.holds(seller, 'listed')).toMatchObject({ 'SFQ.AREA': 35_000n });
  });
});
