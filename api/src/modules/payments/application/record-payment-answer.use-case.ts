import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Lane } from '../../../kernel/lane.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import type { PaymentAnswer } from '../domain/payment-answer.js';
import { applyPaymentAnswers } from './apply-payment-answers.js';
import { noteSilence, type SentCall } from './fresh-key.js';
import { inSets } from './in-sets.js';
import type { Answered } from './provider-answers.js';

interface Heard {
  context: CommandContext;
  id: string;
  answered: Answered<PaymentAnswer>;
  /** Null for a look-up. */
  sent: SentCall | null;
}

/** The trade whose money an answer was; null for any other answer. */
export type PaidTrade = string | null;

const limits = { batch: 100, waiting: 10_000 };

/** Writes down what the provider has said. Answers that come at the same time are written together. */
@Injectable()
export class RecordPaymentAnswer {
  private readonly lane = new Lane<Heard, PaidTrade>(
    (batch) => inSets(batch, (set) => this.write(set)),
    limits,
  );

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(
    context: CommandContext,
    id: string,
    answered: Answered<PaymentAnswer>,
    sent: SentCall | null,
  ): Promise<PaidTrade> {
    return this.lane.submit({ context, id, answered, sent });
  }

  /** Answers the trade of each payment whose money has come, by the payment. */
  private async write(set: readonly Heard[]): Promise<ReadonlyMap<string, string>> {
    const [first] = set;
    if (!first) return new Map();
    const command = { name: 'payments.record-answer', scope: 'market' } as const;
    const ids = set.map(({ id }) => id);
    const trades = await this.unitOfWork.step(command, first.context, { ids }, async (tx) => {
      for (const { sent, answered } of set) {
        if (sent) await noteSilence(tx, 'payment', sent, answered);
      }
      const paid = await applyPaymentAnswers(tx, new Map(set.map(({ id, answered }) => [id, answered])));
      return paid.flatMap(({ id, subjectType, subjectId }): [string, string][] =>
        subjectType === 'trade' ? [[id, subjectId]] : [],
      );
    });
    return new Map(trades);
  }
}
