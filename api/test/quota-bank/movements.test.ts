import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/kernel/access/actor.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ActOnQuota } from '../../src/modules/quota-bank/application/act-on-quota.use-case.js';
import { CountyFirstQueries } from '../../src/modules/quota-bank/application/county-first.queries.js';
import { EarmarkQuota } from '../../src/modules/quota-bank/application/earmark-quota.use-case.js';
import { ExpireLot } from '../../src/modules/quota-bank/application/expire-lot.use-case.js';
import { FreezeQuota } from '../../src/modules/quota-bank/application/freeze-quota.use-case.js';
import { LendQuota } from '../../src/modules/quota-bank/application/lend-quota.use-case.js';
import { LotQueries } from '../../src/modules/quota-bank/application/lot.queries.js';
import { RecordDefect } from '../../src/modules/quota-bank/application/record-defect.use-case.js';
import { ReleaseQuota } from '../../src/modules/quota-bank/application/release-quota.use-case.js';
import { ReplaceQuota } from '../../src/modules/quota-bank/application/replace-quota.use-case.js';
import { SignDeclaration } from '../../src/modules/quota-bank/application/sign-declaration.use-case.js';
import { WithdrawNeed } from '../../src/modules/quota-bank/application/withdraw-need.use-case.js';
import { WriteOffQuota } from '../../src/modules/quota-bank/application/write-off-quota.use-case.js';
import { moveQuota } from '../../src/modules/ledger/application/journal.js';
import { execute } from '../../../scripts/lib/database.mjs';
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

const region = () => contextOf(bank.regulator);
const by = async (code: string, roles: Actor['roles'] = ['maker']) =>
  contextOf(await bank.actor(code, roles));
const held = async (code: string, quota: 'SFQ' | 'LSQ' = 'SFQ') =>
  (await bank.app.get(LotQueries).accounts(bank.regulator, code))[quota];
const marginOf = async (code: string, quota: 'SFQ' | 'LSQ' = 'SFQ') =>
  (await bank.app.get(CountyFirstQueries).positions(quota)).items.find((each) => each.county === code)
    ?.margin;

const earmark = async (code: string, more: object) =>
  bank.app.get(EarmarkQuota).execute(await by(code), {
    quota: 'SFQ',
    projectCode: 'P-1',
    projectName: '县医院',
    ...more,
  });
const release = async (code: string, id: string, more: object = {}) =>
  bank.app.get(ReleaseQuota).execute(await by(code), id, { reason: '项目调整', ...more });
const writeOff = async (code: string, id: string, more: object = {}) =>
  bank.app.get(WriteOffQuota).execute(await by(code, ['checker']), id, {
    documentNo: '宁政土〔2026〕8号',
    approver: '自治区',
    ...more,
  });
const freeze = (input: object) =>
  bank.app.get(FreezeQuota).freeze(region(), { ground: 'regulator', reason: '核查', ...input });
const lift = (id: string) => bank.app.get(FreezeQuota).lift(region(), id, { reason: '核查完毕' });

