import { Inject, Injectable, Logger } from '@nestjs/common';
import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import { DataSource } from 'typeorm';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { type Run, runOn } from '../../../kernel/database/run.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { type Checkpoint, origin } from '../domain/audit-log/checkpoint.js';
import { rootOf } from '../domain/audit-log/merkle.js';
import { BrokenTiles, subtreesOf, tilesAbout, tileWidth } from '../domain/audit-log/tiles.js';
import { insertAlerts } from '../persistence/alert.repository.js';
import {
  findLog,
  lastCheckpoint,
  readTiles,
  storeCheckpoint,
  type StoredCheckpoint,
} from '../persistence/audit-log.repository.js';
import { type CheckpointKey, checkpointKey, signCheckpoint } from '../persistence/checkpoint-key.js';
import { CheckpointStore } from '../persistence/checkpoint-store.js';
import { treeHash } from '../persistence/tree-hash.js';

const hashBytes = 32;

/** Signs how far the audit log goes and gives it to the regulator, who keeps what the operator cannot change. */
@Injectable()
export class PublishCheckpoint {
  private readonly log = new Logger('AuditLog');
  private key: CheckpointKey | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<Config, 'CHECKPOINT_DIR' | 'CHECKPOINT_KEY_FILE'>,
  ) {}

  /** Whether there is a place for checkpoints and a key to sign them. */
  get isConfigured(): boolean {
    return this.config.CHECKPOINT_DIR !== undefined && this.config.CHECKPOINT_KEY_FILE !== undefined;
  }

  /**
   * Signs the log as it stands, unless any process has done so within `freshMs`. A log that no longer holds what was
   * signed before is not signed: the region gets an alert. Dead after the regulator has it and before our copy: the
   * next one tells the same entries again.
   */
  async execute(context: CommandContext, freshMs: number): Promise<Checkpoint | null> {
    const { CHECKPOINT_DIR: folder, CHECKPOINT_KEY_FILE: keyFile } = this.config;
    if (folder === undefined || keyFile === undefined) return null;
    const run = runOn(this.source);
    const [state, last] = [await findLog(run), await lastCheckpoint(run)];
    if (!state) return null;
    if (last && Date.now() - last.at.getTime() < freshMs) return null;
    const point = await this.measure(run, state, last).catch(async (error: unknown) => {
      if (!(error instanceof LogChanged || error instanceof BrokenTiles)) throw error;
      await this.raise(context, error.message);
      return null;
    });
    if (!point) return null;
    this.key ??= await checkpointKey(keyFile);
    const note = signCheckpoint(point, this.key);
    const store = new CheckpointStore(folder);
    await store.keepKey(this.key.publicKey);
    const from = Number(last?.size ?? 0n);
    await store.add(point, { note, from, leaves: await leavesOf(run, from, point.size) });
    await storeCheckpoint(run, point, note, this.key.publicKey);
    await this.noteKeyUse(context, point);
    return point;
  }

  private async measure(
    run: Run,
    state: { size: bigint; hash: Checkpoint['hash'] },
    last: StoredCheckpoint | null,
  ): Promise<Checkpoint> {
    const size = Number(state.size);
    const hash = treeHash(state.hash);
    const before = Number(last?.size ?? 0n);
    if (before > size) throw new LogChanged(`the log had ${before} entries and has ${size}`);
    const tiles = await readTiles(run, [...tilesAbout([], size), ...tilesAbout([], before)]);
    const subtree = subtreesOf(hash, tiles);
    if (last && !rootOf(hash, subtree, before).equals(last.root))
      throw new LogChanged(`the first ${before} entries are not those that were signed`);
    return { origin, size, root: rootOf(hash, subtree, size), at: new Date().toISOString(), hash: hash.name };
  }

  /** Each use of the signing key is itself in the log. */
  private async noteKeyUse(context: CommandContext, point: Checkpoint): Promise<void> {
    const detail = { size: point.size, root: point.root.toString('hex') };
    const command = { name: 'oversight.sign-checkpoint', scope: 'market' } as const;
    await this.unitOfWork.run(command, context, detail, async (tx) => {
      tx.audit('audit-log', origin, detail);
    });
  }

  private async raise(context: CommandContext, what: string): Promise<void> {
    this.log.error(`The audit log is not what was signed: ${what}`);
    const command = { name: 'oversight.raise-alert', scope: 'market' } as const;
    await this.unitOfWork.run(command, context, { what }, async (tx) => {
      await insertAlerts(tx, [
        {
          code: 'AUDIT_LOG_CHANGED',
          severity: 'high',
          subjectType: 'audit-log',
          subjectId: auditLogId,
          partyId: null,
          regionCode: regionDepartmentCode,
          evidence: { what },
        },
      ]);
      tx.audit('audit-log', origin, { what });
    });
  }
}

/** Alerts are about a subject with an id; the log is one thing. */
const auditLogId = '00000000-0000-7000-8000-00000000a0d1';

class LogChanged extends Error {}

async function leavesOf(run: Run, from: number, size: number): Promise<Buffer> {
  if (size === from) return Buffer.alloc(0);
  const first = Math.floor(from / tileWidth);
  const rows = await run<{ hashes: Buffer }>(
    'select hashes from audit_tile where level = 0 and ordinal >= $1 and ordinal <= $2 order by ordinal',
    [first, Math.floor((size - 1) / tileWidth)],
  );
  const start = first * tileWidth;
  return Buffer.concat(rows.map((row) => row.hashes)).subarray(
    (from - start) * hashBytes,
    (size - start) * hashBytes,
  );
}
