import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  administratorOf,
  as,
  hire,
  signIn,
  type SignedIn,
  startTestApp,
  type TestApp,
} from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let market: TestApp;
let administrator: SignedIn;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await startTestApp(database);
  administrator = await administratorOf(market, database);
});
afterAll(async () => {
  await market.close();
  await database.drop();
});

const person = {
  partyCode: '640425',
  login: 'wang',
  displayName: '王',
  password: 'a long enough one',
  roles: ['maker'],
};

describe('sign-in', () => {
  it('keeps the session in a cookie that no script can read', async () => {
    await market.http.post('/api/v1/people').set(as(administrator)).send(person).expect(201);
    const response = await market.http
      .post('/api/v1/session')
      .send({ login: 'wang', password: person.password })
      .expect(200);
    expect(String(response.get('Set-Cookie'))).toMatch(/HttpOnly; SameSite=Lax/);
    expect(response.body).toMatchObject({ person: { roles: ['maker'] }, party: { code: '640425' } });
  });

  it('is written down as the act of whoever signed in; a failed one is nobody’s', async () => {
    const send = (password: string) => market.http.post('/api/v1/session').send({ login: 'wang', password });
    await send('no').expect(401);
    const { body } = await send(person.password).expect(200);
    const { id } = (body as { person: { id: string } }).person;
    const client = new pg.Client({ connectionString: database.urls.superuser });
    await client.connect();
    const { rows } = await client.query(
      `select action, actor_id = $1::uuid as own, y.code as party from audit left join party y on y.id = party_id
       where subject_id = $1::text and action like 'parties.sign-in%' order by seq desc limit 2`,
      [id],
    );
    await client.end();
    expect(rows).toEqual([
      { action: 'parties.sign-in', own: true, party: '640425' },
      { action: 'parties.sign-in-failed', own: false, party: null },
    ]);
  });

  it('answers the same for a wrong password and an unknown login', async () => {
    const wrong = await market.http
      .post('/api/v1/session')
      .send({ login: 'wang', password: 'no' })
      .expect(401);
    const unknown = await market.http
      .post('/api/v1/session')
      .send({ login: 'nobody', password: 'no' })
      .expect(401);
    const { traceId: _a, ...one } = wrong.body as Record<string, unknown>;
    const { traceId: _b, ...other } = unknown.body as Record<string, unknown>;
    expect(one).toEqual(other);
  });

  it('ends at once with sign-out', async () => {
    const wang = await signIn(market, 'wang', person.password);
    const me = () => market.http.get('/api/v1/session').set('cookie', wang.cookie);
    expect((await me()).body).toMatchObject({ session: { party: { code: '640425' } } });
    await market.http.delete('/api/v1/session').set(as(wang)).expect(204);
    expect((await me()).body).toEqual({ session: null });
  });
});

describe('deny by default', () => {
  it('wants a sign-in, the role, the token and the key, each with its code', async () => {
    const wang = await signIn(market, 'wang', person.password);
    const zone = { code: 'ZONE-1', kind: 'zone', nameZh: '园区', nameEn: 'Zone', countyCode: '640181' };
    const send = (headers: Record<string, string>) =>
      market.http.post('/api/v1/parties').set(headers).send(zone);
    expect((await send({})).body).toMatchObject({ status: 401, code: 'access.sign-in-required' });
    expect((await send(as(wang))).body).toMatchObject({ status: 403, code: 'access.forbidden' });
    expect((await send({ ...as(administrator), 'x-csrf-token': 'no' })).body).toMatchObject({
      code: 'access.csrf',
    });
    expect((await send({ ...as(administrator), 'sec-fetch-site': 'cross-site' })).body).toMatchObject({
      code: 'access.csrf',
    });
    expect(
      (await send({ cookie: administrator.cookie, 'x-csrf-token': administrator.csrf })).body,
    ).toMatchObject({
      status: 400,
      code: 'request.idempotency-key-missing',
    });
    const key = crypto.randomUUID();
    const first = await send(as(administrator, key)).expect(201);
    expect((await send(as(administrator, key)).expect(201)).body).toEqual(first.body);
    const other = await market.http
      .post('/api/v1/parties')
      .set(as(administrator, key))
      .send({ ...zone, nameZh: '另一个' });
    expect(other.body).toMatchObject({ status: 422, code: 'request.idempotency-key-reused' });
  });

  it('refuses unknown fields with a pointer, in the language asked for', async () => {
    const body = { ...person, login: 'zhao', colour: 'red' };
    const response = await market.http
      .post('/api/v1/people')
      .set({ ...as(administrator), 'accept-language': 'en' })
      .send(body);
    expect(response.status).toBe(400);
    expect(response.type).toBe('application/problem+json');
    expect(response.body).toMatchObject({ code: 'request.unknown-field', errors: [{ pointer: '/colour' }] });
  });

  it('gives nobody roles that must stay apart', async () => {
    const both = { ...person, login: 'both', roles: ['maker', 'checker'] };
    const response = await market.http.post('/api/v1/people').set(as(administrator)).send(both);
    expect(response.body).toMatchObject({ status: 409, code: 'person.roles-conflict' });
  });

  it('lets only the region suspend, and publishes it', async () => {
    const region = await hire(market, administrator, '640000', ['regulator']);
    const second = await hire(market, administrator, '640000', ['regulator']);
    const city = await hire(market, administrator, '640400', ['regulator']);
    const body = {
      kind: 'suspension',
      party: '640105',
      ground: 'idle-land',
      reason: '闲置土地处置未达标',
    };
    await market.http.post('/api/v1/measures').set(as(city)).send(body).expect(403);
    const proposed = await market.http.post('/api/v1/measures').set(as(region)).send(body).expect(201);
    const path = `/api/v1/measures/${(proposed.body as { id: string }).id}/decision`;
    const word = { carryOut: true, reason: '同意' };
    const alone = await market.http.post(path).set(as(region)).send(word);
    expect(alone.body).toMatchObject({ status: 403, code: 'access.same-person' });
    await market.http.post(path).set(as(second)).send(word).expect(200);
    const { body: list } = await market.http.get('/api/v1/parties');
    const parties = (list as { items: { code: string; suspended: boolean }[] }).items;
    expect(parties.find((party) => party.code === '640105')?.suspended).toBe(true);
  });
});
