import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { systemActor } from '../../src/kernel/access/actor.js';
import { connectionOptions, createDataSource } from '../../src/kernel/database/data-source.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { PublishCheckpoint } from '../../src/modules/oversight/application/publish-checkpoint.use-case.js';
import { AuditSealer } from '../../src/modules/oversight/persistence/audit-sealer.js';
import { CheckpointStore } from '../../src/modules/oversight/persistence/checkpoint-store.js';
import { type LogReport, verifyLog } from '../../src/modules/oversight/persistence/verify-log.js';
import { contextOf } from '../support/actors.js';
import type { TestDatabase } from '../support/database.js';

/** An audit log with a worker that seals it, a regulator who keeps checkpoints, and an intruder with all rights. */
export class AuditBench {
  private constructor(
    readonly work: UnitOfWork,
    readonly sealer: AuditSealer,
    readonly publisher: PublishCheckpoint,
    readonly folder: string,
    readonly intruder: pg.Client,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(database: TestDatabase, hash: 'SHA-256' | 'SM3' = 'SHA-256'): Promise<AuditBench> {
    const source = await createDataSource(database.urls.worker, 'muheng_worker', 24).initialize();
    const folder = await mkdtemp(join(tmpdir(), 'muheng-regulator-'));
    const key = await mkdtemp(join(tmpdir(), 'muheng-key-'));
    const config = { AUDIT_HASH: hash, CHECKPOINT_DIR: folder, CHECKPOINT_KEY_FILE: join(key, 'key.pem') };
    const work = new UnitOfWork(source);
    const { connectionString, types } = connectionOptions(database.urls.superuser, null, 1);
    const intruder = new pg.Client({ connectionString, types, options: '-c timezone=UTC' });
    await intruder.connect();
    await intruder.query('set session_replication_role = replica');
    const end = async (): Promise<void> => {
      await intruder.end();
      await source.destroy();
      for (const each of [folder, key]) await rm(each, { recursive: true });
    };
    const publisher = new PublishCheckpoint(source, work, config);
    return new AuditBench(work, new AuditSealer(source, config), publisher, folder, intruder, end);
  }

  async close(): Promise<void> {
    await this.end();
  }

  /** One command that leaves `rows` audit rows. */
  async act(rows = 1, detail: object = {}): Promise<void> {
    await this.work.run({ name: 'test.act', scope: 'market' }, contextOf(systemActor), {}, async (tx) => {
      for (let n = 0; n < rows; n += 1) tx.audit('thing', String(n), { n, ...detail });
    });
  }

  async sign(): Promise<number> {
    return (await this.publisher.execute(contextOf(systemActor), 0))?.size ?? -1;
  }

  /** Verifies as the intruder's connection sees it, so that what he has not committed counts. */
  async verify(regulator = true): Promise<LogReport> {
    const run = async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await this.intruder.query(sql, params as unknown[])).rows as Row[];
    return verifyLog(run, regulator ? new CheckpointStore(this.folder) : null);
  }

  /** Does harm, verifies, and takes the harm back. */
  async after(harm: () => Promise<unknown>, regulator = true): Promise<LogReport> {
    await this.intruder.query('begin');
    try {
      await harm();
      return await this.verify(regulator);
    } finally {
      await this.intruder.query('rollback');
    }
  }
}
