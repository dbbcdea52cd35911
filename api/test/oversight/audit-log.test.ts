import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { leafHash } from '../../src/modules/oversight/domain/audit-log/merkle.js';
import { grow } from '../../src/modules/oversight/domain/audit-log/tiles.js';
import { entryText } from '../../src/modules/oversight/persistence/audit-log.repository.js';
import { treeHash } from '../../src/modules/oversight/persistence/tree-hash.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { AuditBench } from './audit-bench.js';

const entries = 600;
const tamperings = Number(process.env['LONG'] === '1' ? 300 : 60);

let database: TestDatabase;
let bench: AuditBench;
beforeAll(async () => {
  database = await createTestDatabase();
  bench = await AuditBench.open(database);
  for (let n = 0; n < 3; n += 1) {
    await bench.act(entries / 4, { part: n });
    await bench.sealer.seal();
    await bench.sign();
  }
  await bench.act(entries / 4 - 3);
  await bench.sealer.seal();
});
afterAll(async () => {
  await bench.close();
  await database.drop();
});

/** Hashes the whole log anew after a change, as an intruder would who covers his tracks in the database. */
async function rehash(): Promise<void> {
  const { rows } = await bench.intruder.query<{ text: string }>(
    `select ${entryText('a')} as text from audit_leaf l join audit a on a.id = l.audit_id order by l.position`,
  );
  const hash = treeHash('SHA-256');
  const leaves = rows.map((row) => leafHash(hash, Buffer.from(row.text)));
  await bench.intruder.query('delete from audit_tile');
  for (const tile of grow(hash, new Map(), 0, leaves))
    await bench.intruder.query('insert into audit_tile values ($1, $2, $3)', [
      tile.level,
      tile.ordinal,
      tile.hashes,
    ]);
  await bench.intruder.query('update audit_log set size = $1', [leaves.length]);
}
const sql = (text: string, ...params: unknown[]) => bench.intruder.query(text, params);
const at = 'id = (select audit_id from audit_leaf where position = $1)';
const edits = [
  `update audit set detail = detail || '{"n": -1}' where ${at}`,
  `update audit set actor_id = gen_random_uuid() where ${at}`,
  `update audit set at = at + interval '1 microsecond' where ${at}`,
  `update audit set outcome = 'refused' where ${at}`,
  `update audit set subject_id = subject_id || ' ' where ${at}`,
];
/** Each way of harming the log at a position; what is left must not pass for the log that was signed. */
const harms: Record<string, (position: number, pick: number) => Promise<unknown>> = {
  edit: (position, pick) => sql(edits[pick % edits.length] ?? '', position),
  delete: (position) => sql(`delete from audit where ${at}`, position),
  'delete with its position': async (position) => {
    await sql(`delete from audit where ${at}`, position);
    await sql('delete from audit_leaf where position = $1', position);
  },
  'delete and close the gap': async (position) => {
    await sql(`delete from audit where ${at}`, position);
    await sql('delete from audit_leaf where position = $1', position);
    await sql('update audit_leaf set position = position + 1000000 where position > $1', position);
    await sql('update audit_leaf set position = position - 1000001 where position > 1000000');
    await rehash();
  },
  truncate: async (position) => {
    await sql(
      'delete from audit where id in (select audit_id from audit_leaf where position >= $1)',
      position,
    );
    await sql('delete from audit_leaf where position >= $1', position);
    await rehash();
  },
  'truncate everything': () => sql('truncate audit, audit_leaf, audit_tile, audit_log, audit_checkpoint'),
  reorder: async (position, pick) => {
    const other = (position + 1 + (pick % 50)) % entries;
    await sql('update audit_leaf set position = 1000000 where position = $1', position);
    await sql('update audit_leaf set position = $1 where position = $2', position, other);
    await sql('update audit_leaf set position = $1 where position = 1000000', other);
    await rehash();
  },
  're-hash the tail': async (position, pick) => {
    await sql(edits[pick % edits.length] ?? '', position);
    await rehash();
  },
  'slip one in': (position) =>
    sql(
      `insert into audit (id, at, market_at, actor_id, action, outcome, subject_type, subject_id, request_id, xid)
       select gen_random_uuid(), at, market_at, actor_id, action, outcome, subject_type, subject_id, request_id, xid
       from audit where ${at}`,
      position,
    ),
};

