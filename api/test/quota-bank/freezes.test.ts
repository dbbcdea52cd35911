import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../../scripts/lib/database.mjs';
import { moveQuota } from '../../src/modules/ledger/application/journal.js';
import { SignDeclaration } from '../../src/modules/quota-bank/application/sign-declaration.use-case.js';
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

describe('freezes', () => {
  it('holds a lot, and gives back exactly what it held', async () => {
    const lot = await bank.lot('640181', 'SFQ', { areaHa: '8.0000', capacityKg: '100.0000' });
    const { use } = await desk.earmark('640181', { areaHa: '3.0000' });
    const frozen = await desk.freeze({ lotId: lot });
    expect(frozen).toMatchObject({
      partial: false,
      held: { SFQ: { areaHa: '5.0000', capacityKg: '100.0000' } },
    });
    await expect(desk.earmark('640181', { areaHa: '1.0000' })).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    await expect(desk.earmark('640181', { lots: [{ lotId: lot, areaHa: '1.0000' }] })).rejects.toMatchObject({
      code: 'quota.frozen',
    });
    await expect(desk.writeOff('640181', use.id)).rejects.toMatchObject({ code: 'quota.frozen' });
    await desk.release('640181', use.id, { areaHa: '1.0000' });
    expect(await desk.held('640181')).toMatchObject({
      available: { areaHa: '0.0000' },
      frozen: { areaHa: '6.0000' },
    });
    await desk.lift(frozen.id);
    await expect(desk.lift(frozen.id)).rejects.toMatchObject({ code: 'quota.freeze-not-found' });
    expect(await desk.held('640181')).toMatchObject({
      available: { areaHa: '6.0000' },
      frozen: { areaHa: '0.0000' },
    });
    await desk.writeOff('640181', use.id);
  });

  it('freezes an amount for a satellite patch and leaves the rest of the lot on sale', async () => {
    const lot = await bank.lot('640205', 'SFQ', { areaHa: '9.0000' });
    await bank.app.get(SignDeclaration).execute(desk.region(), { county: '640205' });
    const patch = await desk.freeze({
      lotId: lot,
      areaHa: '4.0000',
      ground: 'satellite-patch',
      patchNo: 'TB-77',
    });
    await expect(
      bank.list('640205', 'SFQ', [{ lotId: lot, wire: { areaHa: '5.0001' } }]),
    ).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    await bank.list('640205', 'SFQ', [{ lotId: lot, wire: { areaHa: '5.0000' } }]);
    await expect(desk.freeze({ lotId: lot, areaHa: '0.0001' })).rejects.toMatchObject({
      code: 'quota.insufficient',
    });
    await desk.lift(patch.id);
    expect((await desk.held('640205')).available.areaHa).toBe('4.0000');
  });

  it('hands what is lifted on to the freeze that still stands', async () => {
    const lot = await bank.lot('640202', 'SFQ', { areaHa: '2.0000' });
    await bank.lot('640202', 'LSQ', { areaHa: '1.0000' });
    const all = await desk.freeze({ party: '640202' });
    const one = await desk.freeze({ lotId: lot });
    expect([all.held.SFQ.areaHa, all.held.LSQ.areaHa, one.held.SFQ.areaHa]).toEqual([
      '2.0000',
      '1.0000',
      '0.0000',
    ]);
    await desk.lift(all.id);
    expect((await desk.held('640202')).frozen.areaHa).toBe('2.0000');
    expect((await desk.held('640202', 'LSQ')).available.areaHa).toBe('1.0000');
    await desk.lift(one.id);
    expect((await desk.held('640202')).available.areaHa).toBe('2.0000');
  });

  it.each([[{}], [{ party: '640202', areaHa: '1.0000' }], [{ party: '640202', ground: 'satellite-patch' }]])(
    'refuses a freeze of nothing in particular: %j',
    async (input) => {
      await expect(desk.freeze(input)).rejects.toMatchObject({ code: 'quota.freeze-subject' });
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
    const part = await desk.freeze({ lotId: lot, areaHa: '0.5000' });
    await expect(force('frozen', 'earmarked', 1n)).rejects.toMatchObject({ constraint: 'quota_frozen' });
    const whole = await desk.freeze({ lotId: lot });
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
    await desk.lift(whole.id);
    await desk.lift(part.id);
  });
});
