import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatHa, parseHa } from '@muheng/contracts/common/quantity';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { administratorOf, as, hire, type SignedIn, startTestApp, type TestApp } from '../support/app.js';
import { type ApiProcess, startApiProcess } from '../support/api-process.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const clients = 50;
/** 1,000 acts in the long run. */
const acts = process.env['LONG'] === '1' ? 20 : 1;
/** About as many square metres as all clients ask for together: some find nothing left. */
const whole = acts * clients * 4;
const county = '640425';

const folder = mkdtempSync(join(tmpdir(), 'muheng-race-'));

let database: TestDatabase;
let test: TestApp;
let processes: ApiProcess[];
const people: Record<string, SignedIn[]> = {};
let lotId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  const log = join(folder, 'api.log');
  const started = Promise.all([startApiProcess(database, log), startApiProcess(database, log)]);
  test = await startTestApp(database);
  const administrator = await administratorOf(test, database);
  for (const [name, party, role] of [
    ['region', '640000', 'regulator'],
    ['maker', county, 'maker'],
    ['checker', county, 'checker'],
  ] as const) {
    people[name] = [
      await hire(test, administrator, party, [role]),
      await hire(test, administrator, party, [role]),
    ];
  }
  processes = await started;
  const banked = await post('region', '/projects', {
    owner: county,
    quota: 'SFQ',
    name: '白阳镇土地整治',
    acceptanceNo: '验收〔2026〕9号',
    acceptedOn: '2026-01-05',
    filingNo: 'BA-RACE',
    areaHa: formatHa(BigInt(whole) as never),
    grade: 12,
    fundingSource: 'county',
  });
  lotId = (banked.body as { lots: { id: string }[] }).lots[0]?.id ?? '';
  await post('checker', '/declarations', {});
});
afterAll(async () => {
  for (const each of processes) await each.kill();
  await test.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  body: unknown;
}

let turn = 0;
/** To the one process or the other, under one key however often it has to be sent. */
async function post(role: string, path: string, body: object): Promise<Answer> {
  turn += 1;
  const process = processes[turn % processes.length];
  const headers = {
    ...as(people[role]?.[turn % 2] ?? { cookie: '', csrf: '' }),
    'content-type': 'application/json',
  };
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(`${process?.address}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const read = { status: answer.status, body: await answer.json() };
    const isLate = read.status === 503 || (read.body as { code?: string }).code === 'request.in-progress';
    if (!isLate || attempt === 20) return read;
  }
}

const some = (): string => formatHa(BigInt(1 + Math.floor(Math.random() * 9)) as never);
const listed: string[] = [];

/** One act on the one lot, and how it was answered. */
const kinds: Record<string, () => Promise<Answer>> = {
  list: async () => {
    const draft = await post('maker', '/listings', {
      items: [{ lotId, areaHa: some() }],
      startPriceCny: '10000.00',
    });
    const { id } = draft.body as { id?: string };
    if (draft.status !== 201 || id === undefined) return draft;
    const certified = await post('checker', `/listings/${id}/certificate`, {});
    if (certified.status === 200) listed.push(id);
    return certified;
  },
  unlist: async () => {
    const id = listed.pop();
    return id === undefined
      ? { status: 409, body: { code: 'nothing-listed' } }
      : post('checker', `/listings/${id}/withdrawal`, { reason: '撤回' });
  },
  transfer: () =>
    post('region', '/quota-acts', {
      kind: 'reserve-in',
      lotId,
      areaHa: some(),
      documentNo: 'R',
      reason: '划转',
    }),
  earmark: () =>
    post('maker', '/uses', {
      quota: 'SFQ',
      projectCode: randomUUID(),
      projectName: '项目',
      lots: [{ lotId, areaHa: some() }],
    }),
};
const order = ['list', 'transfer', 'earmark', 'transfer', 'unlist'] as const;

/** All that a party holds, whatever the bucket, in m². */
async function holds(party: string): Promise<bigint> {
  const { body } = await test.http
    .get(`/api/v1/accounts/${party}`)
    .set('cookie', people['region']?.[0]?.cookie ?? '');
  const { SFQ } = body as { SFQ: Record<string, { areaHa: string }> };
  return Object.values(SFQ).reduce((sum, { areaHa }) => sum + parseHa(areaHa), 0n);
}

it('gives every unit of one lot exactly one owner, however many of 50 clients of two api processes list and transfer it at once', async () => {
  const tally: Record<string, number> = {};
  const client = async (n: number): Promise<void> => {
    for (let act = 0; act < acts; act += 1) {
      const kind = order[(n + act) % order.length] ?? 'list';
      const { status, body } = (await kinds[kind]?.()) ?? { status: 0, body: null };
      if (status >= 500 || status === 400) throw new Error(`${kind}: ${status} ${JSON.stringify(body)}`);
      const outcome = `${kind} ${status < 300 ? 'done' : 'refused'}`;
      tally[outcome] = (tally[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
  expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(clients * acts);
  for (const kind of ['list', 'transfer', 'earmark']) expect(tally[`${kind} done`], kind).toBeGreaterThan(0);
  expect(await holds('640000')).toBeGreaterThan(0n);
  expect((await holds(county)) + (await holds('640000'))).toBe(BigInt(whole));
  await expectSound(database.urls.superuser);
});
