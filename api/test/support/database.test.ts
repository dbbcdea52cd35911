import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCny } from '@muheng/contracts/common/quantity';
import { createTestDatabase, type TestDatabase } from './database.js';

@Injectable()
class Abacus {
  add(a: bigint, b: bigint): bigint {
    return a + b;
  }
}

@Injectable()
class Clerk {
  constructor(readonly abacus: Abacus) {}
}

@Module({ providers: [Abacus, Clerk] })
class Office {}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the application role of a test database is not a superuser and owns nothing', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ rolname: string; special: boolean }>(
    'select rolname, rolsuper or rolbypassrls or rolcreaterole as special from pg_roles where rolname = current_user',
  );
  const owned = await client.query(`select 1 from pg_class where relowner = current_user::regrole`);
  await client.end();
  expect(rows).toEqual([{ rolname: 'muheng_api', special: false }]);
  expect(owned.rowCount).toBe(0);
});

test('constructor types reach dependency injection, and contracts are read from their sources', async () => {
  const app = await NestFactory.createApplicationContext(Office, { logger: false });
  expect(app.get(Clerk).abacus.add(parseCny('0.01'), parseCny('1.00'))).toBe(101n);
  await app.close();
});
