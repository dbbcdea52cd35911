import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../../scripts/lib/database.mjs';
import { ExpireLot } from '../../src/modules/quota-bank/application/expire-lot.use-case.js';
import { FamilyQuery } from '../../src/modules/quota-bank/application/family.query.js';
import { LendQuota } from '../../src/modules/quota-bank/application/lend-quota.use-case.js';
import { LotQueries } from '../../src/modules/quota-bank/application/lot.queries.js';
import { RecordDefect } from '../../src/modules/quota-bank/application/record-defect.use-case.js';
import { ReplaceQuota } from '../../src/modules/quota-bank/application/replace-quota.use-case.js';
import { SignDeclaration } from '../../src/modules/quota-bank/application/sign-declaration.use-case.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Bank } from './bank.js';
import { type Desk, deskOf } from './desk.js';

let database: TestDatabase;
let bank: Bank;
let desk: Desk;

beforeAll(async () => {
  database = await createTestDatabase();
  bank = await Bank.open(database);
  desk = deskOf(bank);
});
afterAll(async () => {
  await expectSound(database.urls.superuser);
  await bank.app.close();
  await database.drop();
});

describe('the region and the end of quota', () => {
  it('deducts frozen quota first, delivers to the national pool, and refuses more than there is', async () => {
    const lot = await bank.lot('640105', 'SFQ', { areaHa: '10.0000' });
    const part = await desk.freeze({ lotId: lot, areaHa: '3.0000' });
    await desk.act('deduction', lot, { areaHa: '4.0000' });
    expect(await desk.held('640105')).toMatchObject({
      available: { areaHa: '6.0000' },
      frozen: { areaHa: '0.0000' },
      deducted: { areaHa: '4.0000' },
    });
    await desk.lift(part.id);
    await desk.act('national-pool', lot, { areaHa: '1.0000' });
    await expect(desk.act('national-pool', lot, { areaHa: '5.0001' })).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    await desk.freeze({ lotId: lot });
    await expect(desk.act('reserve-in', lot)).rejects.toMatchObject({
      code: expect.stringMatching(/^quota\./),
    });
    expect((await desk.held('640105')).nationalPool.areaHa).toBe('1.0000');
  });

  it('lends out of its reserve, and the borrower sells nothing until all is given back', async () => {
    const source = await bank.lot('640221', 'SFQ', { areaHa: '10.0000' }, { grade: 8 });
    await desk.act('reserve-in', source, { areaHa: '6.0000' });
    expect((await desk.held('640000')).available.areaHa).toBe('6.0000');
    const loans = bank.app.get(LendQuota);
    const terms = {
      borrower: '640121',
      quota: 'SFQ',
      dueOn: '2030-01-01',
      documentNo: 'J-1',
      reason: '应急',
    } as const;
    await expect(loans.lend(desk.region(), { ...terms, areaHa: '6.0001' })).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    const loan = await loans.lend(desk.region(), { ...terms, areaHa: '5.0000' });
    const lent = { number: loan.number, lender: '640000', dueOn: '2030-01-01', returnedAt: null };
    const lotsOf = async (owner: string) => {
      const context = await desk.by(owner, ['maker']);
      return (await bank.app.get(LotQueries).lots(context.actor, { owner, limit: 50 })).items;
    };
    expect(await lotsOf('640121')).toMatchObject([{ came: 'lent', loan: lent, saleable: false }]);
    expect(await lotsOf('640221')).toMatchObject([{ came: 'banked', loan: null }]);
    const { items } = await bank.app.get(FamilyQuery).find(bank.regulator, { lot: source });
    expect(items[0]?.lots.map(({ owner, came, loan: by }) => [owner, came, by?.dueOn ?? null])).toEqual([
      ['640221', 'banked', null],
      ['640000', 'handed', null],
      ['640121', 'lent', '2030-01-01'],
    ]);
    const own = await bank.lot('640121', 'SFQ', { areaHa: '20.0000' });
    await bank.app.get(SignDeclaration).execute(desk.region(), { county: '640121' });
    const list = () => bank.list('640121', 'SFQ', [{ lotId: own, wire: { areaHa: '1.0000' } }]);
    await expect(list()).rejects.toMatchObject({ code: 'county-first.loan-open' });
    const back = (wire: object) =>
      desk.by('640121', ['checker']).then((context) => loans.giveBack(context, loan.id, wire));
    await expect(back({ areaHa: '5.0001' })).rejects.toMatchObject({ code: 'quota.loan-exceeded' });
    expect(await back({ areaHa: '2.0000' })).toMatchObject({
      outstanding: { areaHa: '3.0000' },
      returnedAt: null,
    });
    await expect(list()).rejects.toMatchObject({ code: 'county-first.loan-open' });
    expect(await back({})).toMatchObject({ returnedAt: expect.any(String) });
    await list();
    expect((await desk.held('640000')).available.areaHa).toBe('6.0000');
    expect((await lotsOf('640121')).find((lot) => lot.came === 'lent')?.loan).toMatchObject({
      returnedAt: expect.any(String),
    });
  });

  it('deducts a defect from what is left and has the rest replaced like for like, or taken when it is late', async () => {
    const faulty = await bank.lot('640502', 'SFQ', { areaHa: '10.0000' }, { grade: 9 });
    const { lot } = await bank.app.get(LotQueries).lot(bank.regulator, faulty);
    await desk.earmark('640502', { areaHa: '7.0000' });
    const defect = { areaHa: '5.0000', documentNo: 'H-1', reason: '未达验收标准' };
    const found = await bank.app.get(RecordDefect).execute(desk.region(), lot.projectNumber, defect);
    expect(found).toMatchObject({
      deducted: { areaHa: '3.0000' },
      duty: { missing: { areaHa: '2.0000' }, grade: 9 },
    });
    const dutyId = found.duty?.id ?? '';
    const worse = await bank.lot('640502', 'SFQ', { areaHa: '5.0000' }, { grade: 10 });
    const good = await bank.lot('640502', 'SFQ', { areaHa: '1.5000' }, { grade: 9 });
    const replace = async (lotId: string) =>
      bank.app.get(ReplaceQuota).replace(await desk.by('640502', ['checker']), dutyId, { lotId });
    await expect(replace(worse)).rejects.toMatchObject({ code: 'quota.not-like-for-like' });
    expect(await replace(good)).toMatchObject({ status: 'open', missing: { areaHa: '0.5000' } });
    const replacements = bank.app.get(ReplaceQuota);
    await replacements.lapse(desk.region(), dutyId);
    expect((await desk.held('640502')).deducted.areaHa).toBe('4.5000');
    await execute(database.urls.superuser, [
      `update replacement_duty set due_at = now() where id = '${dutyId}'`,
    ]);
    await replacements.lapse(desk.region(), dutyId);
    await replacements.lapse(desk.region(), dutyId);
    expect(await desk.held('640502')).toMatchObject({
      deducted: { areaHa: '5.0000' },
      earmarked: { areaHa: '7.0000' },
    });
  });

  it('expires what is left when validity runs out, once, and not what a project holds', async () => {
    const validUntil = new Date(Date.now() + 1_500).toISOString();
    const lot = await bank.lot('640521', 'SFQ', { areaHa: '3.0000' }, { validUntil });
    await desk.earmark('640521', { areaHa: '1.0000' });
    await desk.freeze({ lotId: lot, areaHa: '0.5000' });
    const expire = () => bank.app.get(ExpireLot).execute(desk.region(), lot);
    const due = () =>
      bank.work.readMarket((tx) =>
        tx.query<{ due: boolean }>('select due_at <= app_now() as due from due_work where subject_id = $1', [
          lot,
        ]),
      );
    await expire();
    expect(await due()).toEqual([{ due: false }]);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(await due()).toEqual([{ due: true }]);
    await expire();
    await expire();
    expect(await due()).toEqual([]);
    expect(await desk.held('640521')).toMatchObject({
      expired: { areaHa: '2.0000' },
      earmarked: { areaHa: '1.0000' },
    });
  });

  it('advances linkage quota for three years at most (周转指标)', async () => {
    const source = await bank.lot('640422', 'LSQ', { areaHa: '5.0000' });
    await desk.act('reserve-in', source, { areaHa: '5.0000' });
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    const terms = { borrower: '640425', quota: 'LSQ', documentNo: 'Z-1', reason: '安置先行' } as const;
    const lend = (dueOn: string) =>
      bank.app.get(LendQuota).lend(desk.region(), { ...terms, dueOn, areaHa: '1.0000' });
    await expect(lend(`${year + 3}-12-31`)).rejects.toMatchObject({
      code: 'quota.turnover-too-long',
      params: { months: '36' },
    });
    expect(await lend(`${year + 2}-12-31`)).toMatchObject({ outstanding: { areaHa: '1.0000' } });
  });

  it('takes nothing back as a return that no trade brought', async () => {
    const own = await bank.lot('640423', 'SFQ', { areaHa: '1.0000' });
    await expect(desk.act('return', own, { paidCny: '1.00' })).rejects.toMatchObject({
      code: 'quota.not-bought',
    });
  });
});
