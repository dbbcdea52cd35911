import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuctionHouse, type ListingBody, type RegistrationBody } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

const seller = '640425';
const buyer = '640106';

let house: AuctionHouse;
let listings: ListingBody[];

beforeAll(async () => {
  house = await AuctionHouse.open();
  const lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  await house.declare(seller);
  for (const party of [buyer, '640181'])
    await house.need(party, { areaHa: '500.0000', capacityKg: '900000.0000' });
  listings = [];
  for (let n = 0; n < 3; n += 1)
    listings.push(
      await house.notice(seller, { items: [{ lotId, areaHa: '2.0000' }], startPriceCny: '1000.00' }),
    );
});
afterAll(async () => {
  await expectSound(house.database.urls.superuser);
  await house.close();
});

const at = (n: number): string => listings[n]?.id ?? '';
const wallet = async (party: string) => {
  const { cookie } = await house.person(party, 'bidder');
  return (await house.http.get('/api/v1/my/wallet').set({ cookie }).expect(200)).body as Record<
    string,
    unknown
  >;
};
const act = async (party: string, path: string, body: object = {}) =>
  house.post(await house.person(party, 'bidder'), path, body);

describe('a deposit wallet over HTTP', () => {
  it('is empty at first, refuses what it cannot read, and counts money from when it has come', async () => {
    expect(await wallet(buyer)).toMatchObject({ fundsCny: '0.00', coverableCny: '0.00', covers: [] });
    await house.http.get('/api/v1/my/wallet').expect(401);
    for (const amountCny of ['0.00', '-1.00', '1', '1.001', '1e3', 5])
      expect((await act(buyer, '/my/wallet/top-ups', { amountCny, method: 'card' })).status).toBe(400);
    const made = await act(buyer, '/my/wallet/top-ups', { amountCny: '450.00', method: 'bank-transfer' });
    expect(made).toMatchObject({
      status: 201,
      body: { kind: 'deposit', subjectType: 'wallet', state: 'requested', amountCny: '450.00' },
    });
    expect(await wallet(buyer)).toMatchObject({ fundsCny: '0.00', topUps: [{ state: 'requested' }] });
    await house.payDeposit({ paymentId: (made.body as { id: string }).id } as RegistrationBody);
    expect(await wallet(buyer)).toMatchObject({ fundsCny: '450.00', coverableCny: '450.00' });
  });

  it('stands for a registration at once, or for one that still owes, until it does not reach', async () => {
    const made = await act(buyer, `/listings/${at(0)}/registrations`, { fromWallet: true });
    expect(made).toMatchObject({ status: 201, body: { status: 'bidding-right', paymentId: null } });
    const owing = await house.register(buyer, at(1));
    expect(owing.body).toMatchObject({ status: 'qualified' });
    const covered = await act(buyer, `/listings/${at(1)}/registrations/cover`);
    expect(covered).toMatchObject({ status: 200, body: { status: 'bidding-right' } });
    const { paymentId } = owing.body as RegistrationBody;
    const { cookie } = await house.person(buyer, 'bidder');
    const { body } = await house.http.get(`/api/v1/payments/${paymentId}`).set({ cookie });
    expect(body).toMatchObject({ state: 'canceled' });
    expect(await act(buyer, `/listings/${at(1)}/registrations/cover`)).toMatchObject({
      status: 409,
      body: { code: 'payment.deposit-settled' },
    });
    expect(await act(buyer, `/listings/${at(2)}/registrations`, { fromWallet: true })).toMatchObject({
      status: 409,
      body: { code: 'payment.wallet-limit', params: { freeCny: '50.00', neededCny: '200.00' } },
    });
    expect(await act(buyer, `/listings/${at(2)}/registrations/cover`)).toMatchObject({
      body: { code: 'bidding.not-registered' },
    });
    expect(await act(buyer, '/my/wallet/withdrawals', { amountCny: '50.01' })).toMatchObject({
      status: 409,
      body: { code: 'payment.wallet-bound', params: { freeCny: '50.00' } },
    });
    expect(await wallet(buyer)).toMatchObject({ heldCny: '400.00', coverableCny: '50.00' });
  });

  it('a deposit counts for the listing that it was paid for, and for no other', async () => {
    const first = (await house.register('640181', at(0))).body as RegistrationBody;
    const second = (await house.register('640181', at(1))).body as RegistrationBody;
    expect(first.paymentId).not.toBe(second.paymentId);
    expect(await house.payDeposit(second)).toBe('admitted');
    const { cookie } = await house.person('640181', 'bidder');
    const mine = await house.http.get('/api/v1/my/registrations').set({ cookie });
    const statusOf = (id: string) =>
      (mine.body as { items: RegistrationBody[] }).items.find((item) => item.id === id)?.status;
    expect([statusOf(first.id), statusOf(second.id)]).toEqual(['qualified', 'bidding-right']);
  });

  it('a bidder banned since it registered pays, gets no right to bid, and its money back', async () => {
    const registered = (await house.register('640181', at(2))).body as RegistrationBody;
    const ban = { kind: 'suspension', party: '640181', ground: 'bad-record', reason: '失信' };
    const proposed = await house.post(await house.person('640000', 'regulator'), '/measures', ban);
    const decision = `/measures/${(proposed.body as { id: string }).id}/decision`;
    const second = await house.person('640000', 'regulator', 2);
    await house.post(second, decision, { carryOut: true, reason: '同意' });
    expect(await house.payDeposit(registered)).toBe('barred');
    const { cookie } = await house.person('640181', 'bidder');
    const paid = await house.http.get(`/api/v1/payments/${registered.paymentId}`).set({ cookie });
    expect(paid.body).toMatchObject({ state: 'succeeded', refundedCny: '200.00' });
    const again = await act('640181', `/listings/${at(2)}/registrations`, { fromWallet: true });
    expect(again.body).toMatchObject({ code: 'party.suspended' });
  });
});
