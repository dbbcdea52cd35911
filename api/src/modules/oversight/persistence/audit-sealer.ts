import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { type Run, runOn } from '../../../kernel/database/run.js';
import { leafHash, type TreeHash } from '../domain/audit-log/merkle.js';
import { edgeOf, grow } from '../domain/audit-log/tiles.js';
import {
  type Entry,
  foundLog,
  readTiles,
  storeLeaves,
  storeSize,
  storeTiles,
  takeLog,
  unsealed,
} from './audit-log.repository.js';
import { treeHash } from './tree-hash.js';

const batchMax = 5_000;

/**
 * Gives committed audit rows their positions and hashes, in batches and apart from the commands that wrote them. One
 * process at a time; whoever dies within leaves the log as it was, and the rows wait for the next.
 */
@Injectable()
export class AuditSealer {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'AUDIT_HASH'>,
  ) {}

  /** Seals all that is committed. Answers how many rows, or null when another process is at it. */
  async seal(): Promise<number | null> {
    for (let total = 0; ; ) {
      const sealed = await this.batch();
      if (sealed === null) return total === 0 ? null : total;
      total += sealed;
      if (sealed < batchMax) return total;
    }
  }

  private async batch(): Promise<number | null> {
    return this.source.transaction(async (manager) => {
      const run = runOn(manager);
      await foundLog(run, this.config.AUDIT_HASH);
      const log = await takeLog(run);
      if (!log) return null;
      const entries = await unsealed(run, log.from, batchMax);
      const full = entries.length === batchMax;
      if (entries.length === 0) {
        if (log.from !== log.horizon) await storeSize(run, log.size, log.horizon);
        return 0;
      }
      await appendEntries(run, treeHash(log.hash), log.size, entries);
      await storeSize(run, log.size + BigInt(entries.length), full ? null : log.horizon);
      return entries.length;
    });
  }
}

/** Gives entries the positions from `size` on, and the tree their hashes. The log's size is the caller's to store. */
export async function appendEntries(
  run: Run,
  hash: TreeHash,
  size: bigint,
  entries: readonly Entry[],
): Promise<void> {
  const from = Number(size);
  const leaves = entries.map((entry) => leafHash(hash, Buffer.from(entry.text)));
  await storeLeaves(run, size, entries);
  await storeTiles(run, grow(hash, await readTiles(run, edgeOf(from)), from, leaves));
}
