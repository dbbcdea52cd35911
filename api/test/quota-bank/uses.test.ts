import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EarmarkQuota } from '../../src/modules/quota-bank/application/earmark-quota.use-case.js';
import { Allowances } from '../../src/modules/quota-bank/application/record-allowance.use-case.js';
import { WithdrawNeed } from '../../src/modules/quota-bank/application/withdraw-need.use-case.js';
import { WriteOffQuota } from '../../src/modules/quota-bank/application/write-off-quota.use-case.js';
import { contextOf } from '../support/actors.js';
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

describe('earmark, release, write-off', () => {
  it('ties quota to a project, covers its need and leaves the margin as it was', async () => {
    await bank.lot('640425', 'SFQ', { areaHa: '10.0000', capacityKg: '60000.0000' }, { grade: 12 });
    const needId = await bank.need('640425', 'SFQ', 'livelihood', {
      areaHa: '6.0000',
      capacityKg: '36000.0000',
    });
    const before = await desk.marginOf('640425');
    const { use } = await desk.earmark('640425', { needId, areaHa: '4.0000', capacityKg: '24000.0000' });
    expect(await desk.marginOf('640425')).toEqual(before);
    expect((await desk.held('640425')).earmarked.areaHa).toBe('4.0000');
    const more = await desk.earmark('640425', { areaHa: '2.0000', capacityKg: '12000.0000' });
    expect(more.use).toMatchObject({ id: use.id, held: { areaHa: '6.0000' }, needId });
    await expect(
      bank.app.get(WithdrawNeed).execute(await desk.by('640425'), needId, { reason: '撤回' }),
    ).rejects.toMatchObject({ code: 'quota.wrong-state', params: { status: 'covered' } });
    await desk.release('640425', use.id, { areaHa: '1.0000' });
    expect(await desk.marginOf('640425')).toEqual(before);
    const done = await desk.writeOff('640425', use.id, { areaHa: '5.0000', capacityKg: '30000.0000' });
    expect(done).toMatchObject({
      use: { status: 'earmarked', writtenOff: { areaHa: '5.0000' }, released: { areaHa: '1.0000' } },
      writeOffs: [
        { number: expect.stringMatching(/^QRD-\d{4}-640425-001$/), occupied: { areaHa: '5.0000' } },
      ],
    });
    expect(await desk.writeOff('640425', use.id)).toMatchObject({
      use: { status: 'written-off', held: { areaHa: '0.0000', capacityKg: '0.0000' } },
    });
    expect((await desk.held('640425')).writtenOff).toMatchObject({
      areaHa: '5.0000',
      capacityKg: '36000.0000',
    });
  });

  it.each([
    ['占一补一', { areaHa: '5.0001', paddyHa: '2.0000', capacityKg: '45000.0000' }, 'area', '0.0001 ha'],
    ['占水田补水田', { areaHa: '5.0000', paddyHa: '2.0001', capacityKg: '45000.0000' }, 'paddy', '0.0001 ha'],
    ['占优补优', { areaHa: '5.0000', paddyHa: '2.0000', capacityKg: '45000.0001' }, 'capacity', '0.0001 kg'],
  ])(
    '%s: refuses a write-off that supplies one unit less than is occupied',
    async (_, occupied, rule, missing) => {
      await bank.lot('640106', 'SFQ', { areaHa: '5.0000', paddyHa: '2.0000', capacityKg: '45000.0000' });
      const { use } = await desk.earmark('640106', {
        projectCode: randomUUID(),
        areaHa: '5.0000',
        paddyHa: '2.0000',
        capacityKg: '45000.0000',
      });
      await expect(desk.writeOff('640106', use.id, { occupied })).rejects.toMatchObject({
        code: 'quota.balance-rule',
        params: { rule, missing },
      });
      const exactly = { areaHa: '5.0000', paddyHa: '2.0000', capacityKg: '45000.0000' };
      expect((await desk.writeOff('640106', use.id, { occupied: exactly })).use.status).toBe('written-off');
    },
  );

  it('draws area from one lot and capacity from another, and the lot that runs out first before the rest', async () => {
    const soon = { validUntil: new Date(Date.now() + 86_400_000).toISOString() };
    await bank.lot('640303', 'SFQ', { areaHa: '3.0000' });
    const first = await bank.lot('640303', 'SFQ', { areaHa: '1.0000', capacityKg: '900.0000' }, soon);
    const { lots } = await desk.earmark('640303', { areaHa: '2.0000', capacityKg: '900.0000' });
    expect(lots.map((lot) => [lot.lotId === first, lot.held.areaHa, lot.held.capacityKg])).toEqual([
      [true, '1.0000', '900.0000'],
      [false, '1.0000', '0.0000'],
    ]);
  });

  it('refuses what is not there, not theirs, not held, or done by the same person', async () => {
    const lot = await bank.lot('640323', 'SFQ', { areaHa: '2.0000' });
    await expect(desk.earmark('640323', { areaHa: '2.0001' })).rejects.toMatchObject({
      code: 'quota.insufficient',
      params: { missing: '0.0001 ha' },
    });
    await expect(desk.earmark('640323', {})).rejects.toMatchObject({ code: 'quota.nothing-asked' });
    await expect(desk.earmark('640324', { lots: [{ lotId: lot, areaHa: '1.0000' }] })).rejects.toMatchObject({
      code: 'quota.not-found',
    });
    const maker = await bank.actor('640323', ['maker']);
    const { use } = await bank.app
      .get(EarmarkQuota)
      .execute(contextOf(maker), { quota: 'SFQ', projectCode: 'X', projectName: 'X', areaHa: '1.0000' });
    await expect(desk.release('640323', use.id, { areaHa: '1.0001' })).rejects.toMatchObject({
      code: 'quota.nothing-held',
    });
    await expect(desk.release('640324', use.id)).rejects.toMatchObject({ code: 'quota.use-not-found' });
    await expect(
      bank.app.get(WriteOffQuota).execute(contextOf(maker), use.id, { documentNo: 'D', approver: 'A' }),
    ).rejects.toMatchObject({ code: 'access.same-person' });
  });

  it('spends a balance once, however many earmark at the same moment', async () => {
    await bank.lot('640381', 'SFQ', { areaHa: '10.0000' });
    const tries = await Promise.allSettled(
      Array.from({ length: 15 }, (_, i) =>
        desk.earmark('640381', { projectCode: `C-${i}`, areaHa: '1.0000' }),
      ),
    );
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(10);
    expect(await desk.held('640381')).toMatchObject({
      available: { areaHa: '0.0000' },
      earmarked: { areaHa: '10.0000' },
    });
  });

  it('uses linkage quota up over several approvals (domain §7)', async () => {
    await bank.lot('640422', 'LSQ', { areaHa: '26.6667' });
    const { use } = await desk.earmark('640422', { quota: 'LSQ', areaHa: '20.0000' });
    await desk.writeOff('640422', use.id, { areaHa: '7.5000' });
    const after = await desk.writeOff('640422', use.id, { areaHa: '2.5000' });
    expect(after.use).toMatchObject({ held: { areaHa: '10.0000' }, writtenOff: { areaHa: '10.0000' } });
    expect(after.writeOffs.map((each) => each.quantities.areaHa)).toEqual(['7.5000', '2.5000']);
  });
});