describe('earmark, release, write-off', () => {
  afterAll(() => expectSound(database.urls.superuser));

  it('ties quota to a project, covers its need and leaves the margin as it was', async () => {
    await bank.lot('640425', 'SFQ', { areaHa: '10.0000', capacityKg: '60000.0000' }, { grade: 12 });
    const needId = await bank.need('640425', 'SFQ', 'livelihood', {
      areaHa: '6.0000',
      capacityKg: '36000.0000',
    });
    const before = await marginOf('640425');
    const { use } = await earmark('640425', { needId, areaHa: '4.0000', capacityKg: '24000.0000' });
    expect(await marginOf('640425')).toEqual(before);
    expect((await held('640425')).earmarked.areaHa).toBe('4.0000');
    const more = await earmark('640425', { areaHa: '2.0000', capacityKg: '12000.0000' });
    expect(more.use).toMatchObject({ id: use.id, held: { areaHa: '6.0000' }, needId });
    await expect(
      bank.app.get(WithdrawNeed).execute(await by('640425'), needId, { reason: '撤回' }),
    ).rejects.toMatchObject({ code: 'quota.wrong-state', params: { status: 'covered' } });
    await release('640425', use.id, { areaHa: '1.0000' });
    expect(await marginOf('640425')).toEqual(before);
    const done = await writeOff('640425', use.id, { areaHa: '5.0000', capacityKg: '30000.0000' });
    expect(done).toMatchObject({
      use: { status: 'earmarked', writtenOff: { areaHa: '5.0000' }, released: { areaHa: '1.0000' } },
      writeOffs: [
        { number: expect.stringMatching(/^QRD-\d{4}-640425-001$/), occupied: { areaHa: '5.0000' } },
      ],
    });
    expect(await writeOff('640425', use.id)).toMatchObject({
      use: { status: 'written-off', held: { areaHa: '0.0000', capacityKg: '0.0000' } },
    });
    expect((await held('640425')).writtenOff).toMatchObject({ areaHa: '5.0000', capacityKg: '36000.0000' });
  });

  it.each([
    ['占一补一', { areaHa: '5.0001', paddyHa: '2.0000', capacityKg: '45000.0000' }, 'area', '0.0001 ha'],
    ['占水田补水田', { areaHa: '5.0000', paddyHa: '2.0001', capacityKg: '45000.0000' }, 'paddy', '0.0001 ha'],
    ['占优补优', { areaHa: '5.0000', paddyHa: '2.0000', capacityKg: '45000.0001' }, 'capacity', '0.0001 kg'],
  ])(
    '%s: refuses a write-off that supplies one unit less than is occupied',
    async (_, occupied, rule, missing) => {
      await bank.lot('640106', 'SFQ', { areaHa: '5.0000', paddyHa: '2.0000', capacityKg: '45000.0000' });
      const { use } = await earmark('640106', {
        projectCode: randomUUID(),
        areaHa: '5.0000',
        paddyHa: '2.0000',
        capacityKg: '45000.0000',
      });
      await expect(writeOff('640106', use.id, { occupied })).rejects.toMatchObject({
        code: 'quota.balance-rule',
        params: { rule, missing },
      });
      const exactly = { areaHa: '5.0000', paddyHa: '2.0000', capacityKg: '45000.0000' };
      expect((await writeOff('640106', use.id, { occupied: exactly })).use.status).toBe('written-off');
    },
  );

  it('draws area from one lot and capacity from another, and the lot that runs out first before the rest', async () => {
    const soon = { validUntil: new Date(Date.now() + 86_400_000).toISOString() };
    await bank.lot('640303', 'SFQ', { areaHa: '3.0000' });
    const first = await bank.lot('640303', 'SFQ', { areaHa: '1.0000', capacityKg: '900.0000' }, soon);
    const { lots } = await earmark('640303', { areaHa: '2.0000', capacityKg: '900.0000' });
    expect(lots.map((lot) => [lot.lotId === first, lot.held.areaHa, lot.held.capacityKg])).toEqual([
      [true, '1.0000', '900.0000'],
      [false, '1.0000', '0.0000'],
    ]);
  });

  it('refuses what is not there, not theirs, not held, or done by the same person', async () => {
    const lot = await bank.lot('640323', 'SFQ', { areaHa: '2.0000' });
    await expect(earmark('640323', { areaHa: '2.0001' })).rejects.toMatchObject({
      code: 'quota.insufficient',
      params: { missing: '0.0001 ha' },
    });
    await expect(earmark('640323', {})).rejects.toMatchObject({ code: 'quota.nothing-asked' });
    await expect(earmark('640324', { lots: [{ lotId: lot, areaHa: '1.0000' }] })).rejects.toMatchObject({
      code: 'quota.not-found',
    });
    const maker = await bank.actor('640323', ['maker']);
    const { use } = await bank.app
      .get(EarmarkQuota)
      .execute(contextOf(maker), { quota: 'SFQ', projectCode: 'X', projectName: 'X', areaHa: '1.0000' });
    await expect(release('640323', use.id, { areaHa: '1.0001' })).rejects.toMatchObject({
      code: 'quota.nothing-held',
    });
    await expect(release('640324', use.id)).rejects.toMatchObject({ code: 'quota.use-not-found' });
    await expect(
      bank.app.get(WriteOffQuota).execute(contextOf(maker), use.id, { documentNo: 'D', approver: 'A' }),
    ).rejects.toMatchObject({ code: 'access.same-person' });
  });

  it('spends a balance once, however many earmark at the same moment', async () => {
    await bank.lot('640381', 'SFQ', { areaHa: '10.0000' });
    const tries = await Promise.allSettled(
      Array.from({ length: 15 }, (_, i) => earmark('640381', { projectCode: `C-${i}`, areaHa: '1.0000' })),
    );
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(10);
    expect(await held('640381')).toMatchObject({
      available: { areaHa: '0.0000' },
      earmarked: { areaHa: '10.0000' },
    });
  });

  it('uses linkage quota up over several approvals (domain §7)', async () => {
    await bank.lot('640422', 'LSQ', { areaHa: '26.6667' });
    const { use } = await earmark('640422', { quota: 'LSQ', areaHa: '20.0000' });
    await writeOff('640422', use.id, { areaHa: '7.5000' });
    const after = await writeOff('640422', use.id, { areaHa: '2.5000' });
    expect(after.use).toMatchObject({ held: { areaHa: '10.0000' }, writtenOff: { areaHa: '10.0000' } });
    expect(after.writeOffs.map((each) => each.quantities.areaHa)).toEqual(['7.5000', '2.5000']);
  });
});

