import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administratorOf, as, hire, type SignedIn, startTestApp, type TestApp } from '../support/app.js';
import { startApiProcess } from '../support/api-process.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const county = '640425';
const folder = mkdtempSync(join(tmpdir(), 'muheng-killed-'));

let database: TestDatabase;
let test: TestApp;
let lotId = '';
const people: Record<string, SignedIn> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  test = await startTestApp(database);
  const administrator = await administratorOf(test, database);
  for (const [name, party, role] of [
    ['region', '640000', 'regulator'],
    ['maker', county, 'maker'],
    ['checker', county, 'checker'],
  ] as const) {
    people[name] = await hire(test, administrator, party, [role]);
  }
  const banked = await post('region', '/projects', {
    owner: county,
    quota: 'SFQ',
    name: '白阳镇土地整治',
    acceptanceNo: '验收〔2026〕9号',
    acceptedOn: '2026-01-05',
    filingNo: 'BA-KILLED',
    areaHa: '50.0000',
    grade: 12,
    fundingSource: 'county',
  });
  lotId = (banked as { lots: { id: string }[] }).lots[0]?.id ?? '';
});
afterAll(async () => {
  await test.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const who = (role: string): SignedIn => people[role] ?? { cookie: '', csrf: '' };
async function post(role: string, path: string, body: object, key: string = randomUUID()): Promise<unknown> {
  const answer = await test.http
    .post(`/api/v1${path}`)
    .set(as(who(role), key))
    .send(body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
async function available(party: string): Promise<string> {
  const { body } = await test.http.get(`/api/v1/accounts/${party}`).set('cookie', who('region').cookie);
  return (body as { SFQ: { available: { areaHa: string } } }).SFQ.available.areaHa;
}
const use = async (): Promise<string> => {
  const earmark = { quota: 'SFQ', projectCode: randomUUID(), projectName: '项目', areaHa: '2.0000' };
  return ((await post('maker', '/uses', earmark)) as { use: { id: string } }).use.id;
};
const paper = { documentNo: '宁政土〔2026〕8号', approver: '自治区', reason: '调整' };

interface Act {
  role: string;
  path: string;
  body: object;
}

/** Where the process dies, the act that it dies in, and what that act takes from the county's available quota, in ha. */
const places: Record<string, { act: () => Promise<Act>; takes: number }> = {
  'bank:within-write-off': {
    act: async () => {
      const { documentNo, approver } = paper;
      return { role: 'checker', path: `/uses/${await use()}/write-off`, body: { documentNo, approver } };
    },
    takes: 0,
  },
  'bank:within-act': {
    act: async () => {
      const { documentNo, reason } = paper;
      const body = { kind: 'reserve-in', lotId, areaHa: '3.0000', documentNo, reason };
      return { role: 'region', path: '/quota-acts', body };
    },
    takes: 3,
  },
  'bank:within-earmark': {
    act: async () => {
      const body = { quota: 'SFQ', projectCode: randomUUID(), projectName: '项目', areaHa: '1.0000' };
      return { role: 'maker', path: '/uses', body };
    },
    takes: 1,
  },
  'bank:within-release': {
    act: async () => ({
      role: 'maker',
      path: `/uses/${await use()}/release`,
      body: { reason: paper.reason },
    }),
    takes: -2,
  },
  'bank:within-return': {
    act: async () => {
      await post('region', '/quota-acts', {
        ...{ kind: 'reserve-in', lotId, areaHa: '1.0000' },
        ...{ documentNo: 'R', reason: '储备' },
      });
      const { documentNo, reason } = paper;
      const terms = { borrower: county, quota: 'SFQ', areaHa: '1.0000', dueOn: '2030-01-01' };
      const loan = (await post('region', '/quota-loans', { ...terms, documentNo, reason })) as { id: string };
      return { role: 'checker', path: `/quota-loans/${loan.id}/returns`, body: {} };
    },
    takes: 1,
  },
};
const tried = process.env['LONG'] === '1' ? Object.keys(places) : Object.keys(places).slice(0, 2);

describe('an api that dies in the middle of an act on quota', () => {
  it.each(tried)('%s: nothing has happened, and the same key makes it happen once', async (place) => {
    const { act, takes } = places[place] ?? { act: () => Promise.reject(new Error(place)), takes: 0 };
    const { role, path, body } = await act();
    const before = await available(county);
    process.env['FAILPOINT'] = place;
    const api = await startApiProcess(database, join(folder, 'api.log'));
    delete process.env['FAILPOINT'];
    const key = randomUUID();
    const headers = { ...as(who(role), key), 'content-type': 'application/json' };
    const cut = fetch(`${api.address}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    await expect(cut).rejects.toThrow('fetch failed');
    await api.kill();
    expect(await available(county)).toBe(before);
    await expectSound(database.urls.superuser);
    const first = await post(role, path, body, key);
    expect(await post(role, path, body, key)).toEqual(first);
    expect(Number(before) - Number(await available(county))).toBeCloseTo(takes, 4);
    await expectSound(database.urls.superuser);
  });
});

describe('an import that dies', () => {
  const cli = fileURLToPath(new URL('../../dist/src/cli/import.js', import.meta.url));
  const sheet = join(folder, 'sheet.csv');
  const run = (place?: string) =>
    new Promise<{ out: string; signal: string | null }>((resolve) => {
      const env = {
        PATH: process.env['PATH'] ?? '',
        DATABASE_URL: database.url,
        ...(place ? { FAILPOINT: place } : {}),
      };
      execFile(process.execPath, [cli, sheet, '--json'], { env }, (error, out) =>
        resolve({ out, signal: error?.signal ?? null }),
      );
    });

  it('keeps whole parts, and the file sent again banks the rest', async () => {
    const good = readFileSync(new URL('../data/quota-projects.csv', import.meta.url), 'utf8');
    const [header = '', first = ''] = good.trimEnd().split(/\r?\n/);
    const rows = Array.from({ length: 250 }, (_, n) => {
      const cells = first.split(',');
      cells[0] = `NX-KILLED-${n}`;
      cells[7] = `KILLED-${n}`;
      return cells.join(',');
    });
    writeFileSync(sheet, [header, ...rows].join('\n'));
    expect(await run('bank:within-import-part:2')).toMatchObject({ signal: 'SIGKILL' });
    const { out } = await run();
    expect(JSON.parse(out)).toMatchObject({ rows: 250, unchanged: 200, banked: 50, rejected: [] });
    await expectSound(database.urls.superuser);
  });
});
