import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/modules/settlement/domain/canonical.js';
import type { GatewayProcess } from '../gateway/gateway-process.js';
import { administratorOf, as, hire, type SignedIn, startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startPaymentGateway } from '../support/gateway.js';
import { Stage } from './stage.js';

let database: TestDatabase;
let gateway: GatewayProcess;
let stage: Stage;
let test: TestApp;
let administrator: SignedIn;
let seller: SignedIn;
let buyer: SignedIn;
let stranger: SignedIn;
let tradeId: string;
let listingId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startPaymentGateway();
  stage = await Stage.open(database);
  test = await startTestApp(database);
  administrator = await administratorOf(test, database);
  seller = await hire(test, administrator, '640425', ['maker']);
  buyer = await hire(test, administrator, '640106', ['bidder']);
  stranger = await hire(test, administrator, '640221', ['maker']);
  const sold = await stage.sell({
    seller: '640425',
    buyer: '640106',
    priceCny: '1000.00',
    depositCny: '200.00',
    areaHa: '0.0100',
    capacityKg: '60.0000',
  });
  listingId = sold.listingId;
  await stage.drain();
  tradeId = (await stage.tradeOf(listingId))?.id ?? '';
});
afterAll(async () => {
  await test.close();
  await stage.close();
  await gateway.stop();
  await database.drop();
});

const get = (path: string, who: SignedIn) => test.http.get(`/api/v1${path}`).set('cookie', who.cookie);
const post = (path: string, who: SignedIn, body: object) =>
  test.http.post(`/api/v1${path}`).set(as(who)).send(body);

describe('a trade over HTTP', () => {
  it('is there for its two sides and their supervisors, and for nobody else', async () => {
    const region = await hire(test, administrator, '640000', ['regulator']);
    const city = await hire(test, administrator, '640400', ['regulator']);
    const elsewhere = await hire(test, administrator, '640200', ['regulator']);
    for (const who of [seller, buyer, region, city]) {
      expect((await get(`/trades/${tradeId}`, who).expect(200)).body).toMatchObject({ status: 'confirmed' });
      expect((await get('/trades', who).expect(200)).body).toMatchObject({ items: [{ id: tradeId }] });
    }
    for (const who of [stranger, elsewhere]) {
      await get(`/trades/${tradeId}`, who).expect(404);
      expect((await get('/trades', who).expect(200)).body).toEqual({ items: [], nextCursor: null });
      expect((await get(`/trades?listingId=${listingId}`, who).expect(200)).body).toMatchObject({
        items: [],
      });
    }
    await test.http.get(`/api/v1/trades/${tradeId}`).expect(401);
  });

  it('takes one signature a side, and nothing that it does not know', async () => {
    await post(`/trades/${tradeId}/signatures`, stranger, {}).expect(404);
    const { body } = await post(`/trades/${tradeId}/signatures`, seller, { date: 'today' }).expect(400);
    expect(body).toMatchObject({ code: 'request.unknown-field' });
    await post(`/trades/${tradeId}/payments`, buyer, { method: 'card' }).expect(409);
    await post(`/trades/${tradeId}/signatures`, seller, {}).expect(200);
    await post(`/trades/${tradeId}/signatures`, seller, {}).expect(409);
    const { body: signed } = await post(`/trades/${tradeId}/signatures`, buyer, {}).expect(200);
    expect(signed).toMatchObject({ status: 'contract-signed' });
  });

  it('is paid by the buyer alone, once', async () => {
    await stage.drain();
    await post(`/trades/${tradeId}/payments`, seller, { method: 'card' }).expect(403);
    const { body } = await post(`/trades/${tradeId}/payments`, buyer, { method: 'card' }).expect(200);
    expect(body).toMatchObject({ kind: 'balance', amountCny: '800.00', state: 'requested' });
    await get(`/payments/${(body as { id: string }).id}`, seller).expect(404);
    await post(`/trades/${tradeId}/payments`, buyer, { method: 'card' }).expect(409);
    await stage.drain();
    expect((await get(`/trades/${tradeId}`, seller)).body).toMatchObject({ status: 'certificate-issued' });
  });

  it('pays its proceeds out by two people of region finance', async () => {
    const one = await hire(test, administrator, '640000-FIN', ['finance']);
    const other = await hire(test, administrator, '640000-FIN', ['finance']);
    const { body } = await get(`/payouts?tradeId=${tradeId}`, one).expect(200);
    const [payout] = (body as { items: { id: string }[] }).items;
    const path = `/payouts/${payout?.id ?? ''}`;
    await post(`${path}/preparation`, seller, {}).expect(403);
    await post(`${path}/release`, one, {}).expect(409);
    await post(`${path}/preparation`, one, {}).expect(200);
    const { body: refused } = await post(`${path}/release`, one, {}).expect(403);
    expect(refused).toMatchObject({ code: 'payout.same-person' });
    await post(`${path}/release`, other, {}).expect(200);
    await stage.settle(listingId);
    expect((await get(`/trades/${tradeId}`, seller)).body).toMatchObject({ status: 'completed' });
  });

  it('is published, and its certificate verified by anyone who has the code', async () => {
    const { body: results } = await test.http.get('/api/v1/results').expect(200);
    expect(results).toMatchObject({ items: [{ tradeId, buyer: { code: '640106' }, bidders: 2 }] });
    const { body: file } = await get(`/trades/${tradeId}`, buyer);
    const { id, code, digest } = (file as { certificate: Record<'id' | 'code' | 'digest', string> })
      .certificate;
    const { body } = await test.http.get(`/api/v1/verify/${code.toLowerCase()}`).expect(200);
    expect(body).toMatchObject({ status: 'valid', digest, buyerNameMasked: '金*区' });
    expect(JSON.stringify(body)).not.toContain('金凤');
    const { priority } = file as { priority: { number: string; digest: string; content: object } };
    const rehashed = createHash('sha256').update(canonicalJson(priority.content)).digest('hex');
    expect(priority).toMatchObject({
      digest: rehashed,
      content: { tiers: [{ basis: 'own-projects' }, { applies: false }, { basis: 'region' }] },
    });
    expect(body).toMatchObject({ priority: { number: priority.number, digest: rehashed } });
    await test.http.get('/api/v1/verify/AAAA-BBBB-CCCC').expect(404);
    await test.http.get('/api/v1/verify/anything').expect(404);
    await test.http.get(`/api/v1/certificates/${id}/document`).expect(401);
    await get(`/certificates/${id}/document`, stranger).expect(404);
    const paper = await get(`/certificates/${id}/document`, buyer).expect(200);
    expect(paper.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="NX-SFQ-\d{4}-\d{6}\.pdf"$/,
      ) as string,
    });
  });
});

