import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/kernel/access/actor.js';
import { createDataSource } from '../../src/kernel/database/data-source.js';
import type { Tx } from '../../src/kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { creditQuota, moveQuota, type QuotaMove } from '../../src/modules/ledger/application/journal.js';
import { actorOf, contextOf } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ledgerChecks } from '../../src/modules/oversight/persistence/checks/ledger.checks.js';
import { sliceChecks } from '../../src/modules/oversight/persistence/checks/slice.checks.js';
import { Intruder } from './intruder.js';

const plants = process.env['LONG'] === '1' ? 2_000 : 200;

let database: TestDatabase;
let intruder: Intruder | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillMarket(database.url);
  intruder = await Intruder.enter(database.urls.superuser);
});
afterAll(async () => {
  await intruder?.leave();
  await database.drop();
});

async function codesAfter(...plant: string[]): Promise<Set<string>> {
  if (!intruder) throw new Error('nobody has entered');
  return intruder.codesAfter(...plant);
}

const one = (table: string, where = 'true'): string =>
  `(select ctid from ${table} where ${where} order by random() limit 1)`;

describe('errors planted by a superuser are found (reliability §2)', () => {
  it('finds nothing in an honest market', async () => {
    expect([...(await codesAfter())]).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    [
      'a balance off by one',
      [`update account set balance = balance + 1 where ctid = ${one('account')}`],
      ['ledger.balance-differs'],
    ],
    [
      'a posting off by one',
      [
        `update posting set amount = amount + 1 where (entry_id, ordinal) = (select entry_id, ordinal from posting limit 1)`,
      ],
      ['ledger.entry-unbalanced', 'ledger.balance-differs'],
    ],
    [
      'a posting missing',
      [`delete from posting where (entry_id, ordinal) = (select entry_id, ordinal from posting limit 1)`],
      ['ledger.entry-unbalanced', 'ledger.balance-differs'],
    ],
    [
      'an entry missing',
      [`delete from entry where id = (select id from entry limit 1)`],
      ['ledger.posting-orphan'],
    ],
    [
      'one unit more in a slice',
      [
        'alter table slice drop constraint slice_one_owner',
        `update slice set serials = int8range(lower(serials), upper(serials) + 1)
       where ctid = ${one('slice', 'retired_by is null')}`,
      ],
      ['slice.serials-broken', 'slice.balance-differs'],
    ],
    [
      'a slice with two owners',
      [
        'alter table slice drop constraint slice_one_owner',
        `insert into slice (serials, asset, project_id, lot_id, owner_id, bucket, entry_id)
       select serials, asset, project_id, lot_id, owner_id, bucket, entry_id from slice where retired_by is null limit 1`,
      ],
      ['slice.serials-broken', 'slice.balance-differs'],
    ],
    [
      'a slice given to somebody else',
      [
        `update slice set owner_id = (select id from party p where p.id <> slice.owner_id limit 1)
       where ctid = ${one('slice', 'retired_by is null')}`,
      ],
      ['slice.balance-differs', 'slice.lot-differs'],
    ],
    [
      'a slice in another bucket',
      [
        `update slice set bucket = 'frozen' where ctid = ${one('slice', `retired_by is null and bucket = 'available'`)}`,
      ],
      ['slice.balance-differs', 'slice.entry-differs'],
    ],
    [
      'a parent forgotten',
      [
        `update slice set parent_id = null where ctid = ${one('slice', 'retired_by is null and parent_id is not null')}`,
      ],
      ['slice.family-broken', 'project.quantity-differs'],
    ],
    [
      'a balance and its slice moved together, with no entry',
      [
        `update account set balance = balance - 1 where bucket = 'available' and ctid = ${one('account', `bucket = 'available' and balance > 1`)}`,
      ],
      ['ledger.balance-differs', 'ledger.assets-unbalanced', 'slice.balance-differs'],
    ],
    [
      'a lot made larger',
      [`update lot set area = area + 1 where ctid = ${one('lot')}`],
      ['lot.quantity-differs'],
    ],
    [
      'a project made larger',
      [`update origin_project set area = area + 1 where ctid = ${one('origin_project')}`],
      ['project.quantity-differs'],
    ],
    [
      'an account below zero',
      [
        'alter table account drop constraint account_not_negative',
        `update account set balance = -1 where ctid = ${one('account', `bucket = 'available'`)}`,
      ],
      ['ledger.account-negative'],
    ],
    [
      'a trigger switched off',
      ['alter table posting disable trigger posting_no_change'],
      ['guard.trigger-missing'],
    ],
    ['a privilege given', ['grant update on entry to muheng_api'], ['guard.privilege']],
    ['a wall taken down', ['alter table lot no force row level security'], ['guard.row-security-off']],
  ])('%s', async (_, plant, expected) => {
    const codes = await codesAfter(...plant);
    for (const code of expected) expect([...codes]).toContain(code);
  });

  it('finds each of 200 single errors of four kinds, and nothing once they are taken back', async () => {
    const live = `retired_by is null and upper(serials) - lower(serials) > 1`;
    const kinds: ((sign: string) => string[])[] = [
      // One balance off by a unit.
      (sign) => [
        `update account set balance = balance ${sign} 1 where ctid = ${one('account', `balance > 1 and bucket <> 'origin'`)}`,
      ],
      // One slice overlapping its neighbour by a unit.
      (sign) => [
        `update slice set serials = ${sign === '+' ? 'int8range(lower(serials), upper(serials) + 1)' : 'int8range(lower(serials) - 1, upper(serials))'}
         where ctid = ${one('slice', live)}`,
      ],
      // One posting missing.
      () => [
        `delete from posting where (entry_id, ordinal) = (select entry_id, ordinal from posting order by random() limit 1)`,
      ],
      // One unit moved in the journal, which no slice and no balance knows of.
      (sign) => [
        `update posting set amount = amount ${sign} 1 where (entry_id, ordinal) =
           (select entry_id, ordinal from posting where abs(amount) > 1 order by random() limit 1)`,
      ],
    ];
    await intruder?.openWalls();
    for (let i = 0; i < plants; i += 1) {
      const plant = kinds[i % kinds.length]?.(i % 8 < 4 ? '+' : '-') ?? [];
      const codes = await intruder?.codesIn([...ledgerChecks, ...sliceChecks], ...plant);
      expect(codes?.size, plant.join('; ')).toBeGreaterThan(0);
    }
    expect([...(await codesAfter())]).toEqual([]);
  });
});

