import { retentionRules, type RetentionKey } from '@muheng/contracts/common/retention';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Retention } from '../../src/modules/notices/application/retention.use-case.js';
import { createDataSource } from '../../src/kernel/database/data-source.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { TellPeople } from '../../src/modules/notices/application/tell-people.use-case.js';
import { expectSound } from '../support/auditor.js';
import { AuctionHouse, byWorker } from '../support/auction-house.js';

let house: AuctionHouse;
let retention: Retention;
let worker: Awaited<ReturnType<typeof createDataSource>>;
beforeAll(async () => {
  house = await AuctionHouse.open();
  worker = await createDataSource(house.database.urls.worker, 'muheng_worker', 2).initialize();
  retention = new Retention(new UnitOfWork(worker));
});
afterAll(async () => {
  await expectSound(house.database.urls.superuser);
  await worker.destroy();
  await house.close();
});

const dayMs = 86_400_000;
const daysOf = (key: RetentionKey): number => Number(retentionRules[key].days);
const sql = <Row = object>(statement: string, params: unknown[] = []) =>
  house.work.run({ name: 'test.sql', scope: 'market' }, byWorker(), { n: Math.random() }, (tx) =>
    tx.query<Row>(statement, params),
  );
const count = async (of: string): Promise<number> =>
  (await sql<{ n: number }>(`select count(*)::int as n from ${of}`))[0]?.n ?? 0;
const sweep = () => retention.sweep(byWorker());

describe('the retention schedule is carried out', () => {
  it('on notices, by the market’s clock, to the day', async () => {
    await house.hire('640106', ['bidder']);
    await sql(
      `insert into suspension (id, party_id, region_code, ground, reason, from_at)
       select gen_random_uuid(), id, region_code, 'bad-record', $1, app_now() from party where code = '640106'`,
      ['x'],
    );
    await house.market.app.get(TellPeople, { strict: false }).execute(byWorker());
    expect(await count('notification')).toBe(1);
    await sql('update notification set read_at = app_now()');
    await house.clock.forward(daysOf('notices-read') * dayMs - 1_000);
    expect((await sweep())['notices-read']).toBe(0);
    await house.clock.forward(2_000);
    expect((await sweep())['notices-read']).toBe(1);
    expect(await count('notification')).toBe(0);
    expect(await sql(`select detail from audit where action = 'notices.sweep'`)).toEqual([
      { detail: { rows: 1 } },
    ]);
  });

  it('on keys and sessions, by the wall’s, and keeps those that are younger', async () => {
    const keys = await count('idempotency_key');
    await sql(`update idempotency_key set created_at = created_at - interval '91 days'
      where ctid in (select ctid from idempotency_key limit 3)`);
    await house.hire('640181', ['bidder']);
    const sessions = await count('session');
    await sql(`update session set expires_at = clock_timestamp() - interval '181 days'
      where id_hash = (select id_hash from session order by created_at desc limit 1)`);
    expect(await sweep()).toMatchObject({ 'idempotency-keys': 3, sessions: 1 });
    expect(await count('session')).toBe(sessions - 1);
    expect(await count('idempotency_key')).toBeGreaterThanOrEqual(keys - 3);
    expect((await sweep())['sessions']).toBe(0);
  });

  it('erases what is personal and leaves the row', async () => {
    const [region] = await sql<{ id: string }>(`select id from party where code = '640000'`);
    await sql(
      `insert into complaint (id, kind, receipt, subject_type, subject_id, region_code, contact, body, owner_party_id,
         filed_at, due_at, outcome, answer, decided_at)
       values (gen_random_uuid(), 'report', 'r1', 'lot', gen_random_uuid(), '640106', '13800000000', '内容', $1,
         app_now(), app_now(), 'answered', '已答复', app_now())`,
      [region?.id],
    );
    await sql(`insert into person_setting (person_id, email, updated_at)
      select id, 'x@example.org', clock_timestamp() - interval '31 days' from person limit 1`);
    await house.clock.forward(366 * dayMs);
    expect(await sweep()).toMatchObject({ 'reporter-contacts': 1, 'unconfirmed-addresses': 1 });
    expect(await sql(`select contact, answer from complaint`)).toEqual([{ contact: null, answer: '已答复' }]);
    expect(await sql('select email from person_setting')).toEqual([{ email: null }]);
  });

  it('on practice rooms, with who sat in them, and leaves those that are younger', async () => {
    const room = (code: string, over: string) =>
      sql(
        `with room as (
           insert into practice_room (id, code, is_listed, secret, seed, expires_at)
           values (gen_random_uuid(), $1, true, 's', 1, clock_timestamp() - $2::interval) returning id
         ), player as (
           insert into practice_player (room_id, seat, name, secret_hash) select id, 1, 'host', '\\x00' from room
           returning room_id
         )
         insert into practice_act (room_id, round, seq, seat, price, at)
         select room_id, 1, 1, 1, 100, clock_timestamp() from player`,
        [code, over],
      );
    await room('AAAAAA', '49 hours');
    await room('BBBBBB', '47 hours');
    await room('CCCCCC', '-1 hours');
    expect((await sweep())['practice-rooms']).toBe(1);
    expect(await sql('select code from practice_room order by code')).toEqual([
      { code: 'BBBBBB' },
      { code: 'CCCCCC' },
    ]);
    expect([await count('practice_player'), await count('practice_act')]).toEqual([2, 2]);
    expect((await sweep())['practice-rooms']).toBe(0);
  });

  it('cannot touch what is kept, and is shown with what it did', async () => {
    for (const table of ['audit', 'entry', 'posting', 'bid', 'publication', 'listing_event'])
      await expect(worker.query(`delete from ${table}`), table).rejects.toThrow(/permission denied/);
    const someone = await house.person('640106', 'bidder');
    const { body } = await house.http.get('/api/v1/retention').set({ cookie: someone.cookie }).expect(200);
    const { items } = body as { items: { key: string; swept: { sinceFirst: number } | null }[] };
    expect(items.find(({ key }) => key === 'notices-read')?.swept?.sinceFirst).toBe(1);
    expect(items.find(({ key }) => key === 'ledger')?.swept).toBeNull();
  });

  it('shows the long work of an organisation, and of no other', async () => {
    const regulator = await house.person('640000', 'regulator');
    const made = await house.post(regulator, '/reconciliations');
    expect(made.status).toBe(202);
    const mine = await house.http.get('/api/v1/tasks').set({ cookie: regulator.cookie }).expect(200);
    expect(mine.body).toMatchObject({
      items: [{ kind: 'reconciliation', state: 'waiting', cancellable: false, mine: true, finishedAt: null }],
    });
    const other = await house.person('640106', 'bidder');
    expect((await house.http.get('/api/v1/tasks').set({ cookie: other.cookie })).body).toEqual({ items: [] });
  });
});
