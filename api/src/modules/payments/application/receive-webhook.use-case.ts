import { Inject, Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { v5 as uuidv5 } from 'uuid';
import { systemActor } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { signedTooFarAhead } from '../domain/signature-age.js';
import { insertProviderEvent, subjectOf, type SubjectJob } from '../persistence/provider-event.repository.js';

/** Seconds. A notice signed longer ago may be a replay; one from the future has a wrong clock or a thief's. */
const ageMax = 300;
/** Makes the provider's event id a key of the write path. */
const eventKeys = 'b5f0c1de-5c1c-4f0e-9d43-0d3f6f3f2a77';

/**
 * Hears the provider's notices. A notice is only a hint that something changed: it is remembered by its id and the
 * worker asks the provider what is true, so order, repeats and loss of notices change nothing.
 */
@Injectable()
export class ReceiveWebhook {
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
    const event = this.verify(body, signature);
    const object = event.data.object as { id?: unknown; metadata?: unknown };
    const input = {
      event: event.id,
      type: event.type,
      object: typeof object.id === 'string' ? object.id : '',
    };
    const context = { actor: systemActor, key: uuidv5(event.id, eventKeys), requestId };
    const command = { name: 'payments.receive-webhook', scope: 'market' } as const;
    await this.unitOfWork.run(command, context, { event: event.id }, async (tx) => {
      // An id seen before, whatever it now says, is not acted on again.
      if (!(await insertProviderEvent(tx, input))) return;
      const subject = await subjectOf(tx, input.object, metadataOf(object.metadata));
      if (subject) wake(tx, subject);
    });
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

function metadataOf(metadata: unknown): Record<string, string> {
  if (typeof metadata !== 'object' || metadata === null) return {};
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => typeof value === 'string'));
}

function wake(tx: Tx, { job, subjectId }: SubjectJob): void {
  tx.publish(job, { subjectId });
}
