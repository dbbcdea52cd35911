import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDataSource } from '../../../src/kernel/database/data-source.js';
import { UnitOfWork } from '../../../src/kernel/unit-of-work/unit-of-work.js';
import { ningxia } from '../../../src/modules/listings/domain/packs/ningxia.js';
import { actorOf, contextOf } from '../../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { acts, opening } from './acts.js';
import { QuotaModel } from './quota-model.js';
import { lookSql, RealLedger } from './real-ledger.js';

const isLong = process.env['LONG'] === '1';
const sequences = isLong ? 10_000 : 300;

let database: TestDatabase;
let source: DataSource;
let work: UnitOfWork;

beforeAll(async () => {
  database = await createTestDatabase();
  // One connection, on which the look at the books is prepared once.
  source = await createDataSource(database.url, 'muheng_api', 1).initialize();
  work = new UnitOfWork(source);
  await source.query(lookSql);
  await source.query('set plan_cache_mode = force_generic_plan');
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** Ends a sequence: nothing of it stays, so the next one finds an empty market. */
class Done extends Error {}

it(`agrees with a model that has no database, over ${sequences} sequences of acts`, async () => {
  const seller = await actorOf(work, '640425', ['maker']);
  const buyer = await actorOf(work, '640106', ['maker']);
  const parties = {
    seller: { id: String(seller.partyId), code: '640425' },
    buyer: { id: String(buyer.partyId), code: '640106' },
  };
  let first = 1n;
  const played = new Map<string, number>();
  const sequence = fc.asyncProperty(
    fc.commands(acts, { maxCommands: isLong ? 20 : 8, size: 'max' }),
    async (each) => {
      const run = work.run({ name: 'test.model', scope: 'market' }, contextOf(seller), {}, async (tx) => {
        first += 1_000_000n;
        const real = new RealLedger(tx, parties, ningxia, first);
        await real.begin();
        const model = new QuotaModel();
        await opening.run(model, real);
        await fc.asyncModelRun(() => ({ model, real }), each);
        for (const [state, n] of Object.entries(model.holds)) played.set(state, (played.get(state) ?? 0) + n);
        throw new Done();
      });
      await run.catch((error: unknown) => {
        if (!(error instanceof Done)) throw error;
      });
    },
  );
  await fc.assert(sequence, { numRuns: sequences });
  // Sequences that never sell or withdraw would prove little.
  for (const state of ['held', 'posted', 'released']) expect(played.get(state) ?? 0).toBeGreaterThan(5);
});