describe('the audit log', () => {
  it('stands as it was written, under the root that the regulator holds', async () => {
    const report = await bench.verify();
    expect(report).toMatchObject({ ok: true, entries, firstBroken: null, checkpoints: 3, waiting: 0 });
  });

  it('tells every tampering with what was signed, and where it begins', async () => {
    const vouched = (await bench.verify()).vouched ?? 0;
    const kinds = Object.keys(harms);
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(vouched - 60), fc.nat(), async (position, pick) => {
        const kind = kinds[done % kinds.length] ?? '';
        done += 1;
        const report = await bench.after(async () => harms[kind]?.(position, pick));
        expect({ kind, ok: report.ok }).toEqual({ kind, ok: false });
        const first = report.firstBroken?.position ?? -1;
        if (kind === 'slip one in') expect(first).toBe(entries);
        else if (kind === 'truncate everything') expect(first).toBe(0);
        else expect({ kind, first }).toEqual({ kind, first: position });
      }),
      { numRuns: tamperings, endOnFailure: true },
    );
    expect(done).toBe(tamperings);
    expect(await bench.verify()).toMatchObject({ ok: true, entries });
  });

  it('tells a change to what is not signed yet by the hashes beside it', async () => {
    const report = await bench.after(() => sql(edits[0] ?? '', entries - 2), false);
    expect(report.firstBroken).toMatchObject({ position: entries - 2, why: 'entry-changed' });
  });

  it('is not signed once it no longer holds what was signed; the region is told', async () => {
    const { rows } = await bench.intruder.query<{ hashes: Buffer }>(
      'select hashes from audit_tile where level = 1 and ordinal = 0',
    );
    const forged = Buffer.from(rows[0]?.hashes ?? '');
    forged[5] = (forged[5] ?? 0) ^ 1;
    const put = (hashes: Buffer | undefined) =>
      sql('update audit_tile set hashes = $1 where level = 1 and ordinal = 0', hashes);
    await put(forged);
    expect(await bench.sign()).toBe(-1);
    const alerts = await bench.intruder.query(`select severity from alert where code = 'AUDIT_LOG_CHANGED'`);
    expect(alerts.rows).toEqual([{ severity: 'high' }]);
    await put(rows[0]?.hashes);
  });
});

describe('the sealer', () => {
  it('gives each committed row one position, in an order that every writer saw, whoever waits', async () => {
    const fresh = await createTestDatabase();
    const other = await AuditBench.open(fresh, 'SM3');
    try {
      await other.intruder.query('create table turn (n bigint not null)');
      await other.intruder.query('insert into turn values (0)');
      await other.intruder.query('grant select, update on turn to muheng_worker');
      let writing = true;
      // Two sealers at once, and one transaction that began first and commits last.
      const seal = async (): Promise<void> => {
        while (writing) await other.sealer.seal();
      };
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const late = other.work.run(
        { name: 'test.late', scope: 'market' },
        { actor: systemActor, key: crypto.randomUUID(), requestId: 'late' },
        {},
        async (tx) => {
          await tx.query('select pg_current_xact_id()');
          await held;
          tx.audit('thing', 'late');
        },
      );
      const writer = async (): Promise<void> => {
        for (let n = 0; n < 10; n += 1) await takeTurn(other);
      };
      const sealers = [seal(), seal()];
      await Promise.all(Array.from({ length: 20 }, writer));
      letGo();
      await late;
      writing = false;
      await Promise.all(sealers);
      await other.sealer.seal();
      const { rows } = await other.intruder.query<{ position: bigint; turn: string | null; subject: string }>(
        `select l.position, a.detail ->> 'turn' as turn, a.subject_id as subject
         from audit_leaf l join audit a on a.id = l.audit_id order by l.position`,
      );
      expect(rows.map((row) => Number(row.position))).toEqual(rows.map((_, n) => n));
      const turns = rows.flatMap((row) => (row.turn === null ? [] : [Number(row.turn)]));
      expect(turns).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
      expect(rows.at(-1)?.subject).toBe('late');
      expect(await other.verify()).toMatchObject({ ok: true, entries: 201 });
      // SM3 chains a log as well, and its checkpoints say so.
      expect(await other.sign()).toBe(201);
      expect(await other.verify()).toMatchObject({ ok: true, vouched: 201 });
    } finally {
      await other.close();
      await fresh.drop();
    }
  });
});

async function takeTurn(bench: AuditBench): Promise<void> {
  const context = { actor: systemActor, key: crypto.randomUUID(), requestId: 'turn' };
  await bench.work.run({ name: 'test.turn', scope: 'market' }, context, {}, async (tx) => {
    const [row] = await tx.query<{ n: bigint }>('update turn set n = n + 1 returning n');
    tx.audit('thing', 'turn', { turn: Number(row?.n) });
  });
}
