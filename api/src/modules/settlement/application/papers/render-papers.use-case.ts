import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../../kernel/config.js';
import { failpoint } from '../../../../kernel/failpoint.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { canonicalJson } from '../../domain/canonical.js';
import { findPaperKinds, insertPaper } from '../../persistence/paper.repository.js';
import { papersOf } from './paper-content.js';
import { Printer } from '../certificate-pdf/printer.js';
import { paperTitles } from './paper-pdf.js';

/** Makes what a trade still lacks of its papers, and keeps each with the hashes of its bytes and of what it says. */
@Injectable()
export class RenderPapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly printer: Printer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Job `trade.papers`. Twice is fine: a trade has one paper of a kind. */
  async execute(context: CommandContext, tradeId: string): Promise<void> {
    const open = await this.unitOfWork.readMarket(async (tx) => {
      const made = await findPaperKinds(tx, tradeId);
      return (await papersOf(tx, tradeId)).filter(({ kind }) => !made.has(kind));
    });
    const command = { name: 'settlement.render-paper', scope: 'market' } as const;
    for (const paper of open) {
      const contentDigest = createHash('sha256').update(canonicalJson(paper)).digest();
      const hex = contentDigest.toString('hex');
      const checkUrl = `${this.config.PUBLIC_URL.replace(/\/$/, '')}/api/v1/papers/${hex}`;
      const content = await this.printer.print({ kind: 'paper', content: paper, digest: hex, url: checkUrl });
      // Dead here: nothing is stored, and the paper is made again.
      failpoint('paper:after-render');
      const { kind } = paper;
      await this.unitOfWork.step(command, context, { tradeId, kind }, async (tx) => {
        const sha256 = createHash('sha256').update(content).digest();
        const fileName = `${paperTitles[kind]}-${paper.trade}.pdf`;
        const row = { kind, fileName, sha256, contentDigest, content };
        if (!(await insertPaper(tx, uuidv7(), tradeId, row))) return;
        tx.audit('paper', tradeId, { kind, sha256: sha256.toString('hex'), digest: hex });
        tx.notify('market', { trade: tradeId, paper: kind });
      });
    }
  }
}