/** Two counties bank; one ties up a part, and hands some of it over. */
async function fillMarket(url: string): Promise<void> {
  const source = await createDataSource(url, 'muheng_api', 4).initialize();
  const work = new UnitOfWork(source);
  const seller = await actorOf(work, '640425', ['maker']);
  const buyer = await actorOf(work, '640106', ['maker']);
  const within = (step: (tx: Tx) => Promise<unknown>) =>
    work.run({ name: 'test.fill', scope: 'market' }, contextOf(seller), {}, async (tx) => {
      await step(tx);
      return {};
    });
  const [first, bought] = [randomUUID(), randomUUID()];
  await within(async (tx) => {
    for (const [owner, lot] of [
      [seller, first],
      [buyer, randomUUID()],
    ] as const)
      await bank(tx, owner, lot, 800_000n, 400n);
  });
  const moveOf = (amount: bigint, kind: string, from: QuotaMove['from'], to: QuotaMove['to']): QuotaMove => ({
    kind,
    subjectType: 'test',
    subjectId: first,
    lotId: first,
    asset: 'SFQ.AREA',
    amount,
    from,
    to,
    toPartyId: String(seller.partyId),
    toLotId: first,
  });
  await within((tx) => moveQuota(tx, [moveOf(600_000n, 'earmark', 'available', 'earmarked')]));
  await within((tx) => moveQuota(tx, [moveOf(500_000n, 'freeze', 'earmarked', 'frozen')]));
  await within(async (tx) => {
    await insertLot(tx, bought, buyer, await projectOf(tx, first), 500_000n, 0n);
    const handover = moveOf(500_000n, 'transfer', 'frozen', 'available');
    await moveQuota(tx, [{ ...handover, toPartyId: String(buyer.partyId), toLotId: bought }]);
  });
  await source.destroy();
}

const projectOf = async (tx: Tx, lot: string): Promise<string> =>
  (await tx.query<{ id: string }>('select origin_project_id as id from lot where id = $1', [lot]))[0]?.id ??
  '';

async function bank(tx: Tx, owner: Actor, lotId: string, area: bigint, capacity: bigint): Promise<void> {
  const projectId = randomUUID();
  await tx.query(
    `insert into origin_project (id, number, quota, name, county_id, region_code, acceptance_no, accepted_on, filing_no,
       area, paddy, capacity, funding_source, created_at)
     values ($1::uuid, $1::text, 'SFQ', 'p', $2, $3, 'a', '2025-01-01', $1::text, $4, 0, $5, 'county', app_now())`,
    [projectId, owner.partyId, owner.partyCode, area, capacity],
  );
  await insertLot(tx, lotId, owner, projectId, area, capacity);
  const partyId = String(owner.partyId);
  await creditQuota(tx, 'project-in', [
    { lotId, projectId, partyId, asset: 'SFQ.AREA', amount: area },
    { lotId, projectId, partyId, asset: 'SFQ.CAPACITY', amount: capacity },
  ]);
}

async function insertLot(
  tx: Tx,
  id: string,
  owner: Actor,
  projectId: string,
  area: bigint,
  capacity: bigint,
): Promise<void> {
  await tx.query(
    `insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, saleable, created_at)
     values ($1::uuid, $1::text, $2, $3, $4, 'SFQ', $5, 0, $6, true, app_now())`,
    [id, projectId, owner.partyId, owner.partyCode, area, capacity],
  );
}
