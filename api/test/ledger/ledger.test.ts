import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/kernel/access/actor.js';
import { createDataSource } from '../../src/kernel/database/data-source.js';
import type { Tx } from '../../src/kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { lotBalance, quotaBalance } from '../../src/modules/ledger/application/balances.js';
import {
  creditQuota,
  moveQuota,
  postEntries,
  type QuotaMove,
} from '../../src/modules/ledger/application/journal.js';
import { actorOf, contextOf } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let source: DataSource;
let work: UnitOfWork;
let seller: Actor;
let buyer: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.url, 'muheng_api', 20).initialize();
  work = new UnitOfWork(source);
  seller = await actorOf(work, '640425', ['maker']);
  buyer = await actorOf(work, '640106', ['maker']);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const within = <R>(step: (tx: Tx) => Promise<R>): Promise<R> =>
  work.run({ name: 'test.ledger', scope: 'market' }, contextOf(seller), {}, async (tx) => {
    const result = await step(tx);
    tx.audit('test', 'ledger');
    return result;
  });

/** A banked lot of so many m² with a project of its own. */
async function bankLot(area: bigint, owner = seller): Promise<string> {
  const lotId = randomUUID();
  const projectId = randomUUID();
  await within(async (tx) => {
    await tx.query(
      `insert into origin_project (id, number, quota, name, county_id, region_code, acceptance_no, accepted_on, filing_no,
         area, paddy, capacity, funding_source, created_at)
       values ($1, $2, 'SFQ', 'p', $3, $4, 'a', '2025-01-01', $2, $5, 0, 0, 'county', app_now())`,
      [projectId, projectId, owner.partyId, owner.partyCode, area.toString()],
    );
    await insertLot(tx, lotId, projectId, owner, area);
    await creditQuota(tx, 'project-in', [
      { lotId, projectId, partyId: String(owner.partyId), asset: 'SFQ.AREA', amount: area },
    ]);
  });
  return lotId;
}

async function insertLot(tx: Tx, id: string, projectId: string, owner: Actor, area: bigint): Promise<void> {
  await tx.query(
    `insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, saleable, created_at)
     values ($1, $2, $3, $4, $5, 'SFQ', $6, 0, 0, true, app_now())`,
    [id, id, projectId, owner.partyId, owner.partyCode, area.toString()],
  );
}

const list = (lotId: string, amount: bigint): QuotaMove => ({
  kind: 'list',
  subjectType: 'lot',
  subjectId: lotId,
  lotId,
  asset: 'SFQ.AREA',
  amount,
  from: 'available',
  to: 'listed',
  toPartyId: String(seller.partyId),
  toLotId: lotId,
});

