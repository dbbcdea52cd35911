import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CountyFirstQueries } from '../../src/modules/quota-bank/application/county-first.queries.js';
import { RecomputeCounty } from '../../src/modules/quota-bank/application/recompute-county.use-case.js';
import { RecordSurvey } from '../../src/modules/quota-bank/application/record-survey.use-case.js';
import { RecordYearlyUse } from '../../src/modules/quota-bank/application/record-yearly-use.use-case.js';
import { SignDeclaration } from '../../src/modules/quota-bank/application/sign-declaration.use-case.js';
import { contextOf } from '../support/actors.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Bank } from './bank.js';

let database: TestDatabase;
let bank: Bank;

beforeAll(async () => {
  database = await createTestDatabase();
  bank = await Bank.open(database);
});
afterAll(async () => {
  await bank.app.close();
  await database.drop();
});
afterEach(() => expectSound(database.urls.superuser));

const declare = async (county: string, more: object = {}): Promise<unknown> =>
  bank.app.get(SignDeclaration).execute(contextOf(bank.regulator), { county, ...more });
const positionOf = async (county: string, quota: 'SFQ' | 'LSQ' = 'SFQ') => {
  const { items } = await bank.app.get(CountyFirstQueries).positions(quota);
  return items.find((each) => each.county === county);
};
const lastYear = new Date().getUTCFullYear() - 1;

describe('domain §8, worked examples on a real database', () => {
  it('Example A: a bundle of all the surplus passes, one unit more does not', async () => {
    const lot = await bank.lot(
      '640425',
      'SFQ',
      { areaHa: '75.0000', capacityKg: '450000.0000' },
      { grade: 12 },
    );
    await bank.need('640425', 'SFQ', 'construction', { areaHa: '12.3456', capacityKg: '74073.6000' });
    const use = {
      county: '640425',
      quota: 'SFQ' as const,
      year: lastYear,
      areaHa: '18.0000',
      capacityKg: '108000.0000',
    };
    await bank.app.get(RecordYearlyUse).execute(contextOf(bank.regulator), use);
    await declare('640425');
    expect(await positionOf('640425')).toMatchObject({
      reserve: { areaHa: '1.8000', paddyHa: '0.0000', capacityKg: '10800.0000' },
      surplus: { areaHa: '60.8544', capacityKg: '365126.4000' },
    });
    const over = { lotId: lot, wire: { areaHa: '60.8544', capacityKg: '365126.4001' } };
    await expect(bank.list('640425', 'SFQ', [over])).rejects.toMatchObject({
      code: 'county-first.surplus-exceeded',
      params: {
        component: 'capacity',
        excess: '0.0001 kg',
        arithmetic: {
          excess: { areaHa: '0.0000', paddyHa: '0.0000', capacityKg: '0.0001' },
          largest: { areaHa: '60.8544', paddyHa: '0.0000', capacityKg: '365126.4000' },
          holds: { area: true, paddy: true, capacity: false },
          needs: [{ title: '建设项目', uncovered: { areaHa: '12.3456' } }],
          policy: { version: 'ningxia v1', reservePct: 10 },
        },
      },
    });
    await bank.list('640425', 'SFQ', [
      { lotId: lot, wire: { areaHa: '60.8544', capacityKg: '365126.4000' } },
    ]);
    expect(await positionOf('640425')).toMatchObject({
      margin: { areaHa: '0.0000', capacityKg: '0.0000' },
      listed: { areaHa: '60.8544' },
    });
  });

  it('Example B: paddy binds though area has room', async () => {
    const lot = await bank.lot('640521', 'SFQ', {
      areaHa: '40.0000',
      paddyHa: '10.0000',
      capacityKg: '420000.0000',
    });
    await bank.need('640521', 'SFQ', 'construction', { areaHa: '12.0000', paddyHa: '9.5000' });
    await declare('640521');
    const item = (paddyHa: string) => [{ lotId: lot, wire: { areaHa: '20.0000', paddyHa } }];
    await expect(bank.list('640521', 'SFQ', item('4.0000'))).rejects.toMatchObject({
      code: 'county-first.surplus-exceeded',
      params: { component: 'paddy', surplus: '0.5000 ha', excess: '3.5000 ha' },
    });
    await bank.list('640521', 'SFQ', item('0.5000'));
  });

  it('Example D: linkage quota is held back by villager housing and rural development only', async () => {
    const lot = await bank.lot('640422', 'LSQ', { areaHa: '46.6667' });
    await bank.need('640422', 'LSQ', 'village-housing', { areaHa: '8.0000' });
    await bank.need('640422', 'LSQ', 'rural-development', { areaHa: '12.0000' });
    await bank.need('640422', 'LSQ', 'construction', { areaHa: '30.0000' });
    await declare('640422');
    await expect(
      bank.list('640422', 'LSQ', [{ lotId: lot, wire: { areaHa: '26.6668' } }]),
    ).rejects.toMatchObject({ code: 'county-first.surplus-exceeded', params: { excess: '0.0001 ha' } });
    await bank.list('640422', 'LSQ', [{ lotId: lot, wire: { areaHa: '26.6667' } }]);
  });

  it('Example E: below its retention target a county lists nothing, whatever its surplus', async () => {
    const lot = await bank.lot('640323', 'SFQ', { areaHa: '100.0000', capacityKg: '600000.0000' });
    await declare('640323');
    const survey = { county: '640323', farmlandHa: '99700.0000', targetHa: '100000.0000' };
    await bank.app.get(RecordSurvey).execute(contextOf(bank.regulator), survey);
    await expect(bank.list('640323', 'SFQ', [{ lotId: lot }])).rejects.toMatchObject({
      code: 'county-first.retention-below-target',
      params: { shortHa: '300.0000' },
    });
    const met = { ...survey, farmlandHa: '100000.0000' };
    await bank.app.get(RecordSurvey).execute(contextOf(bank.regulator), met);
    await bank.list('640323', 'SFQ', [{ lotId: lot }]);
  });
});

