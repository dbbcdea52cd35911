import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findReading, insertLines, storeReading } from '../persistence/statement.repository.js';
import { PaymentProvider } from './payment-provider.js';

const clockSkewMs = 600_000;

/** Reads what the provider's account has moved since the last time, so that the journal can be held against it. */
@Injectable()
export class ReadProviderStatement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
  ) {}

  /**
   * Answers how many lines were new; null when the provider gives no answer. Dead between two pages: the pages before
   * are kept, and the next reading begins where the last whole one ended.
   */
  async execute(context: CommandContext): Promise<number | null> {
    const before = await this.unitOfWork.readMarket((tx) => findReading(tx, 'provider'));
    const since = before === null ? new Date(0) : new Date(before.through.getTime() - clockSkewMs);
    const through = new Date();
    const command = { name: 'payments.read-statement', scope: 'market' } as const;
    let fresh = 0;
    for (let after: string | null = null; ; ) {
      const page = await this.provider.statementPage(since, after);
      if (page.kind !== 'answer') return null;
      const { lines, next } = page.value;
      fresh += await this.unitOfWork.step(command, context, { after }, async (tx) => {
        const kept = lines.length > 0 ? await insertLines(tx, 'provider', lines) : 0;
        if (next === null) await storeReading(tx, 'provider', { since, through });
        return kept;
      });
      if (next === null) return fresh;
      after = next;
    }
  }
}
