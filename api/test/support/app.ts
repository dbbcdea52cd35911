import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createAdministrator } from '../../src/cli/create-administrator.js';
import { createApp } from '../../src/create-app.js';
import type { TestDatabase } from './database.js';

export interface TestApp {
  app: NestFastifyApplication;
  /** supertest on the running server. */
  http: ReturnType<typeof supertest>;
  close: () => Promise<void>;
}

/** The real api on a test's own database, asked over real HTTP. */
export async function startTestApp(
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<TestApp> {
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATABASE_POOL: '8',
    MUHENG_MODE: 'practice',
    LOG_LEVEL: 'error',
    PORT: '0',
    RATE_LIMIT: 'off',
    ...env,
  });
  const app = await createApp();
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, http: supertest(await app.getUrl()), close: () => app.close() };
}

export interface SignedIn {
  cookie: string;
  csrf: string;
}

/** The headers of a command by a signed-in person. */
export const as = ({ cookie, csrf }: SignedIn, key: string = crypto.randomUUID()) => ({
  cookie,
  'x-csrf-token': csrf,
  'idempotency-key': key,
});

export async function signIn({ http }: TestApp, login: string, password: string): Promise<SignedIn> {
  return read(await http.post('/api/v1/session').send({ login, password }).expect(200));
}

export async function signInAs({ http }: TestApp, personId: string): Promise<SignedIn> {
  return read(await http.post('/api/v1/demo/session').send({ personId }).expect(200));
}

/** The first administrator, made as its command makes it. */
export async function administratorOf(test: TestApp, database: TestDatabase): Promise<SignedIn> {
  const { login, password } = await createAdministrator(database.urls.owner);
  return signIn(test, login, password);
}

/** A person of a party, made and signed in through the api. */
export async function hire(
  test: TestApp,
  administrator: SignedIn,
  partyCode: string,
  roles: string[],
): Promise<SignedIn> {
  const login = `${partyCode.toLowerCase()}-${roles.join('-')}-${crypto.randomUUID().slice(0, 6)}`;
  const made = await test.http
    .post('/api/v1/people')
    .set(as(administrator))
    .send({ partyCode, login, displayName: login, roles })
    .expect(201);
  return signInAs(test, (made.body as { id: string }).id);
}

function read(response: supertest.Response): SignedIn {
  const [cookie = ''] = response.get('Set-Cookie') ?? [];
  return { cookie: cookie.split(';')[0] ?? '', csrf: (response.body as { csrfToken: string }).csrfToken };
}
