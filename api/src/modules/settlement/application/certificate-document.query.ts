import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { type DocumentRow, findCertificate, findDocument } from '../persistence/certificate.repository.js';
import { TradeQueries } from './trade.queries.js';

/** The issued PDF, for the two sides of the trade and those who supervise them. */
@Injectable()
export class CertificateDocument {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trades: TradeQueries,
  ) {}

  /** Throws `certificate.not-found` (also for others), `certificate.not-issued` while it is being made. */
  async execute(actor: Actor, certificateId: string): Promise<DocumentRow> {
    const found = await this.unitOfWork.readMarket((tx) => findCertificate(tx, { id: certificateId }));
    if (!found) throw new Refusal('certificate.not-found');
    await this.trades.requireSeen(actor, found.tradeId).catch((error: unknown) => {
      throw error instanceof Refusal ? new Refusal('certificate.not-found') : error;
    });
    const { documentId } = found;
    const document = documentId && (await this.unitOfWork.readMarket((tx) => findDocument(tx, documentId)));
    if (!document) throw new Refusal('certificate.not-issued');
    return document;
  }
}
