import type { paperCheck } from '@muheng/contracts/settlement';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { findPaper, findPaperByDigest, type PaperKind } from '../../persistence/paper.repository.js';
import { TradeQueries } from '../trade.queries.js';

/** A trade's papers, for those who may see its file; and whether a digest is one of a paper, for anyone. */
@Injectable()
export class PaperQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trades: TradeQueries,
  ) {}

  /** Throws `settlement.not-found` (also for others), `certificate.not-issued` while it is being made. */
  async one(actor: Actor, tradeId: string, kind: PaperKind): Promise<{ fileName: string; content: Buffer }> {
    await this.trades.requireSeen(actor, tradeId);
    const paper = await this.unitOfWork.readMarket((tx) => findPaper(tx, tradeId, kind));
    if (!paper) throw new Refusal('certificate.not-issued');
    return paper;
  }

  /** Throws `certificate.not-found` for a digest that no paper carries. */
  async check(digest: string): Promise<z.input<typeof paperCheck>> {
    const found = await this.unitOfWork.readMarket((tx) => findPaperByDigest(tx, Buffer.from(digest, 'hex')));
    if (!found) throw new Refusal('certificate.not-found');
    return { ...found, digest, createdAt: found.createdAt.toISOString() };
  }
}
