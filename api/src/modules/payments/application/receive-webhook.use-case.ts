import { Inject, Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { systemActor } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Lane } from '../../../kernel/lane.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { signedTooFarAhead } from '../domain/signature-age.js';
import { type ProviderEvent, rememberEvents } from '../persistence/provider-event.repository.js';

/** Seconds. A notice signed longer ago may be a replay; one from the future has a wrong clock or a thief's. */
const ageMax = 300;
const limits = { batch: 200, waiting: 10_000 };

interface Notice {
  input: ProviderEvent;
  requestId: string;
}

/**
 * Hears the provider's notices. A notice is only a hint that something changed: it is remembered by its id and the
 * worker asks the provider what is true, so order, repeats and loss of notices change nothing.
 */
@Injectable()
export class ReceiveWebhook {
  private readonly lane = new Lane<Notice, true>((batch) => this.remember(batch), limits);
  private readonly secrets: readonly string[];
  private readonly stripe = new Stripe('sk_unused_for_signatures');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) config: Config,
  ) {
    // Two secrets stand side by side while one is being retired.
    this.secrets = config.STRIPE_WEBHOOK_SECRET.split(',').map((secret) => secret.trim());
  }

  /** Throws `payment.bad-signature`, `payment.stale-notice`; nothing is stored then. */
  async execute(body: Buffer, signature: string, requestId: string): Promise<void> {
    const { id: event, type, data } = this.verify(body, signature);
    const object = data.object as { id?: unknown; metadata?: unknown };
    const input = {
      event,
      type,
      object: typeof object.id === 'string' ? object.id : '',
      subject: ourIdIn(object.metadata),
    };
    await this.lane.submit({ input, requestId });
  }

  /** The event's id is the key: it is in the table once, and only who put it there acts on it. */
  private async remember(batch: readonly Notice[]): Promise<true[]> {
    const command = { name: 'payments.receive-webhook', scope: 'market' } as const;
    const context = { actor: systemActor, key: '', requestId: batch[0]?.requestId ?? '' };
    const events = batch.map(({ input }) => input);
    await this.unitOfWork.step(command, context, { events: events.map(({ event }) => event) }, async (tx) => {
      for (const { job, subjectId } of await rememberEvents(tx, events)) tx.publish(job, { subjectId });
    });
    return batch.map(() => true);
  }

  private verify(body: Buffer, signature: string): Stripe.Event {
    if (signedTooFarAhead(signature, Date.now())) throw new Refusal('payment.stale-notice');
    for (const secret of this.secrets) {
      try {
        return this.stripe.webhooks.constructEvent(body, signature, secret, ageMax);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeSignatureVerificationError))
          throw new Refusal('payment.bad-signature');
      }
    }
    throw new Refusal('payment.bad-signature');
  }
}

/** Our row's id, which we gave the provider with whatever we had it make. */
function ourIdIn(metadata: unknown): string {
  if (typeof metadata !== 'object' || metadata === null) return '';
  for (const name of ['payment_id', 'refund_id', 'payout_id']) {
    const value: unknown = Reflect.get(metadata, name);
    if (typeof value === 'string') return value;
  }
  return '';
}
