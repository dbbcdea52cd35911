import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Lane } from '../../../kernel/lane.js';
import { stepOf } from '../../../kernel/unit-of-work/step-of.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import type { PaymentAnswer } from '../domain/payment-answer.js';
import { applyPaymentAnswers } from './apply-payment-answers.js';
import { noteSilence } from './fresh-key.js';
import type { Answered } from './provider-answers.js';

/** The call that was answered, when it sent something; null for a look-up. */
type Sent = { id: string; attempt: number; first: boolean } | null;

interface Heard {
  context: CommandContext;
  id: string;
  answered: Answered<PaymentAnswer>;
  sent: Sent;
}

const limits = { batch: 100, waiting: 10_000 };

/** Writes down what the provider has said. Answers that come at the same time are written together. */
@Injectable()
export class RecordPaymentAnswer {
  private readonly lane = new Lane<Heard, true>((batch) => this.record(batch), limits);

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(
    context: CommandContext,
    id: string,
    answered: Answered<PaymentAnswer>,
    sent: Sent,
  ): Promise<void> {
    await this.lane.submit({ context, id, answered, sent });
  }

  /** Several answers about one payment are taken one after the other, each in a set of its own. */
  private async record(batch: readonly Heard[]): Promise<true[]> {
    for (let rest = [...batch]; rest.length > 0; ) {
      const once = new Map<string, Heard>();
      const later: Heard[] = [];
      for (const heard of rest) {
        if (once.has(heard.id)) later.push(heard);
        else once.set(heard.id, heard);
      }
      await this.write([...once.values()]);
      rest = later;
    }
    return batch.map(() => true);
  }

  private async write(set: readonly Heard[]): Promise<void> {
    const [first] = set;
    if (!first) return;
    const command = { name: 'payments.record-answer', scope: 'market' } as const;
    const ids = set.map(({ id }) => id);
    await this.unitOfWork.run(command, stepOf(first.context), { ids }, async (tx) => {
      for (const { sent, answered } of set) {
        if (sent) await noteSilence(tx, 'payment', sent, answered);
      }
      await applyPaymentAnswers(tx, new Map(set.map(({ id, answered }) => [id, answered])));
    });
  }
}