describe('freezes', () => {
  afterAll(() => expectSound(database.urls.superuser));

  it('holds a lot, and gives back exactly what it held', async () => {
    const lot = await bank.lot('640181', 'SFQ', { areaHa: '8.0000', capacityKg: '100.0000' });
    const { use } = await earmark('640181', { areaHa: '3.0000' });
    const frozen = await freeze({ lotId: lot });
    expect(frozen).toMatchObject({
      partial: false,
      held: { SFQ: { areaHa: '5.0000', capacityKg: '100.0000' } },
    });
    await expect(earmark('640181', { areaHa: '1.0000' })).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    await expect(earmark('640181', { lots: [{ lotId: lot, areaHa: '1.0000' }] })).rejects.toMatchObject({
      code: 'quota.frozen',
    });
    await expect(writeOff('640181', use.id)).rejects.toMatchObject({ code: 'quota.frozen' });
    await release('640181', use.id, { areaHa: '1.0000' });
    expect(await held('640181')).toMatchObject({
      available: { areaHa: '0.0000' },
      frozen: { areaHa: '6.0000' },
    });
    await lift(frozen.id);
    await expect(lift(frozen.id)).rejects.toMatchObject({ code: 'quota.freeze-not-found' });
    expect(await held('640181')).toMatchObject({
      available: { areaHa: '6.0000' },
      frozen: { areaHa: '0.0000' },
    });
    await writeOff('640181', use.id);
  });

  it('freezes an amount for a satellite patch and leaves the rest of the lot on sale', async () => {
    const lot = await bank.lot('640205', 'SFQ', { areaHa: '9.0000' });
    await bank.app.get(SignDeclaration).execute(region(), { county: '640205' });
    const patch = await freeze({ lotId: lot, areaHa: '4.0000', ground: 'satellite-patch', patchNo: 'TB-77' });
    await expect(
      bank.list('640205', 'SFQ', [{ lotId: lot, wire: { areaHa: '5.0001' } }]),
    ).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    await bank.list('640205', 'SFQ', [{ lotId: lot, wire: { areaHa: '5.0000' } }]);
    await expect(freeze({ lotId: lot, areaHa: '0.0001' })).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    await lift(patch.id);
    expect((await held('640205')).available.areaHa).toBe('4.0000');
  });

  it('hands what is lifted on to the freeze that still stands', async () => {
    const lot = await bank.lot('640202', 'SFQ', { areaHa: '2.0000' });
    await bank.lot('640202', 'LSQ', { areaHa: '1.0000' });
    const all = await freeze({ party: '640202' });
    const one = await freeze({ lotId: lot });
    expect([all.held.SFQ.areaHa, all.held.LSQ.areaHa, one.held.SFQ.areaHa]).toEqual([
      '2.0000',
      '1.0000',
      '0.0000',
    ]);
    await lift(all.id);
    expect((await held('640202')).frozen.areaHa).toBe('2.0000');
    expect((await held('640202', 'LSQ')).available.areaHa).toBe('1.0000');
    await lift(one.id);
    expect((await held('640202')).available.areaHa).toBe('2.0000');
  });

  it.each([[{}], [{ party: '640202', areaHa: '1.0000' }], [{ party: '640202', ground: 'satellite-patch' }]])(
    'refuses a freeze of nothing in particular: %j',
    async (input) => {
      await expect(freeze(input)).rejects.toMatchObject({ code: 'quota.freeze-subject' });
    },
  );

  it('is a wall in the database too: neither rule nor role gets frozen quota out', async () => {
    const lot = await bank.lot('640106', 'SFQ', { areaHa: '2.0000' });
    const maker = await bank.actor('640106');
    const force = (from: 'available' | 'frozen', to: 'earmarked' | 'listed', amount: bigint) =>
      bank.work.run({ name: 'test.force', scope: 'market' }, contextOf(maker), {}, async (tx) => {
        const subject = {
          kind: 'earmark',
          subjectType: 'test',
          subjectId: lot,
          lotId: lot,
          toLotId: lot,
        } as const;
        await moveQuota(tx, [
          { ...subject, asset: 'SFQ.AREA', amount, from, to, toPartyId: maker.partyId ?? '' },
        ]);
        return null;
      });
    const part = await freeze({ lotId: lot, areaHa: '0.5000' });
    await expect(force('frozen', 'earmarked', 1n)).rejects.toMatchObject({ constraint: 'quota_frozen' });
    const whole = await freeze({ lotId: lot });
    await execute(database.urls.superuser, [`delete from frozen_lot where freeze_id = '${whole.id}'`]);
    await bank.work.run({ name: 'test.thaw', scope: 'market' }, contextOf(maker), {}, async (tx) => {
      const thaw = {
        kind: 'unfreeze',
        subjectType: 'test',
        subjectId: lot,
        lotId: lot,
        toLotId: lot,
      } as const;
      const amount = 15_000n;
      await moveQuota(tx, [
        {
          ...thaw,
          asset: 'SFQ.AREA',
          amount,
          from: 'frozen',
          to: 'available',
          toPartyId: maker.partyId ?? '',
        },
      ]);
      return null;
    });
    await expect(force('available', 'listed', 1n)).rejects.toMatchObject({ constraint: 'quota_frozen' });
    await expect(force('available', 'listed', 15_001n)).rejects.toMatchObject({
      constraint: expect.stringMatching(/account_not_negative|quota_short/),
    });
    await lift(whole.id);
    await lift(part.id);
  });
});

