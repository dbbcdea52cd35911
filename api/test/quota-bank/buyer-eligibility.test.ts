import { randomUUID } from 'node:crypto';
import { parseQuantities } from '@muheng/contracts/common/component';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CreateParty } from '../../src/modules/parties/application/create-party.use-case.js';
import { suspendParty } from '../../src/modules/parties/application/suspend-party.js';
import { BuyerEligibility } from '../../src/modules/quota-bank/application/buyer-eligibility.service.js';
import { contextOf } from '../support/actors.js';
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

/** An open listing of 彭阳; only what eligibility reads of it matters. */
async function listing(
  areaHa: string,
  leader: string | null = null,
  quota: 'SFQ' | 'LSQ' = 'SFQ',
): Promise<string> {
  const seller = await bank.actor('640425');
  const leaderId = leader === null ? null : (await bank.actor(leader)).partyId;
  const id = randomUUID();
  const command = { name: 'test.listing', scope: 'market' } as const;
  await bank.work.run(command, contextOf(seller), { id }, (tx) =>
    tx.query(
      `insert into listing (id, title, seller_id, region_code, quota, form, status, area, start_price, deposit,
         policy_version_id, policy, created_by, created_at, leader_id)
       select $1, '挂牌', $2, '640425', $3, 'timed-bidding', 'listing-open', $4, 100, 0, id, values, $2, app_now(), $5
       from policy_version limit 1`,
      [id, seller.partyId, quota, parseQuantities({ areaHa }).area.toString(), leaderId],
    ),
  );
  return id;
}

async function check(buyer: string, listingId: string, areaHa: string, more: object = {}): Promise<void> {
  const buyerId = (await bank.actor(buyer)).partyId ?? '';
  const request = {
    buyerId,
    listingId,
    quantities: parseQuantities({ areaHa }),
    hasCountyConsent: true,
    ...more,
  };
  await bank.work.readMarket((tx) => bank.app.get(BuyerEligibility).check(tx, request));
}

const suspend = (code: string, grounds: { ground: 'idle-land' | 'bad-record'; reason: string }) =>
  bank.work.run({ name: 'test.suspend', scope: 'market' }, contextOf(bank.regulator), { code }, (tx) =>
    suspendParty(tx, bank.regulator.personId, code, grounds),
  );

const createParty = async (code: string, kind: 'zone' | 'project-owner', group?: string): Promise<unknown> =>
  bank.app.get(CreateParty).execute(contextOf(bank.regulator), {
    code,
    kind,
    nameZh: code,
    nameEn: code,
    standalone: false,
    ...(kind === 'zone' && { countyCode: '640181' }),
    ...(group !== undefined && { beneficialGroup: group }),
  });

describe('who may buy (domain §9)', () => {
  it('lets a county buy up to its certified deficit, and no further', async () => {
    await bank.need('640106', 'SFQ', 'construction', { areaHa: '70.0000' });
    const offer = await listing('70.0000');
    await check('640106', offer, '70.0000');
    await expect(check('640106', offer, '70.0001')).rejects.toMatchObject({
      code: 'party.not-eligible',
      params: { cause: 'no-deficit', allowed: '70.0000 ha', excess: '0.0001 ha' },
    });
    await expect(check('640121', offer, '1.0000')).rejects.toMatchObject({ code: 'party.not-eligible' });
  });

  it('counts what the buyer leads elsewhere', async () => {
    await bank.need('640181', 'SFQ', 'construction', { areaHa: '20.0000' });
    const [one, other] = [await listing('15.0000', '640181'), await listing('15.0000')];
    await check('640181', one, '15.0000');
    await expect(check('640181', other, '15.0000')).rejects.toMatchObject({
      code: 'party.not-eligible',
      params: { allowed: '5.0000 ha' },
    });
  });

  it('lets a zone buy for its approved need', async () => {
    await createParty('NDGW', 'zone');
    const offer = await listing('62.0000');
    await expect(check('NDGW', offer, '62.0000')).rejects.toMatchObject({ code: 'party.not-eligible' });
    await bank.need('NDGW', 'SFQ', 'construction', { areaHa: '62.0000' });
    await check('NDGW', offer, '62.0000');
  });

  it('lets a county with idle land buy for a livelihood project only', async () => {
    const grounds = { ground: 'idle-land' as const, reason: '闲置土地处置率不足' };
    await suspend('640105', grounds);
    const livelihood = await bank.need('640105', 'SFQ', 'livelihood', { areaHa: '9.0000' });
    const offer = await listing('9.0000');
    await check('640105', offer, '9.0000');
    await bank.need('640105', 'SFQ', 'construction', { areaHa: '5.0000' });
    await expect(check('640105', offer, '9.0000')).rejects.toMatchObject({ code: 'party.suspended' });
    await check('640105', offer, '9.0000', { needId: livelihood });
  });

  it('bars the seller itself, a party of the seat of government, and an affiliate of a party with a bad record', async () => {
    const offer = await listing('1.0000');
    await expect(check('640425', offer, '1.0000')).rejects.toMatchObject({ code: 'bidding.own-listing' });
    await expect(check('OPERATOR', offer, '1.0000')).rejects.toMatchObject({
      code: 'party.not-eligible',
      params: { cause: 'buyer-type' },
    });
    await createParty('RAIL-1', 'project-owner', 'rail');
    await createParty('RAIL-2', 'project-owner', 'rail');
    const grounds = { ground: 'bad-record' as const, reason: '围标' };
    await suspend('RAIL-2', grounds);
    await expect(check('RAIL-1', offer, '1.0000')).rejects.toMatchObject({
      code: 'party.suspended',
      params: { ground: 'bad-record' },
    });
  });

  it('takes a county’s linkage demand for land to build on, not what it holds back for its villages', async () => {
    await bank.need('640104', 'LSQ', 'construction', { areaHa: '10.0000' });
    await bank.need('640104', 'LSQ', 'village-housing', { areaHa: '30.0000' });
    const offer = await listing('10.0000', null, 'LSQ');
    await check('640104', offer, '10.0000');
    await expect(check('640104', offer, '10.0001')).rejects.toMatchObject({ code: 'party.not-eligible' });
  });
});