describe('what bad input about money gets', () => {
  it('is a code, a pointer to the field and a sentence, and nothing is changed by it', async () => {
    const finance = await hire(test, administrator, '640000-FIN', ['finance']);
    const { body } = await get(`/payouts?tradeId=${tradeId}`, finance);
    const paidOut = (body as { items: { id: string }[] }).items[0]?.id ?? '';
    const nobodys = randomUUID();
    const topUp = { amountCny: '100.00', method: 'card', cardToken: 'pm_card_visa' };
    const cases: [
      path: string,
      who: SignedIn,
      body: object,
      status: number,
      code: string,
      pointer?: string,
    ][] = [
      [`/trades/${tradeId}/payments`, buyer, {}, 400, 'request.invalid', '/method'],
      [`/trades/${tradeId}/payments`, buyer, { method: 'cash' }, 400, 'request.invalid', '/method'],
      [
        `/trades/${tradeId}/payments`,
        buyer,
        { method: 'card', cardToken: 4242 },
        400,
        'request.invalid',
        '/cardToken',
      ],
      [
        `/trades/${tradeId}/payments`,
        buyer,
        { method: 'card', priceCny: '1.00' },
        400,
        'request.unknown-field',
        '/priceCny',
      ],
      [`/trades/${tradeId}/payments`, buyer, { method: 'card' }, 409, 'settlement.already-paid'],
      [`/trades/${nobodys}/payments`, buyer, { method: 'card' }, 404, 'settlement.not-found'],
      ['/trades/1/payments', buyer, { method: 'card' }, 400, 'request.invalid', '/'],
      [`/payments/${nobodys}/confirmation`, buyer, { method: 'card' }, 404, 'payment.not-found'],
      [`/payouts/${nobodys}/preparation`, finance, {}, 404, 'payout.not-found'],
      [`/payouts/${paidOut}/preparation`, finance, {}, 409, 'payout.wrong-state'],
      [
        `/payouts/${paidOut}/release`,
        finance,
        { amountCny: '1.00' },
        400,
        'request.unknown-field',
        '/amountCny',
      ],
      ['/my/wallet/top-ups', buyer, { ...topUp, amountCny: '0.00' }, 400, 'request.invalid', '/amountCny'],
      ['/my/wallet/top-ups', buyer, { ...topUp, amountCny: '-5.00' }, 400, 'request.invalid', '/amountCny'],
      ['/my/wallet/top-ups', buyer, { ...topUp, amountCny: '1.005' }, 400, 'request.invalid', '/amountCny'],
      ['/my/wallet/top-ups', buyer, { ...topUp, amountCny: 100 }, 400, 'request.invalid', '/amountCny'],
      ['/my/wallet/withdrawals', buyer, { amountCny: '99999999.00' }, 409, 'payment.wallet-bound'],
    ];
    const state = () =>
      stage.sql(`select (select count(*) from payment) as payments, (select count(*) from payout) as payouts,
        (select count(*) from entry) as entries, (select count(*) from outbox) as jobs`);
    const before = await state();
    const found = [];
    for (const [path, who, input] of cases) {
      const answer = await post(path, who, input);
      const { code, errors, detail } = answer.body as {
        code: string;
        errors?: { pointer: string }[];
        detail: string;
      };
      expect(detail, path).toMatch(/[\u4e00-\u9fff]/);
      found.push([answer.status, code, ...(errors ?? []).slice(0, 1).map(({ pointer }) => pointer)]);
    }
    expect(found).toEqual(cases.map(([, , , ...expected]) => expected));
    const keyless = await test.http
      .post('/api/v1/my/wallet/top-ups')
      .set({ ...as(buyer), 'idempotency-key': 'once' })
      .send(topUp);
    expect(keyless.status).toBe(400);
    expect(await state()).toEqual(before);
  });
});

describe('a live market', () => {
  it('has no bank that pays by itself: the demo’s funding is not there', async () => {
    const [payment] = await stage.sql<{ id: string }>(
      `select p.id from payment p join party y on y.id = p.party_id where y.code = '640106' limit 1`,
    );
    const live = await startTestApp(database, { MUHENG_MODE: 'live' });
    try {
      const answer = await live.http
        .post(`/api/v1/demo/payments/${payment?.id}/funding`)
        .set(as(buyer))
        .send({})
        .expect(404);
      expect((answer.body as { code: string }).code).toBe('request.not-found');
    } finally {
      await live.close();
      process.env['MUHENG_MODE'] = 'practice';
    }
  });
});
