import { Injectable } from '@nestjs/common';
import {
  formatQuantities,
  parseQuantities,
  type Quantities,
  subtractQuantities,
} from '@muheng/contracts/common/component';
import type { verification } from '@muheng/contracts/settlement';
import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { maskName } from '../domain/mask-name.js';
import {
  type CertificateRow,
  findCertificate,
  findDocument,
  findUsed,
} from '../persistence/certificate.repository.js';
import {
  findPriorityCertificate,
  type PriorityCertificateRow,
} from '../persistence/priority-certificate.repository.js';

type View = z.input<typeof verification>;

/** What anyone with a certificate's code may know: that it is genuine, what it is for, and how much is used. */
@Injectable()
export class VerifyCertificate {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `certificate.not-found`. */
  async execute(code: string): Promise<View> {
    // Use so far is a sum over the owner's units; no row of theirs leaves here.
    return this.unitOfWork.readMarket(async (tx) => {
      const found = await findCertificate(tx, { code });
      if (!found) throw new Refusal('certificate.not-found');
      const document = found.documentId === null ? null : await findDocument(tx, found.documentId);
      const used = await findUsed(tx, found.tradeId);
      const priority = await findPriorityCertificate(tx, found.tradeId);
      return {
        ...view(found, used, document?.sha256 ?? null, tx.now),
        priority: priority && summaryOf(priority),
      };
    });
  }
}

function view(row: CertificateRow, used: Quantities, pdf: Buffer | null, now: Date): Omit<View, 'priority'> {
  const { content } = row;
  const whole = parseQuantities(content);
  const remaining = subtractQuantities(whole, used);
  return {
    number: row.number,
    code: row.code,
    status: statusOf(row, remaining, now),
    issuedAt: row.issuedAt.toISOString(),
    validUntil: row.validUntil?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokeReason: row.revokeReason,
    quota: content.quota,
    quantities: formatQuantities(whole),
    used: formatQuantities(used),
    remaining: formatQuantities(remaining),
    tradeNumber: content.trade,
    listingNumber: content.listing,
    sellerName: content.seller.nameZh,
    buyerNameMasked: maskName(content.buyer.nameZh),
    priceCny: content.priceCny,
    origins: content.items.map((item) => ({
      projectNumber: item.project,
      county: item.county,
      quantities: formatQuantities(parseQuantities(item)),
    })),
    digest: row.digest.toString('hex'),
    pdfSha256: pdf?.toString('hex') ?? null,
  };
}

function statusOf(row: CertificateRow, remaining: Quantities, now: Date): View['status'] {
  if (row.status === 'revoked') return 'revoked';
  if (remaining.area + remaining.paddy + remaining.capacity === 0n) return 'used-up';
  return row.validUntil !== null && row.validUntil <= now ? 'expired' : 'valid';
}

/** Numbers instead of names: who bid and lost is nobody's business but the parties' and those who watch. */
function summaryOf({ number, digest, content }: PriorityCertificateRow): View['priority'] {
  return {
    number,
    digest: digest.toString('hex'),
    rule: content.rule,
    issuedAt: content.issuedAt,
    tiers: content.tiers.map(({ eligible, ...tier }) => ({
      ...tier,
      eligible: eligible.length,
      declined: eligible.filter(({ answer }) => answer === 'declined').length,
    })),
    margins: content.margins,
    breaches: content.breaches,
  };
}
