import { Injectable } from '@nestjs/common';
import type { auditLog, inclusionProof } from '@muheng/contracts/audit';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import type { Run } from '../../../kernel/database/run.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { inclusionPath } from '../domain/audit-log/merkle.js';
import { subtreesOf, tilesAbout } from '../domain/audit-log/tiles.js';
import { findLog, lastCheckpoint, readTiles } from '../persistence/audit-log.repository.js';
import { bidEntry, certificateEntry, type Sealed } from '../persistence/proof.repository.js';
import { treeHash } from '../persistence/tree-hash.js';

type Proof = z.input<typeof inclusionProof>;

/** Where the audit log stands, and that an entry is in it under a root that the regulator holds (reliability §4.44). */
@Injectable()
export class ProofQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async log(): Promise<z.input<typeof auditLog>> {
    return this.unitOfWork.read(null, async (tx) => {
      const [log, point] = [await findLog(runOf(tx)), await lastCheckpoint(runOf(tx))];
      return {
        size: Number(log?.size ?? 0n),
        hash: log?.hash ?? 'SHA-256',
        checkpoint: point?.note ?? null,
        checkpointAt: point?.at.toISOString() ?? null,
        publicKey: log?.publicKey ?? null,
      };
    });
  }

  /** For anyone who holds the code. Throws `certificate.not-found`, `oversight.not-yet-signed`. */
  async ofCertificate(code: string): Promise<Proof> {
    return this.unitOfWork.readMarket(async (tx) => {
      const entry = await certificateEntry(tx, code);
      if (!entry) throw new Refusal('certificate.not-found');
      return prove(tx, entry);
    });
  }

  /** For the bidder and those who watch. Throws `request.not-found`, `oversight.not-yet-signed`. */
  async ofBid(actor: Actor, listingId: string, seq: string): Promise<Proof> {
    return this.unitOfWork.read(actor, async (tx) => {
      const entry = await bidEntry(tx, listingId, seq);
      if (!entry) throw new Refusal('request.not-found');
      return prove(tx, entry);
    });
  }
}

const runOf =
  (tx: ReadTx): Run =>
  (sql, params) =>
    tx.query(sql, params);

async function prove(tx: ReadTx, { position, text }: Sealed): Promise<Proof> {
  const run = runOf(tx);
  const [log, point] = [await findLog(run), await lastCheckpoint(run)];
  if (position === null || !log?.publicKey || !point || point.size <= position)
    throw new Refusal('oversight.not-yet-signed');
  const [index, size] = [Number(position), Number(point.size)];
  const hash = treeHash(log.hash);
  const subtree = subtreesOf(hash, await readTiles(run, tilesAbout([index], size)));
  return {
    entry: text,
    position: index,
    size,
    root: point.root.toString('hex'),
    hash: log.hash,
    path: inclusionPath(hash, subtree, index, size).map((each) => each.toString('hex')),
    checkpoint: point.note,
    publicKey: log.publicKey,
  };
}
