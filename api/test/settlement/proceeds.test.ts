import { parseCny } from '@muheng/contracts/common/quantity';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { NameBeneficiaries } from '../../src/modules/payments/application/name-beneficiaries.use-case.js';
import { ReleasePayout } from '../../src/modules/payments/application/release-payout.use-case.js';
import { PaperBatches } from '../../src/modules/settlement/application/papers/paper-batches.use-case.js';
import { contextOf } from '../support/actors.js';
import { onStage, smallSale } from './on-stage.js';

const on = onStage({ withPapers: true });

const byName = {
  ...smallSale,
  priceCny: '50000.01',
  policy: {
    sfqShares: [
      { to: 'county', pct: 25 },
      { to: 'household', pct: 75 },
    ],
    proceedsByName: ['household'],
  },
};
const village = [
  { name: '马建国', accountTail: '1001', areaHa: '0.3333' },
  { name: '马建国', accountTail: '1002', areaHa: '0.3333' },
  { name: '李秀英', accountTail: '2001', areaHa: '0.3334' },
];

describe('proceeds by name, where the pack wants it', () => {
  it('are filed by the seller, shared to the last 分, and let go only then by two people', async () => {
    const { stage } = on;
    const { listingId } = await stage.sell(byName);
    const found = async () => (await stage.tradeOf(listingId)) ?? { id: '', status: '', proceeds: [] };
    for (let round = 0; round < 12; round += 1) {
      await stage.drain();
      if ((await found()).status === 'certificate-issued') break;
      await stage.act(listingId);
      await stage.age();
    }
    const { proceeds, id: tradeId } = await found();
    expect(proceeds.map(({ to, amountCny }) => [to, amountCny])).toEqual([
      ['county', '12500.00'],
      ['household', '37500.01'],
    ]);
    const household = proceeds[1]?.payoutId ?? '';
    const one = contextOf(await stage.actor('640000-FIN', ['maker']));
    const payouts = stage.get(ReleasePayout);
    await expect(payouts.prepare(one, household)).rejects.toMatchObject({ code: 'payout.names-missing' });

    const names = stage.get(NameBeneficiaries);
    const seller = await stage.actor('640425', ['maker']);
    const stranger = await stage.actor('640106', ['maker']);
    await expect(names.file(contextOf(stranger), household, { rows: village })).rejects.toMatchObject({
      code: 'payout.not-found',
    });
    const twice = [...village, { name: '李秀英', accountTail: '2001', areaHa: '0.1000' }];
    await expect(names.file(contextOf(seller), household, { rows: twice })).rejects.toMatchObject({
      code: 'payout.name-twice',
    });
    await names.file(contextOf(seller), household, { rows: village.slice(0, 1) });
    const filed = await names.file(contextOf(seller), household, { rows: village });
    expect(filed.items.map(({ amountCny }) => amountCny)).toEqual(['12498.75', '12498.75', '12502.51']);
    expect(parseCny(filed.totalCny)).toBe(37_500_01n);

    const prepared = await payouts.prepare(one, household);
    expect(prepared).toMatchObject({ byName: true, names: 3 });
    await expect(names.file(contextOf(seller), household, { rows: village })).rejects.toMatchObject({
      code: 'payout.wrong-state',
    });
    await expect(payouts.release(one, household)).rejects.toMatchObject({ code: 'payout.same-person' });
    await payouts.release(contextOf(await stage.actor('640000-FIN', ['checker'])), household);
    await stage.settle(listingId);
    expect((await found()).status).toBe('completed');

    // The county, its supervisors and the region see the names; the public sees sums.
    for (const reader of [seller, await stage.actor('640000', ['regulator'])])
      expect((await names.list(reader, household)).items).toHaveLength(3);
    await expect(names.list(stranger, household)).rejects.toMatchObject({ code: 'payout.not-found' });
    const totals = await names.totals();
    expect(totals.items).toEqual([
      { quota: 'SFQ', to: 'household', amountCny: '37500.01', payouts: 1, names: 3 },
      { quota: 'SFQ', to: 'county', amountCny: '12500.00', payouts: 1, names: 0 },
    ]);
    expect(JSON.stringify(totals)).not.toContain('马');

    const batches = stage.get(PaperBatches);
    const made = await batches.start(contextOf(stranger), { tradeIds: [tradeId] });
    expect(made).toMatchObject({ total: 4, done: 4, trades: [{ tradeId, total: 4, done: 4 }] });
  });

  it('cannot be made to differ from the payout behind our back', async () => {
    const change = (text: string) =>
      on.stage.work.run({ name: 'test.change', scope: 'market' }, contextOf(systemActor), { text }, (tx) =>
        tx.query(text),
      );
    await expect(change('update payout_part set amount = amount + 1')).rejects.toThrow(/under way/);
    await expect(change('delete from payout_part')).rejects.toThrow(/under way/);
  });
});

describe('papers of many trades', () => {
  it('say how far they are, count up as they are made, and show nobody else’s', async () => {
    const { stage } = on;
    stage.withPapers = false;
    const ids: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const { listingId } = await stage.sell({ ...smallSale, buyer: '640104' });
      await stage.drain();
      await stage.act(listingId);
      await stage.drain();
      ids.push((await stage.tradeOf(listingId))?.id ?? '');
    }
    const batches = stage.get(PaperBatches);
    const buyer = await stage.actor('640104');
    const started = await batches.start(contextOf(buyer), { tradeIds: ids });
    expect(started).toMatchObject({ total: 4, done: 0 });
    stage.withPapers = true;
    await stage.drain();
    expect(await batches.one(buyer, started.id)).toMatchObject({ total: 4, done: 4 });
    const stranger = await stage.actor('640221');
    await expect(batches.one(stranger, started.id)).rejects.toMatchObject({ code: 'request.not-found' });
    await expect(batches.start(contextOf(stranger), { tradeIds: ids })).rejects.toMatchObject({
      code: 'settlement.not-found',
    });
  });
});
