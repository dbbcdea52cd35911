import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RemindPeople } from '../../src/modules/notices/application/remind-people.use-case.js';
import { TellPeople } from '../../src/modules/notices/application/tell-people.use-case.js';
import { AuctionHouse, byWorker } from '../support/auction-house.js';

// What lies near a deadline is laid out by SQL, so this market's books are not asked for.
const [seller, buyer] = ['640425', '640106'];
let house: AuctionHouse;
let lotId: string;
let listingId: string;
beforeAll(async () => {
  // A Monday.
  house = await AuctionHouse.open('2026-03-02T09:00:00+08:00');
  lotId = await house.lot(seller, { areaHa: '80.0000', capacityKg: '480000.0000' });
  const items = [{ lotId, areaHa: '2.0000' }];
  listingId = (await house.draft(seller, { items, startPriceCny: '1000.00' })).id;
  await house.person(buyer, 'finance');
});
afterAll(() => house.close());

const sql = <Row = object>(statement: string, params: unknown[] = []) =>
  house.work.run({ name: 'test.sql', scope: 'market' }, byWorker(), { n: Math.random() }, (tx) =>
    tx.query<Row>(statement, params),
  );
/** What somebody is newly told when reminders are looked for now: kinds, by name. */
async function reminded(party: string, role: string): Promise<string[]> {
  const { cookie } = await house.person(party, role);
  const kinds = async (): Promise<string[]> => {
    const { body } = await house.http.get('/api/v1/notifications?limit=100').set({ cookie });
    return (body as { items: { kind: string }[] }).items.map(({ kind }) => kind);
  };
  const tell = () => house.market.app.get(TellPeople, { strict: false }).execute(byWorker());
  await tell();
  const before = await kinds();
  await house.market.app.get(RemindPeople, { strict: false }).execute(byWorker());
  await tell();
  await house.clock.forward(1_000);
  const after = await kinds();
  return after.slice(0, after.length - before.length).sort();
}

describe('reminders', () => {
  it('of a balance: three working days before, over a weekend, and once when it is late', async () => {
    await sql(
      `insert into trade (id, number, listing_id, seller_id, buyer_id, region_code, quota, status, area, paddy, capacity,
         price, deposit, policy, awarded_at, publicity_ends_at, payment_due_at)
       select gen_random_uuid(), 'NX-JY-2026-900001', $1, s.id, b.id, s.region_code, 'SFQ', 'payment-due', 1, 0, 0, 100, 0,
         '{}', app_now(), app_now(), timestamptz '2026-03-09T18:00:00+08:00'
       from party s, party b where s.code = $2 and b.code = $3`,
      [listingId, seller, buyer],
    );
    await house.clock.set('2026-03-03T20:00:00+08:00');
    expect(await reminded(buyer, 'finance')).toEqual([]);
    // Thursday and Friday lie between, and Monday is the day itself.
    await house.clock.set('2026-03-04T09:00:00+08:00');
    expect(await reminded(buyer, 'finance')).toEqual(['trade.balance-soon']);
    await house.clock.set('2026-03-06T09:00:00+08:00');
    expect(await reminded(buyer, 'finance')).toEqual([]);
    await house.clock.set('2026-03-09T18:00:01+08:00');
    expect(await reminded(buyer, 'finance')).toEqual(['trade.balance-late']);
    expect(await reminded(buyer, 'finance')).toEqual([]);
  });

  it('of quota that runs out: at ninety days and at thirty, of what is not used up', async () => {
    await sql(`update lot set valid_until = app_now() + interval '91 days' where id = $1`, [lotId]);
    expect(await reminded(seller, 'maker')).toEqual([]);
    await house.clock.forward(2 * 86_400_000);
    expect(await reminded(seller, 'maker')).toEqual(['quota.expiring']);
    await house.clock.forward(60 * 86_400_000);
    expect(await reminded(seller, 'maker')).toEqual(['quota.expiring']);
    expect(await reminded(seller, 'maker')).toEqual([]);
  });

  it('of post-care that nobody has recorded by October, each year of it', async () => {
    await sql(
      `insert into project_care (project_id, body, from_day, years) select id, '村集体', date '2026-01-01', 2 from origin_project`,
    );
    await house.clock.set('2026-09-30T23:00:00+08:00');
    expect(await reminded(seller, 'maker')).toEqual([]);
    await house.clock.set('2026-10-01T00:00:01+08:00');
    expect(await reminded(seller, 'maker')).toEqual(['care.due']);
    await house.clock.set('2027-10-01T00:00:01+08:00');
    expect(await reminded(seller, 'maker')).toEqual(['care.due']);
    await house.clock.set('2028-10-01T00:00:01+08:00');
    expect(await reminded(seller, 'maker')).toEqual([]);
  });

  it('of a complaint two days before its owner has to have answered', async () => {
    await sql(
      `insert into complaint (id, kind, receipt, subject_type, subject_id, region_code, body, owner_party_id, filed_at, due_at)
       select gen_random_uuid(), 'report', 'r1', 'lot', $1, '640425', '内容', id, app_now(), app_now() + interval '5 days'
       from party where code = '640000'`,
      [lotId],
    );
    expect(await reminded('640000', 'regulator')).toEqual([]);
    await house.clock.forward(3 * 86_400_000);
    expect(await reminded('640000', 'regulator')).toEqual(['complaint.soon']);
  });
});
