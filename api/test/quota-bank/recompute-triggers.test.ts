import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LendQuota } from '../../src/modules/quota-bank/application/lend-quota.use-case.js';
import { LotQueries } from '../../src/modules/quota-bank/application/lot.queries.js';
import { RecomputeCounty } from '../../src/modules/quota-bank/application/recompute-county.use-case.js';
import { RecordDefect } from '../../src/modules/quota-bank/application/record-defect.use-case.js';
import { RecordSurvey } from '../../src/modules/quota-bank/application/record-survey.use-case.js';
import { RecordYearlyUse } from '../../src/modules/quota-bank/application/record-yearly-use.use-case.js';
import { SignDeclaration } from '../../src/modules/quota-bank/application/sign-declaration.use-case.js';
import { WithdrawNeed } from '../../src/modules/quota-bank/application/withdraw-need.use-case.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Bank } from './bank.js';
import { type Desk, deskOf } from './desk.js';

const county = '640324';

let database: TestDatabase;
let bank: Bank;
let desk: Desk;
let lot: string;

beforeAll(async () => {
  database = await createTestDatabase();
  bank = await Bank.open(database, { listedBy: () => Promise.resolve([]) });
  desk = deskOf(bank);
  lot = await bank.lot(county, 'SFQ', { areaHa: '50.0000', capacityKg: '375000.0000' });
  await bank.app.get(SignDeclaration).execute(desk.region(), { county });
});
afterAll(async () => {
  await expectSound(database.urls.superuser);
  await bank.app.close();
  await database.drop();
});

const recompute = async (): Promise<void> => {
  const { partyId } = await bank.actor(county);
  await bank.app.get(RecomputeCounty).execute(desk.region(), partyId ?? '');
};
const isStale = async (): Promise<boolean> => {
  const [row] = await bank.work.readMarket((tx) =>
    tx.query<{ stale: boolean }>(
      `select stale_since is not null as stale from county_margin m join party y on y.id = m.county_id
       where y.code = $1 and m.quota = 'SFQ'`,
      [county],
    ),
  );
  return row?.stale ?? true;
};
/** How often the worker has been asked to recompute this county. */
const asked = async (): Promise<number> => {
  const rows = await bank.work.readMarket((tx) =>
    tx.query(
      `select 1 from outbox o join party y on y.id::text = o.payload ->> 'subjectId'
       where o.job = 'county-first.recompute' and y.code = $1`,
      [county],
    ),
  );
  return rows.length;
};

describe('what makes a margin stale, so that the worker recomputes it (domain §8)', () => {
  const amount = { areaHa: '1.0000' };
  const terms = {
    borrower: county,
    quota: 'SFQ',
    dueOn: '2030-01-01',
    documentNo: 'J',
    reason: '应急',
  } as const;
  const triggers: Record<string, () => Promise<unknown>> = {
    // First, since a county with a loan lists nothing.
    'a lot that is listed': () => bank.list(county, 'SFQ', [{ lotId: lot, wire: amount }]),
    'a need': () => bank.need(county, 'SFQ', 'construction', amount),
    'a need that is withdrawn': async () => {
      const id = await bank.need(county, 'SFQ', 'construction', amount);
      await recompute();
      return bank.app.get(WithdrawNeed).execute(await desk.by(county), id, { reason: '撤回' });
    },
    'the reserve': () =>
      bank.app.get(RecordYearlyUse).execute(desk.region(), { county, quota: 'SFQ', year: 2025, ...amount }),
    'a freeze, and its lifting': async () => {
      const { id } = await desk.freeze({ lotId: lot, areaHa: '1.0000' });
      expect(await isStale()).toBe(true);
      await recompute();
      return desk.lift(id);
    },
    'a survey': () =>
      bank.app
        .get(RecordSurvey)
        .execute(desk.region(), { county, farmlandHa: '10.0000', targetHa: '9.0000' }),
    'a lot that is banked': () => bank.lot(county, 'SFQ', amount),
    'a lot of which some is earmarked': () => desk.earmark(county, amount),
    'a lot of which some is released': async () => {
      const { use } = await desk.earmark(county, amount);
      await recompute();
      return desk.release(county, use.id);
    },
    'a lot of which some is deducted': () => desk.act('deduction', lot, amount),
    'a lot of which some goes to the national pool': () => desk.act('national-pool', lot, amount),
    'a lot of which some is lent': async () => {
      await desk.act('reserve-in', await bank.lot('640221', 'SFQ', amount), amount);
      return bank.app.get(LendQuota).lend(desk.region(), { ...terms, ...amount });
    },
    'a lot whose project has a defect': async () => {
      const { lot: row } = await bank.app.get(LotQueries).lot(bank.regulator, lot);
      const found = { ...amount, documentNo: 'H', reason: '未达标' };
      return bank.app.get(RecordDefect).execute(desk.region(), row.projectNumber, found);
    },
  };

  it.each(Object.keys(triggers))('%s', async (name) => {
    await recompute();
    expect(await isStale()).toBe(false);
    const before = await asked();
    await triggers[name]?.();
    expect(await isStale()).toBe(true);
    expect(await asked()).toBeGreaterThan(before);
  });
});