describe('the yearly allowance of new occupation (domain §6)', () => {
  const county = '640424';
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const settle = (areaHa: string) =>
    bank.app
      .get(Allowances)
      .record(desk.region(), { county, year, areaHa, documentNo: '宁自然资〔2026〕3号' });

  it('lets a county occupy as much as was settled, and not a square metre more', async () => {
    await bank.lot(county, 'SFQ', { areaHa: '10.0000' });
    const { use } = await desk.earmark(county, { areaHa: '10.0000' });
    await desk.writeOff(county, use.id, { areaHa: '1.0000' });
    expect(await settle('4.0000')).toMatchObject({ areaHa: '4.0000', usedHa: '1.0000' });
    await expect(desk.writeOff(county, use.id, { areaHa: '3.0001' })).rejects.toMatchObject({
      code: 'quota.allowance-exceeded',
      params: { allowance: '4.0000 ha', used: '1.0000 ha', counted: '3.0001 ha', excess: '0.0001 ha' },
      pointer: '/occupied/areaHa',
    });
    const { writeOffs } = await desk.writeOff(county, use.id, { areaHa: '3.0000' });
    expect(writeOffs.map((each) => each.countedHa)).toEqual(['1.0000', '3.0000']);
    await settle('5.0000');
    await desk.writeOff(county, use.id, { areaHa: '1.0000' });
    const { items } = await bank.app.get(Allowances).list(bank.regulator, county);
    expect(items).toMatchObject([{ year, areaHa: '5.0000', usedHa: '5.0000' }]);
  });

  it('does not count quota of the rules before 2025', async () => {
    const old = await bank.lot(county, 'SFQ', { areaHa: '2.0000' }, { acceptedOn: '2024-12-31' });
    const { use } = await desk.earmark(county, {
      projectCode: 'OLD',
      lots: [{ lotId: old, areaHa: '2.0000' }],
    });
    const { writeOffs } = await desk.writeOff(county, use.id);
    expect(writeOffs).toMatchObject([{ countedHa: '0.0000', quantities: { areaHa: '2.0000' } }]);
  });
});
