import { parseQuantities } from '@muheng/contracts/common/component';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  Enforcement,
  ListedQuantity,
} from '../../src/modules/quota-bank/application/listing-enforcement.js';
import { RecomputeCounty } from '../../src/modules/quota-bank/application/recompute-county.use-case.js';
import { SignDeclaration } from '../../src/modules/quota-bank/application/sign-declaration.use-case.js';
import { contextOf } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Bank } from './bank.js';

const county = '640324';
const listing = '01890000-0000-7000-8000-000000000001';

let database: TestDatabase;
let bank: Bank;
let listed: ListedQuantity[];
let asked: readonly Enforcement[];

beforeEach(async () => {
  database = await createTestDatabase();
  listed = [];
  asked = [];
  bank = await Bank.open(database, {
    listedBy: () => Promise.resolve(listed),
    enforce: (_tx, _county, _quota, actions) => {
      asked = actions;
      return Promise.resolve();
    },
  });
  const lot = await bank.lot(county, 'SFQ', { areaHa: '50.0000', capacityKg: '375000.0000' });
  await bank.need(county, 'SFQ', 'construction', { areaHa: '20.0000' });
  await bank.app.get(SignDeclaration).execute(contextOf(bank.regulator), { county });
  await bank.list(county, 'SFQ', [{ lotId: lot, wire: { areaHa: '25.0000' } }]);
});
afterEach(async () => {
  await bank.app.close();
  await database.drop();
});

const recompute = async (): Promise<{ enforced: number }> => {
  const { partyId } = await bank.actor(county);
  return bank.app.get(RecomputeCounty).execute(contextOf(bank.regulator), partyId ?? '');
};
const stage = (each: ListedQuantity['stage']): void => {
  listed = [{ listing, stage: each, listed: parseQuantities({ areaHa: '25.0000' }) }];
};
const marginRow = async () => {
  const [row] = await bank.work.readMarket((tx) =>
    tx.query<{ margin: bigint; stale: boolean; blocked: boolean }>(
      `select margin_area as margin, stale_since is not null as stale, blocked_since is not null as blocked
       from county_margin m join party y on y.id = m.county_id where y.code = $1 and m.quota = 'SFQ'`,
      [county],
    ),
  );
  return row;
};

describe('continuous enforcement (domain §8)', () => {
  it('marks the margin as stale with every new need, and stores it anew', async () => {
    expect(await marginRow()).toMatchObject({ stale: true });
    expect(await recompute()).toEqual({ enforced: 0 });
    expect(await marginRow()).toEqual({ margin: 50_000n, stale: false, blocked: false });
  });

  it('Example C: a 9 ha hospital makes a listing without bids suspend and offer 21 ha', async () => {
    await bank.need(county, 'SFQ', 'livelihood', { areaHa: '9.0000' });
    stage('open-without-bids');
    expect(await recompute()).toEqual({ enforced: 1 });
    expect(asked).toMatchObject([
      {
        action: {
          action: 'offer-reduction',
          listing,
          reduced: { area: 210_000n },
          shortfall: { area: 40_000n },
        },
      },
    ]);
    expect(asked[0]?.answerBy).toBeInstanceOf(Date);
    expect(await marginRow()).toMatchObject({ margin: -40_000n });
  });

  it('raises one breach for the regulator when there are bids, however often it is found', async () => {
    await bank.need(county, 'SFQ', 'livelihood', { areaHa: '9.0000' });
    stage('open-with-bids');
    await recompute();
    await recompute();
    const alerts = await bank.work.readMarket((tx) =>
      tx.query<{ code: string; evidence: object; due_at: Date | null }>(
        'select code, evidence, due_at from alert',
      ),
    );
    expect(alerts).toMatchObject([
      {
        code: 'COUNTY_FIRST_BREACH',
        evidence: { stage: 'open-with-bids', margin: { areaHa: '-4.0000' }, shortfall: { areaHa: '4.0000' } },
      },
    ]);
    expect(alerts[0]?.due_at).toBeInstanceOf(Date);
  });

  it('leaves a confirmed trade alone and bars the county until its margin is whole again', async () => {
    await bank.need(county, 'SFQ', 'livelihood', { areaHa: '9.0000' });
    stage('confirmed');
    await recompute();
    expect(await marginRow()).toMatchObject({ blocked: true });
    const other = await bank.lot(county, 'SFQ', { areaHa: '3.0000', capacityKg: '22500.0000' });
    await expect(
      bank.list(county, 'SFQ', [{ lotId: other, wire: { capacityKg: '1.0000' } }]),
    ).rejects.toMatchObject({ code: 'county-first.surplus-exceeded' });
    await bank.lot(county, 'SFQ', { areaHa: '1.0000' });
    await recompute();
    expect(await marginRow()).toMatchObject({ margin: 0n, blocked: false });
    await bank.list(county, 'SFQ', [{ lotId: other, wire: { capacityKg: '1.0000' } }]);
  });
});
