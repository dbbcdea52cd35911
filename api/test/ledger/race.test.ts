import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDataSource } from '../../src/kernel/database/data-source.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { creditQuota, moveQuota } from '../../src/modules/ledger/application/journal.js';
import { actorOf, contextOf } from '../support/actors.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const processes = 2;
const clients = 25;
/** 1,000 acts in the long run. */
const acts = process.env['LONG'] === '1' ? 20 : 6;
/** m², fewer than the clients ask for, so that some have to be refused. */
const whole = 900n;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('gives every unit of one lot exactly one owner however many of 50 clients of two processes list and transfer it at once', async () => {
  const source = await createDataSource(database.url, 'muheng_api', 2).initialize();
  const work = new UnitOfWork(source);
  const seller = await actorOf(work, '640425', ['maker']);
  const buyer = await actorOf(work, '640106', ['maker']);
  const owners = [String(seller.partyId), String(buyer.partyId)];
  const lots = [randomUUID(), randomUUID()];
  const [projectId, partyId, lotId] = [randomUUID(), owners[0] ?? '', lots[0] ?? ''];
  await work.run({ name: 'test.fill', scope: 'market' }, contextOf(seller), {}, async (tx) => {
    await tx.query(
      `insert into origin_project (id, number, quota, name, county_id, region_code, acceptance_no, accepted_on, filing_no,
         area, paddy, capacity, funding_source, created_at)
       values ($1::uuid, $1::text, 'SFQ', 'p', $2, '640425', 'a', '2025-01-01', $1::text, $3, 0, 0, 'county', app_now())`,
      [projectId, partyId, whole],
    );
    await tx.query(
      `insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, saleable, created_at)
       select l, l::text, $3, o, '640425', 'SFQ', $4, 0, 0, true, app_now() from unnest($1::uuid[], $2::uuid[]) as t (l, o)`,
      [lots, owners, projectId, whole],
    );
    await creditQuota(tx, 'project-in', [{ lotId, projectId, partyId, asset: 'SFQ.AREA', amount: whole }]);
    return null;
  });
  const input = JSON.stringify({ url: database.url, actor: seller, lots, owners, clients, acts });
  const script = fileURLToPath(new URL('./race.mjs', import.meta.url));
  const runs = await Promise.all(
    Array.from({ length: processes }, () => promisify(execFile)(process.execPath, [script, input])),
  );
  const tallies = runs.map(({ stdout }) => JSON.parse(stdout) as { done: number; refused: number });
  const total = (of: 'done' | 'refused'): number => tallies.reduce((sum, tally) => sum + tally[of], 0);
  expect(total('done') + total('refused')).toBe(processes * clients * acts);
  expect(total('done')).toBeGreaterThan(50);
  // What the buyer's lot holds is what came to it; then the auditor, who knows no more of this test than of any market.
  await work.run({ name: 'test.end', scope: 'market' }, contextOf(seller), {}, async (tx) => {
    const [row] = await tx.query<{ owned: bigint; entered: bigint }>(
      `select sum(upper(serials) - lower(serials)) filter (where retired_by is null)::bigint as owned,
         coalesce(sum(upper(serials) - lower(serials)) filter (where from_lot_id is not null), 0)::bigint as entered from slice`,
    );
    expect(row?.owned).toBe(whole);
    expect(row?.entered).toBeGreaterThan(0n);
    await tx.query('update lot set area = $2 where id = $1', [lots[1], row?.entered]);
    // No notice stands behind what is still listed: the auditor would miss it.
    const [left] = await tx.query<{ listed: bigint }>(
      `select coalesce(sum(upper(serials) - lower(serials)), 0)::bigint as listed
       from slice where retired_by is null and bucket = 'listed'`,
    );
    const home = { lotId, toLotId: lotId, toPartyId: partyId, asset: 'SFQ.AREA' } as const;
    const unlist = {
      kind: 'unlist',
      subjectType: 'race',
      subjectId: randomUUID(),
      from: 'listed',
      to: 'available',
    } as const;
    await moveQuota(tx, [{ ...home, ...unlist, amount: left?.listed ?? 0n }]);
    return null;
  });
  await source.destroy();
  await expectSound(database.urls.superuser);
});