describe('the order of refusals (replay.md)', () => {
  it('tells what is wrong with the lot before the declaration, and the declaration before the surplus', async () => {
    const bare = await bank.lot(
      '640221',
      'SFQ',
      { areaHa: '10.0000' },
      { fundingSource: 'new-construction-land-fee' },
    );
    const lot = await bank.lot('640221', 'SFQ', { areaHa: '10.0000' });
    await bank.need('640221', 'SFQ', 'livelihood', { areaHa: '15.0000' });
    const list = (lotId: string, areaHa: string) => bank.list('640221', 'SFQ', [{ lotId, wire: { areaHa } }]);
    await expect(list(bare, '1.0000')).rejects.toMatchObject({
      code: 'quota.not-saleable',
      params: { cause: 'funding-source' },
    });
    await expect(list(lot, '10.0001')).rejects.toMatchObject({
      code: 'quota.insufficient',
      params: { missing: '0.0001 ha' },
    });
    await expect(list(lot, '9.0000')).rejects.toMatchObject({ code: 'county-first.declaration-missing' });
    await declare('640221');
    await expect(list(lot, '9.0000')).rejects.toMatchObject({ code: 'county-first.surplus-exceeded' });
    await list(lot, '5.0000');
  });

  it('lets a declaration lapse, and lets a standing one renew itself', async () => {
    const lot = await bank.lot('640202', 'SFQ', { areaHa: '10.0000' });
    await declare('640202', { signedOn: `${lastYear}-11-01` });
    await expect(bank.list('640202', 'SFQ', [{ lotId: lot }])).rejects.toMatchObject({
      code: 'county-first.declaration-missing',
      params: { signedOn: `${lastYear}-11-01` },
    });
    await declare('640202', { signedOn: `${lastYear}-11-01`, renews: true });
    await bank.list('640202', 'SFQ', [{ lotId: lot }]);
  });

  it('knows no lot of another county', async () => {
    const lot = await bank.lot('640205', 'SFQ', { areaHa: '10.0000' });
    await expect(bank.list('640202', 'SFQ', [{ lotId: lot }])).rejects.toMatchObject({
      code: 'quota.not-found',
    });
  });
});

describe('many at once', () => {
  it('spends one surplus once, however many certificates are asked for at the same moment', async () => {
    const lot = await bank.lot('640381', 'SFQ', { areaHa: '100.0000', capacityKg: '600000.0000' });
    await bank.need('640381', 'SFQ', 'construction', { areaHa: '39.5000' });
    await declare('640381');
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        bank.list('640381', 'SFQ', [{ lotId: lot, wire: { areaHa: '2.0000' } }]),
      ),
    );
    const refused = tries.flatMap((each) =>
      each.status === 'rejected' ? [each.reason as { code: string }] : [],
    );
    expect(tries.length - refused.length).toBe(30);
    expect(new Set(refused.map((each) => each.code))).toEqual(new Set(['county-first.surplus-exceeded']));
    expect(await positionOf('640381')).toMatchObject({
      margin: { areaHa: '0.5000' },
      listed: { areaHa: '60.0000' },
    });
  });

  it('recomputes the whole region in sets', async () => {
    await bank.app.get(RecomputeCounty).executeRegion(contextOf(bank.regulator));
    const stale = await bank.work.readMarket((tx) =>
      tx.query(`select 1 from county_margin where stale_since is not null`),
    );
    expect(stale).toEqual([]);
  });
});
