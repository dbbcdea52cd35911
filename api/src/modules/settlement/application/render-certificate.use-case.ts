import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { failpoint } from '../../../kernel/failpoint.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { attachDocument, findCertificate } from '../persistence/certificate.repository.js';
import { Printer } from './certificate-pdf/printer.js';

/** Makes a certificate's PDF and keeps it with its SHA-256; the certificate is valid without it. */
@Injectable()
export class RenderCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly printer: Printer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Job `certificate.render`. Throws when a character has no glyph, rather than print a box. */
  async execute(context: CommandContext, certificateId: string): Promise<void> {
    return this.render(context, { id: certificateId });
  }

  /** The same for the certificate of a trade; does nothing while it has none. */
  async executeOf(context: CommandContext, tradeId: string): Promise<void> {
    return this.render(context, { tradeId });
  }

  private async render(context: CommandContext, by: { id: string } | { tradeId: string }): Promise<void> {
    const found = await this.unitOfWork.readMarket((tx) => findCertificate(tx, by));
    if (!found || found.documentId !== null) return;
    const certificateId = found.id;
    const verifyUrl = `${this.config.PUBLIC_URL.replace(/\/$/, '')}/verify/${found.code}`;
    const content = await this.printer.print({
      kind: 'certificate',
      content: found.content,
      digest: found.digest.toString('hex'),
      url: verifyUrl,
    });
    // Dead here: nothing is stored, and the PDF is made again.
    failpoint('certificate:after-render');
    const command = { name: 'settlement.render-certificate', scope: 'market' } as const;
    await this.unitOfWork.step(command, context, { certificateId }, async (tx) => {
      const sha256 = createHash('sha256').update(content).digest();
      const document = {
        id: uuidv7(),
        fileName: `${found.number}.pdf`,
        mediaType: 'application/pdf',
        sha256,
        content,
      };
      if (!(await attachDocument(tx, certificateId, document))) return;
      tx.audit('certificate', certificateId, { sha256: sha256.toString('hex') });
    });
  }
}
