import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CommandContext } from '../../src/kernel/access/actor.js';
import { readConfig } from '../../src/kernel/config.js';
import { BatchConnections } from '../../src/kernel/database/batch-connections.js';
import { createDataSource } from '../../src/kernel/database/data-source.js';
import { Refusal } from '../../src/kernel/errors/refusal.js';
import { BatchOfWork, type Envelope } from '../../src/kernel/unit-of-work/batch-of-work.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { actorOf, contextOf } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let source: DataSource;
let connections: BatchConnections;
let batches: BatchOfWork;
let clerk: Actor;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.url, 'muheng_api', 4).initialize();
  const config = readConfig({ DATABASE_URL: database.url });
  connections = new BatchConnections(config, 'muheng_api');
  batches = new BatchOfWork(connections);
  clerk = await actorOf(new UnitOfWork(source), '640425', ['maker']);
  owner = new pg.Client({ connectionString: database.urls.superuser });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await connections.onApplicationShutdown();
  await source.destroy();
  await database.drop();
});

interface Count {
  series: string;
  by: number;
}

const name = 'test.count-in-sets';

/** Adds to counters; refuses negative numbers. */
const count = (envelopes: readonly Envelope<Count>[]) =>
  batches.run<Count, { by: number }, { now: Date }[]>(name, envelopes, {
    load: (send) => send({ name: 'count-time', text: 'select app_now() as now', values: [] }),
    decide: (_loaded, fresh, writes) => {
      const good = fresh.filter(({ input }) => input.by >= 0);
      writes.write({
        name: 'count-write',
        text: `insert into number_series (series, last) select t.series, sum(t.by)
          from unnest($1::text[], $2::bigint[]) as t (series, by) group by t.series
          on conflict (series) do update set last = number_series.last + excluded.last`,
        values: [good.map((each) => each.input.series), good.map((each) => each.input.by)],
      });
      for (const each of good) writes.audit(each.context, 'series', each.input.series);
      return fresh.map(({ input }) =>
        input.by >= 0
          ? { ok: true, result: { by: input.by }, replayed: false }
          : { ok: false, refusal: new Refusal('bidding.closed') },
      );
    },
  });
const envelope = (input: Count, more: Partial<CommandContext> = {}): Envelope<Count> => ({
  context: { ...contextOf(clerk), ...more },
  input,
});
const lastOf = async (series: string): Promise<string | undefined> =>
  (await owner.query<{ last: string }>('select last from number_series where series = $1', [series])).rows[0]
    ?.last;

describe('a batch of commands in two waits (architecture §5, stack.md §9)', () => {
  it('judges in order, folds twins, stores what was done and replays it', async () => {
    const key = randomUUID();
    const all = [
      envelope({ series: 'sets', by: 1 }),
      envelope({ series: 'sets', by: 2 }, { key }),
      envelope({ series: 'sets', by: 2 }, { key }),
      envelope({ series: 'sets', by: 3 }, { key }),
      envelope({ series: 'sets', by: -1 }),
    ];
    const outcomes = await count(all);
    expect(outcomes).toMatchObject([
      { ok: true, result: { by: 1 } },
      { ok: true, result: { by: 2 } },
      { ok: true, result: { by: 2 } },
      { ok: false, refusal: { code: 'request.idempotency-key-reused' } },
      { ok: false, refusal: { code: 'bidding.closed' } },
    ]);
    expect(await lastOf('sets')).toBe('3');
    expect(await count(all.slice(1, 2))).toEqual([{ ok: true, result: { by: 2 }, replayed: true }]);
    expect(await lastOf('sets')).toBe('3');
    const { rows } = await owner.query('select outcome, code from audit where action = $1 order by seq', [
      name,
    ]);
    expect(rows).toEqual([
      { outcome: 'done', code: null },
      { outcome: 'done', code: null },
      { outcome: 'refused', code: 'bidding.closed' },
    ]);
  });

  it('writes nothing when one statement fails, and can be used again', async () => {
    const tooMuch = envelope({ series: 'whole', by: 9_007_199_254_740_991 });
    await expect(
      count([
        envelope({ series: 'whole', by: 1 }),
        ...Array.from({ length: 1_100 }, () => ({ ...tooMuch, context: contextOf(clerk) })),
      ]),
    ).rejects.toThrow(/out of range/);
    expect(await lastOf('whole')).toBeUndefined();
    expect(await count([envelope({ series: 'whole', by: 1 })])).toMatchObject([{ ok: true }]);
  });

  it('decides nothing for a caller whose session may have ended since', async () => {
    const { rows } = await owner.query<{ epoch: string }>('select epoch from session_epoch');
    const epoch = BigInt(rows[0]?.epoch ?? 0);
    const remembered = { epoch, confirm: () => Promise.reject(new Error('not asked here')) };
    expect(await count([envelope({ series: 'session', by: 1 }, { remembered })])).toMatchObject([
      { ok: true },
    ]);
    // Nobody has this hash: the epoch tells of statements, so that it can only be too careful.
    await owner.query(`update session set ended_at = now() where id_hash = 'x'`);
    const answers = await count([
      envelope({ series: 'session', by: 1 }, { remembered }),
      envelope({ series: 'session', by: 1 }),
    ]);
    expect(answers).toMatchObject([{ later: 'session-moved' }, { ok: true }]);
    expect(await lastOf('session')).toBe('2');
  });
});
