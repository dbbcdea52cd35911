import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administratorOf, as, signIn, type SignedIn, startTestApp, type TestApp } from '../support/app.js';
import { query } from '../../../scripts/lib/database.mjs';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

interface Listed {
  id: string;
  login: string;
  roles: string[];
  disabled: boolean;
  locked: boolean;
  hasPassword: boolean;
}
interface Page {
  items: Listed[];
  nextCursor: string | null;
}

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

const first = 'the first password';
const second = 'the second password';

/** Makes a person with a password and answers the id. */
async function make(login: string, roles: string[], partyCode = '640425'): Promise<string> {
  const body = { partyCode, login, displayName: login, password: first, roles };
  const made = await market.http.post('/api/v1/people').set(as(administrator)).send(body).expect(201);
  return (made.body as { id: string }).id;
}
const list = async (query = ''): Promise<Page> =>
  (await market.http.get(`/api/v1/people?${query}`).set(as(administrator)).expect(200)).body as Page;
const tries = (login: string, password: string) =>
  market.http.post('/api/v1/session').send({ login, password });
const isSignedIn = async ({ cookie }: SignedIn): Promise<boolean> => {
  const { body } = await market.http.get('/api/v1/session').set('cookie', cookie);
  return (body as { session: unknown }).session !== null;
};
const amend = (id: string, body: object, by = administrator) =>
  market.http.put(`/api/v1/people/${id}`).set(as(by)).send(body);

describe('the list of people', () => {
  it('is found by login, name and party, and comes in pages', async () => {
    for (const login of ['ma-li', 'ma-hua', 'yang']) await make(login, ['maker']);
    expect((await list('q=MA-')).items.map(({ login }) => login)).toEqual(['ma-hua', 'ma-li']);
    const byParty = await list(`q=${encodeURIComponent('彭阳')}`);
    expect(byParty.items.map(({ login }) => login)).toEqual(['yang', 'ma-hua', 'ma-li']);
    const page = await list('limit=2');
    const rest = await list(`limit=2&cursor=${page.nextCursor ?? ''}`);
    expect([...page.items, ...rest.items].map(({ login }) => login)).toEqual([
      'yang',
      'ma-hua',
      'ma-li',
      'administrator',
    ]);
    expect(rest.nextCursor).toBe(null);
    expect((await list(`q=${encodeURIComponent('%')}`)).items).toEqual([]);
  });
});

describe('an administrator', () => {
  it('takes somebody’s roles, and then the way in: both with the next request', async () => {
    const id = await make('bai', ['maker']);
    const bai = await signIn(market, 'bai', first);
    await amend(id, { displayName: '白', roles: ['checker', 'auditor'], disabled: false }).expect(200);
    const { body } = await market.http.get('/api/v1/session').set('cookie', bai.cookie);
    expect(body).toMatchObject({ session: { person: { displayName: '白', roles: ['checker', 'auditor'] } } });
    await amend(id, { displayName: '白', roles: ['checker'], disabled: true }).expect(200);
    expect(await isSignedIn(bai)).toBe(false);
    await tries('bai', first).expect(401);
    await amend(id, { displayName: '白', roles: ['checker'], disabled: false }).expect(200);
    expect(await isSignedIn(bai), 'an ended session stays ended').toBe(false);
    await tries('bai', first).expect(200);
  });

  it('gives nobody roles that must stay apart, and finds nobody who is not there', async () => {
    const id = await make('tian', ['maker']);
    const both = await amend(id, { displayName: '田', roles: ['maker', 'checker'], disabled: false });
    expect(both.body).toMatchObject({ status: 409, code: 'person.roles-conflict' });
    expect((await list('q=tian')).items).toMatchObject([{ roles: ['maker'] }]);
    const nobody = await amend(crypto.randomUUID(), { displayName: '无', roles: ['maker'], disabled: false });
    expect(nobody.body).toMatchObject({ status: 404, code: 'request.not-found' });
  });

  it('cannot lock itself out; two who disable each other at once leave one', async () => {
    const [me] = (await list('q=administrator')).items;
    const own = { displayName: '系统管理员', roles: ['administrator'], disabled: true };
    expect((await amend(me?.id ?? '', own)).body).toMatchObject({ code: 'person.own-administration' });
    const less = { ...own, roles: ['maker'], disabled: false };
    expect((await amend(me?.id ?? '', less)).body).toMatchObject({ code: 'person.own-administration' });
    const pair = await Promise.all(
      ['adm-a', 'adm-b'].map((login) => make(login, ['administrator'], 'OPERATOR')),
    );
    const hands = await Promise.all(['adm-a', 'adm-b'].map((login) => signIn(market, login, first)));
    const off = { displayName: 'x', roles: ['administrator'], disabled: true };
    const answers = await Promise.all(
      pair.map(async (_, at) => (await amend(pair[1 - at] ?? '', off, hands[at])).status),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    const left = (await list('q=adm-')).items.filter(({ disabled }) => !disabled);
    expect(left).toHaveLength(1);
  });

  it('gives a new password for a forgotten one: the lock and the old sessions end', async () => {
    const id = await make('luo', ['maker']);
    const luo = await signIn(market, 'luo', first);
    for (let count = 0; count < 10; count += 1) await tries('luo', 'wrong').expect(401);
    expect((await list('q=luo')).items).toMatchObject([{ locked: true, hasPassword: true }]);
    const path = `/api/v1/people/${id}/password`;
    await market.http.put(path).set(as(administrator)).send({ password: 'short' }).expect(400);
    await market.http.put(path).set(as(administrator)).send({ password: second }).expect(200);
    expect(await isSignedIn(luo)).toBe(false);
    await tries('luo', first).expect(401);
    await tries('luo', second).expect(200);
  });
});

describe('a person', () => {
  it('changes the own password by the current one; other windows are signed out, this one is not', async () => {
    await make('zhou', ['maker']);
    const [here, there] = [await signIn(market, 'zhou', first), await signIn(market, 'zhou', first)];
    const change = (current: string) =>
      market.http.put('/api/v1/session/password').set(as(here)).send({ current, password: second });
    expect((await change('not this one')).body).toMatchObject({ status: 409, code: 'person.password-wrong' });
    expect(await isSignedIn(there)).toBe(true);
    await change(first).expect(200);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    await tries('zhou', first).expect(401);
    await tries('zhou', second).expect(200);
  });

  it('leaves no password in what is stored of the commands', async () => {
    const found = await query(
      database.urls.superuser,
      `select count(*)::int as kept from (
         select to_jsonb(t)::text as row from audit t union all select to_jsonb(t)::text from idempotency_key t
         union all select to_jsonb(t)::text from outbox t) as stored
       where row like '%${first}%' or row like '%${second}%'`,
    );
    expect(found).toEqual([{ kept: 0 }]);
  });
});