describe('the region and the end of quota', () => {
  afterAll(() => expectSound(database.urls.superuser));

  const act = (kind: 'deduction' | 'national-pool' | 'reserve-in', lotId: string, more: object = {}) =>
    bank.app.get(ActOnQuota).execute(region(), { kind, lotId, documentNo: 'D-1', reason: '核查', ...more });

  it('deducts frozen quota first, delivers to the national pool, and refuses more than there is', async () => {
    const lot = await bank.lot('640105', 'SFQ', { areaHa: '10.0000' });
    const part = await freeze({ lotId: lot, areaHa: '3.0000' });
    await act('deduction', lot, { areaHa: '4.0000' });
    expect(await held('640105')).toMatchObject({
      available: { areaHa: '6.0000' },
      frozen: { areaHa: '0.0000' },
      deducted: { areaHa: '4.0000' },
    });
    await lift(part.id);
    await act('national-pool', lot, { areaHa: '1.0000' });
    await expect(act('national-pool', lot, { areaHa: '5.0001' })).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    await freeze({ lotId: lot });
    await expect(act('reserve-in', lot)).rejects.toMatchObject({ code: expect.stringMatching(/^quota\./) });
    expect((await held('640105')).nationalPool.areaHa).toBe('1.0000');
  });

  it('lends out of its reserve, and the borrower sells nothing until all is given back', async () => {
    const source = await bank.lot('640221', 'SFQ', { areaHa: '10.0000' }, { grade: 8 });
    await act('reserve-in', source, { areaHa: '6.0000' });
    expect((await held('640000')).available.areaHa).toBe('6.0000');
    const loans = bank.app.get(LendQuota);
    const terms = {
      borrower: '640121',
      quota: 'SFQ',
      dueOn: '2030-01-01',
      documentNo: 'J-1',
      reason: '应急',
    } as const;
    await expect(loans.lend(region(), { ...terms, areaHa: '6.0001' })).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    const loan = await loans.lend(region(), { ...terms, areaHa: '5.0000' });
    const own = await bank.lot('640121', 'SFQ', { areaHa: '20.0000' });
    await bank.app.get(SignDeclaration).execute(region(), { county: '640121' });
    const list = () => bank.list('640121', 'SFQ', [{ lotId: own, wire: { areaHa: '1.0000' } }]);
    await expect(list()).rejects.toMatchObject({ code: 'county-first.loan-open' });
    const back = (wire: object) =>
      by('640121', ['checker']).then((context) => loans.giveBack(context, loan.id, wire));
    await expect(back({ areaHa: '5.0001' })).rejects.toMatchObject({ code: 'quota.loan-exceeded' });
    expect(await back({ areaHa: '2.0000' })).toMatchObject({
      outstanding: { areaHa: '3.0000' },
      returnedAt: null,
    });
    await expect(list()).rejects.toMatchObject({ code: 'county-first.loan-open' });
    expect(await back({})).toMatchObject({ returnedAt: expect.any(String) });
    await list();
    expect((await held('640000')).available.areaHa).toBe('6.0000');
  });

  it('deducts a defect from what is left and has the rest replaced like for like, or taken when it is late', async () => {
    const faulty = await bank.lot('640502', 'SFQ', { areaHa: '10.0000' }, { grade: 9 });
    const { lot } = await bank.app.get(LotQueries).lot(bank.regulator, faulty);
    await earmark('640502', { areaHa: '7.0000' });
    const defect = { areaHa: '5.0000', documentNo: 'H-1', reason: '未达验收标准' };
    const found = await bank.app.get(RecordDefect).execute(region(), lot.projectNumber, defect);
    expect(found).toMatchObject({
      deducted: { areaHa: '3.0000' },
      duty: { missing: { areaHa: '2.0000' }, grade: 9 },
    });
    const dutyId = found.duty?.id ?? '';
    const worse = await bank.lot('640502', 'SFQ', { areaHa: '5.0000' }, { grade: 10 });
    const good = await bank.lot('640502', 'SFQ', { areaHa: '1.5000' }, { grade: 9 });
    const replace = async (lotId: string) =>
      bank.app.get(ReplaceQuota).replace(await by('640502', ['checker']), dutyId, { lotId });
    await expect(replace(worse)).rejects.toMatchObject({ code: 'quota.not-like-for-like' });
    expect(await replace(good)).toMatchObject({ status: 'open', missing: { areaHa: '0.5000' } });
    const replacements = bank.app.get(ReplaceQuota);
    await replacements.lapse(region(), dutyId);
    expect((await held('640502')).deducted.areaHa).toBe('4.5000');
    await execute(database.urls.superuser, [
      `update replacement_duty set due_at = now() where id = '${dutyId}'`,
    ]);
    await replacements.lapse(region(), dutyId);
    await replacements.lapse(region(), dutyId);
    expect(await held('640502')).toMatchObject({
      deducted: { areaHa: '5.0000' },
      earmarked: { areaHa: '7.0000' },
    });
  });

  it('expires what is left when validity runs out, once, and not what a project holds', async () => {
    const validUntil = new Date(Date.now() + 1_500).toISOString();
    const lot = await bank.lot('640521', 'SFQ', { areaHa: '3.0000' }, { validUntil });
    await earmark('640521', { areaHa: '1.0000' });
    await freeze({ lotId: lot, areaHa: '0.5000' });
    const expire = () => bank.app.get(ExpireLot).execute(region(), lot);
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
    expect(await held('640521')).toMatchObject({
      expired: { areaHa: '2.0000' },
      earmarked: { areaHa: '1.0000' },
    });
  });
});