describe('quota (architecture §4)', () => {
  it('keeps balances and slices equal through credit, split and transfer', async () => {
    const lotId = await bankLot(800_000n);
    await within((tx) => moveQuota(tx, [list(lotId, 608_544n)]));
    const newLot = randomUUID();
    await within(async (tx) => {
      const [lot] = await tx.query<{ origin_project_id: string }>(
        'select origin_project_id from lot where id = $1',
        [lotId],
      );
      await insertLot(tx, newLot, String(lot?.origin_project_id), buyer, 608_544n);
      await moveQuota(tx, [
        {
          ...list(lotId, 608_544n),
          kind: 'transfer',
          from: 'listed',
          to: 'available',
          toPartyId: String(buyer.partyId),
          toLotId: newLot,
        },
      ]);
    });
    const { area } = await work.readMarket((tx) =>
      quotaBalance(tx, String(buyer.partyId), 'SFQ', 'available'),
    );
    expect(area).toBe(608_544n);
    expect((await work.readMarket((tx) => lotBalance(tx, newLot, 'available'))).area).toBe(608_544n);
    expect((await work.readMarket((tx) => lotBalance(tx, lotId, 'available'))).area).toBe(191_456n);
    const family = await work.readMarket((tx) =>
      tx.query(
        `with recursive up as (select id, parent_id from slice where lot_id = $1
           union select s.id, s.parent_id from slice s join up on s.id = up.parent_id)
         select count(*)::int as generations from up`,
        [newLot],
      ),
    );
    expect(family).toEqual([{ generations: 3 }]);
  });

  it('lists a lot once, however many try at once', async () => {
    const lotId = await bankLot(1_000n);
    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, () => within((tx) => moveQuota(tx, [list(lotId, 600n)]))),
    );
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
    expect((await work.readMarket((tx) => lotBalance(tx, lotId, 'listed'))).area).toBe(600n);
  });

  it('refuses in the database what a lot does not hold, although the account would', async () => {
    const small = await bankLot(10n);
    await bankLot(1_000n);
    await expect(within((tx) => moveQuota(tx, [list(small, 11n)]))).rejects.toThrow(/quota_short/);
  });

  it('cannot store a second owner of a unit', async () => {
    await bankLot(50n);
    const owner = await createDataSource(database.urls.superuser, null, 2).initialize();
    await expect(
      owner.query(
        `insert into slice (serials, asset, project_id, lot_id, owner_id, bucket, entry_id)
         select int8range(lower(serials), lower(serials) + 1), asset, project_id, lot_id, $1, bucket, entry_id
         from slice where retired_by is null limit 1`,
        [buyer.partyId],
      ),
    ).rejects.toThrow(/slice_one_owner/);
    await owner.destroy();
  });
});

describe('journal', () => {
  const deposit = (amount: bigint, other = amount) => ({
    kind: 'deposit',
    subjectType: 'payment',
    subjectId: randomUUID(),
    postings: [
      { partyId: String(buyer.partyId), asset: 'CNY' as const, bucket: 'external' as const, amount: -amount },
      {
        partyId: String(buyer.partyId),
        asset: 'CNY' as const,
        bucket: 'deposit-held' as const,
        amount: other,
      },
    ],
  });

  it('refuses an entry that does not balance', async () => {
    await expect(within((tx) => postEntries(tx, [deposit(100n, 99n)]))).rejects.toThrow(/does not balance/);
  });

  it('refuses to take more than an account holds', async () => {
    const back = deposit(5n);
    const [external, held] = back.postings;
    if (!external || !held) throw new Error('two postings');
    const entry = {
      ...back,
      postings: [
        { ...external, amount: 5_000_000n },
        { ...held, amount: -5_000_000n },
      ],
    };
    await expect(within((tx) => postEntries(tx, [entry]))).rejects.toThrow(/account_not_negative/);
  });

  it('survives opposite transfers in parallel without a deadlock', async () => {
    await within((tx) => postEntries(tx, [deposit(1_000_000n)]));
    const swap = (from: 'deposit-held' | 'escrow', to: 'deposit-held' | 'escrow') => ({
      ...deposit(1n),
      kind: 'capture',
      postings: [
        { partyId: String(buyer.partyId), asset: 'CNY' as const, bucket: from, amount: -1n },
        { partyId: String(buyer.partyId), asset: 'CNY' as const, bucket: to, amount: 1n },
      ],
    });
    await within((tx) =>
      postEntries(tx, [
        {
          ...swap('deposit-held', 'escrow'),
          postings: swap('deposit-held', 'escrow').postings.map((p) => ({ ...p, amount: p.amount * 1000n })),
        },
      ]),
    );
    const all = Array.from({ length: 60 }, (_, i) =>
      within((tx) =>
        postEntries(tx, [i % 2 ? swap('deposit-held', 'escrow') : swap('escrow', 'deposit-held')]),
      ),
    );
    await Promise.all(all);
    const rows = await work.readMarket((tx) =>
      tx.query(`select sum(amount)::bigint as total from posting where asset = 'CNY'`),
    );
    expect(rows).toEqual([{ total: 0n }]);
  });
});
