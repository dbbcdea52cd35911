import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/kernel/access/actor.js';
import { createDataSource } from '../../src/kernel/database/data-source.js';
import { Refusal } from '../../src/kernel/errors/refusal.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { actorOf, contextOf } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const command = { name: 'test.count', scope: 'market' } as const;

let database: TestDatabase;
let source: DataSource;
let work: UnitOfWork;
let clerk: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.url, 'muheng_api', 20).initialize();
  work = new UnitOfWork(source);
  clerk = await actorOf(work, '640425', ['maker']);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const count = (series: string, key = randomUUID(), input: object = { series }): Promise<{ last: string }> =>
  work.run(command, contextOf(clerk, key), input, async (tx) => {
    const [row] = await tx.query<{ last: bigint }>(
      `insert into number_series (series, last) values ($1, 1)
       on conflict (series) do update set last = number_series.last + 1 returning last`,
      [series],
    );
    tx.audit('series', series);
    return { last: String(row?.last) };
  });
const lastOf = async (series: string): Promise<string | undefined> => {
  const [row] = await work.readMarket((tx) =>
    tx.query<{ last: bigint }>('select last from number_series where series = $1', [series]),
  );
  return row?.last.toString();
};
const auditOf = (subject: string): Promise<{ outcome: string; code: string | null }[]> =>
  work.readMarket((tx) =>
    tx.query('select outcome, code from audit where subject_id = $1 order by seq', [subject]),
  );

describe('one write path (architecture §5)', () => {
  it('answers the stored result when the same request comes again', async () => {
    const key = randomUUID();
    const first = await count('again', key);
    expect(await count('again', key)).toEqual(first);
    expect(await lastOf('again')).toBe('1');
    expect(await auditOf('again')).toHaveLength(1);
  });

  it('takes effect once for fifty copies sent at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => count('fifty', key)));
    expect(new Set(answers.map((answer) => answer.last))).toEqual(new Set(['1']));
    expect(await lastOf('fifty')).toBe('1');
  });

  it('refuses the same key with another body', async () => {
    const key = randomUUID();
    await count('body', key);
    await expect(count('body', key, { series: 'other' })).rejects.toMatchObject({
      code: 'request.idempotency-key-reused',
    });
  });

  it('changes nothing on a refusal, claims no key, and leaves one audit row', async () => {
    const key = randomUUID();
    const listingId = randomUUID();
    const refuse = () =>
      work.run(command, contextOf(clerk, key), { listingId }, async (tx) => {
        await tx.query(`insert into number_series (series, last) values ('refused', 1)`);
        throw new Refusal('bidding.closed');
      });
    await expect(refuse()).rejects.toBeInstanceOf(Refusal);
    expect(await lastOf('refused')).toBeUndefined();
    expect(await auditOf(listingId)).toEqual([{ outcome: 'refused', code: 'bidding.closed' }]);
    expect(await count('refused', key)).toEqual({ last: '1' });
  });
});

describe('row-level security fails closed', () => {
  it('shows nothing to a connection that forgot its tenant', async () => {
    await work.run(command, contextOf(clerk), { need: 1 }, async (tx) => {
      await tx.query(
        `insert into need (id, number, party_id, region_code, quota, category, title, area, registered_at)
         values ($1, 'N-1', $2, '640425', 'SFQ', 'construction', 'hospital', 100, app_now())`,
        [randomUUID(), clerk.partyId],
      );
    });
    expect(await source.query('select * from need')).toEqual([]);
    const other = await actorOf(work, '640106', ['maker']);
    const city = await actorOf(work, '640400', ['approver']);
    const wrongCity = await actorOf(work, '640100', ['approver']);
    const seen = (actor: Actor) => work.read(actor, (tx) => tx.query('select id from need'));
    expect(await seen(clerk)).toHaveLength(1);
    expect(await seen(other)).toHaveLength(0);
    expect(await seen(city)).toHaveLength(1);
    expect(await seen(wrongCity)).toHaveLength(0);
  });

  it('is forced on every table that belongs to somebody', async () => {
    // Reference data, the write path's own tables, and rows whose secrecy is a privilege: each for its reason.
    const free = new Set([
      'party',
      'market_setting',
      'session',
      'session_epoch',
      'floor_pulse',
      'idempotency_key',
      'troubled_job',
      'outbox',
      'job_progress',
      'number_series',
      'audit',
      'audit_checkpoint',
      'audit_leaf',
      'audit_log',
      'audit_tile',
      'entry',
      'ledger_mark',
      'ledger_mark_balance',
      'serial_counter',
      'policy_version',
      'publication',
      'calendar_day',
      'key_project',
      'project_import',
      'listing_event',
      'month_seal',
      'provider_event',
      'region_map',
      'statement_line',
      'statement_reading',
      'document',
      'certificate',
      'reconciliation',
      'finding',
      'occasion',
      'outbid_told',
      'reminder_given',
      'retention_sweep',
      'migrations',
      // Practice is nobody's: a seat is whoever knows its secret.
      'practice_room',
      'practice_player',
      'practice_act',
      // Numbers and titles of noticed listings, which are public.
      'listing_search',
    ]);
    const rows: { relname: string }[] = await source.query(
      `select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
         and not relispartition and not relforcerowsecurity order by relname`,
    );
    expect(rows.map((row) => row.relname).filter((name) => !free.has(name))).toEqual([]);
  });
});

describe('what is written stays written', () => {
  it('refuses to change or empty the audit log, even for the owner', async () => {
    await count('stays');
    const owner = await createDataSource(database.urls.owner, null, 2).initialize();
    for (const sql of ['update audit set code = null', 'delete from audit', 'truncate audit']) {
      await expect(owner.query(sql)).rejects.toThrow(/append-only/);
    }
    await owner.destroy();
    await expect(source.query('delete from audit')).rejects.toThrow(/permission denied/);
  });
});
