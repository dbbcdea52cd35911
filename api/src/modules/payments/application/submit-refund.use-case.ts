import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { failpoint } from '../../../kernel/failpoint.js';
import { Lane } from '../../../kernel/lane.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import type { OutgoingAnswer } from '../domain/payment-states.js';
import { beginRefunds, findSendableRefund, type SendableRefund } from '../persistence/refund.repository.js';
import { applyRefundAnswers } from './apply-refund-answers.js';
import { freshKey, noteSilence, type SentCall } from './fresh-key.js';
import { inSets } from './in-sets.js';
import { PaymentProvider } from './payment-provider.js';
import type { Answered } from './provider-answers.js';

interface Wanted {
  context: CommandContext;
  id: string;
}
interface Heard extends Wanted {
  answered: Answered<OutgoingAnswer>;
  /** Null for a look-up. */
  sent: SentCall | null;
}

const limits = { batch: 100, waiting: 10_000 };

/**
 * Sends refunds and looks up what became of them. The money already stands in `gateway-clearing`. Refunds that wait at
 * the same time are read and written together.
 */
@Injectable()
export class SubmitRefund {
  private readonly beginnings = new Lane<Wanted, SendableRefund | null>((batch) => this.begin(batch), limits);
  private readonly answers = new Lane<Heard, null>(
    (batch) => inSets(batch, (set) => this.record(set)),
    limits,
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
  ) {}

  /** Job `refund.submit`. */
  async execute(context: CommandContext, id: string): Promise<void> {
    const refund = await this.beginnings.submit({ context, id });
    // Dead here: unknown; the look-up lists the payment's refunds, finds none of ours and sends it with the same key.
    failpoint('refund:before-provider');
    if (refund) await this.send(context, refund, true);
  }

  /** Job `refund.resolve`. */
  async resolve(context: CommandContext, id: string): Promise<void> {
    const refund = await this.unitOfWork.readMarket((tx) => findSendableRefund(tx, id));
    if (!refund || refund.state === 'requested' || refund.state === 'failed') return;
    const answered = await this.provider.lookUpRefund(refund);
    if (answered.kind === 'answer' && answered.value === null) {
      if (refund.state !== 'unknown') return;
      const attempt = await freshKey(this.unitOfWork, context, 'refund', refund);
      failpoint('refund:after-fresh-key');
      if (attempt !== null) await this.send(context, { ...refund, attempt }, false);
      return;
    }
    await this.answers.submit({ context, id, answered: answered as Answered<OutgoingAnswer>, sent: null });
  }

  private async send(context: CommandContext, refund: SendableRefund, first: boolean): Promise<void> {
    const answered = await this.provider.submitRefund(refund);
    // Dead here: still unknown, and the look-up finds the refund by its metadata.
    failpoint('refund:after-provider');
    const { id, attempt } = refund;
    await this.answers.submit({ context, id, answered, sent: { id, attempt, first } });
  }

  /** Of two that begin the same refund, one sends. */
  private async begin(batch: readonly Wanted[]): Promise<(SendableRefund | null)[]> {
    const [first] = batch;
    if (!first) return [];
    const ids = batch.map(({ id }) => id);
    const begun = await this.unitOfWork.step(command('begin-refund'), first.context, { ids }, (tx) =>
      beginRefunds(tx, ids),
    );
    const byId = new Map(begun.map((refund) => [refund.id, refund]));
    return ids.map((id) => {
      const mine = byId.get(id) ?? null;
      byId.delete(id);
      return mine;
    });
  }

  private async record(set: readonly Heard[]): Promise<ReadonlyMap<string, null>> {
    const [first] = set;
    if (!first) return new Map();
    const ids = set.map(({ id }) => id);
    await this.unitOfWork.step(command('record-refund'), first.context, { ids }, async (tx) => {
      for (const { sent, answered } of set) {
        if (sent) await noteSilence(tx, 'refund', sent, answered);
      }
      await applyRefundAnswers(tx, new Map(set.map(({ id, answered }) => [id, answered])));
    });
    return new Map();
  }
}

const command = (step: string) => ({ name: `payments.${step}`, scope: 'market' }) as const;
