import { Inject, Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { CONFIG, type Config } from '../../../kernel/config.js';
import type { PaymentAnswer } from '../domain/payment-answer.js';
import type { OutgoingAnswer } from '../domain/payment-states.js';
import type { StatementLine } from '../persistence/statement.repository.js';
import {
  type Answered,
  asking,
  fromBalanceTransaction,
  fromIntent,
  fromPayout,
  fromRefund,
  stripeAmount,
} from './provider-answers.js';

const currency = 'cny';
const timeoutMs = 5_000;
const retriesMax = 2;

export interface PaymentToSubmit {
  id: string;
  /** 分. */
  amount: bigint;
  method: 'bank-transfer' | 'card';
  cardToken: string | null;
  customerId: string;
  attempt: number;
}

/**
 * The payment provider through its official client. Never called inside a transaction. Each call that changes
 * something carries a key made of our row's id, the step and the number of the try, so that sending it again is the
 * same act. The number changes only when a 500 has spent the key and a look-up has found nothing.
 */
@Injectable()
export class PaymentProvider {
  private readonly stripe: Stripe;

  constructor(@Inject(CONFIG) config: Config) {
    const base = config.STRIPE_API_BASE ? new URL(config.STRIPE_API_BASE) : null;
    this.stripe = new Stripe(config.STRIPE_API_KEY, {
      ...(base && {
        host: base.hostname,
        port: base.port || (base.protocol === 'http:' ? '80' : '443'),
        protocol: base.protocol === 'http:' ? 'http' : 'https',
      }),
      timeout: timeoutMs,
      maxNetworkRetries: retriesMax,
      telemetry: false,
    });
  }

  /** The customer made for one payment: its bank transfers get a sub-account of their own (随机子账号). */
  async createCustomer(paymentId: string, attempt: number): Promise<Answered<string>> {
    return asking(async () => {
      const customer = await this.stripe.customers.create(
        { metadata: { payment_id: paymentId } },
        { idempotencyKey: `payment-${paymentId}-customer-${attempt}` },
      );
      return customer.id;
    });
  }

  async submitPayment(payment: PaymentToSubmit): Promise<Answered<PaymentAnswer>> {
    const method =
      payment.method === 'card'
        ? { payment_method_types: ['card'], payment_method: payment.cardToken ?? '' }
        : {
            payment_method_types: ['customer_balance'],
            payment_method_data: { type: 'customer_balance' as const },
          };
    return asking(async () =>
      fromIntent(
        await this.stripe.paymentIntents.create(
          {
            amount: stripeAmount(payment.amount),
            currency,
            customer: payment.customerId,
            confirm: true,
            metadata: { payment_id: payment.id },
            ...method,
          },
          { idempotencyKey: `payment-${payment.id}-intent-${payment.attempt}` },
        ),
      ),
    );
  }

  /** Calls a payment off at the provider, so that no money can come by it any more; refused when it has come. */
  async cancelPayment(providerId: string): Promise<Answered<PaymentAnswer>> {
    // Calling off twice is calling off once, so no key of ours is needed, and none can be spent by a 500.
    return asking(async () => fromIntent(await this.stripe.paymentIntents.cancel(providerId)));
  }

  /** The provider's word on a payment, or null when it never heard of it. */
  async lookUpPayment(payment: {
    id: string;
    providerId: string | null;
    customerId: string | null;
    /** Wall clock of the first call; nothing older can be this payment. */
    sentAt: Date | null;
  }): Promise<Answered<PaymentAnswer | null>> {
    return asking(async () => {
      if (payment.providerId)
        return fromIntent(await this.stripe.paymentIntents.retrieve(payment.providerId));
      if (!payment.customerId) return null;
      const among = { customer: payment.customerId, created: { gte: secondsOf(payment.sentAt) }, limit: 100 };
      for await (const found of this.stripe.paymentIntents.list(among)) {
        if (found.metadata['payment_id'] === payment.id) return fromIntent(found);
      }
      return null;
    });
  }

  async submitRefund(refund: {
    id: string;
    attempt: number;
    amount: bigint;
    intentId: string;
  }): Promise<Answered<OutgoingAnswer>> {
    return asking(async () =>
      fromRefund(
        await this.stripe.refunds.create(
          {
            payment_intent: refund.intentId,
            amount: stripeAmount(refund.amount),
            metadata: { refund_id: refund.id },
          },
          { idempotencyKey: `refund-${refund.id}-${refund.attempt}` },
        ),
      ),
    );
  }

  async lookUpRefund(refund: {
    id: string;
    providerId: string | null;
    intentId: string;
  }): Promise<Answered<OutgoingAnswer | null>> {
    return asking(async () => {
      if (refund.providerId) return fromRefund(await this.stripe.refunds.retrieve(refund.providerId));
      for await (const found of this.stripe.refunds.list({ payment_intent: refund.intentId, limit: 100 })) {
        if (found.metadata?.['refund_id'] === refund.id) return fromRefund(found);
      }
      return null;
    });
  }

  async submitPayout(payout: {
    id: string;
    attempt: number;
    amount: bigint;
  }): Promise<Answered<OutgoingAnswer>> {
    return asking(async () =>
      fromPayout(
        await this.stripe.payouts.create(
          {
            amount: stripeAmount(payout.amount),
            currency,
            metadata: { payout_id: payout.id, attempt: String(payout.attempt) },
          },
          { idempotencyKey: `payout-${payout.id}-${payout.attempt}` },
        ),
      ),
    );
  }

  async lookUpPayout(payout: {
    id: string;
    attempt: number;
    providerId: string | null;
    /** Wall clock of the first call; nothing older can be ours. */
    sentAt: Date | null;
  }): Promise<Answered<OutgoingAnswer | null>> {
    return asking(async () => {
      if (payout.providerId) return fromPayout(await this.stripe.payouts.retrieve(payout.providerId));
      const among = { created: { gte: secondsOf(payout.sentAt) }, limit: 100 };
      for await (const found of this.stripe.payouts.list(among)) {
        const { payout_id: id, attempt } = found.metadata ?? {};
        if (id === payout.id && attempt === String(payout.attempt)) return fromPayout(found);
      }
      return null;
    });
  }

  /** A page of what the account has moved since an instant, newest first; `next` is null on the last one. */
  async statementPage(
    since: Date,
    after: string | null,
  ): Promise<Answered<{ lines: StatementLine[]; next: string | null }>> {
    return asking(async () => {
      const page = await this.stripe.balanceTransactions.list({
        limit: 100,
        created: { gte: Math.floor(since.getTime() / 1000) },
        expand: ['data.source'],
        ...(after === null ? {} : { starting_after: after }),
      });
      const lines = page.data.filter((line) => line.currency === currency).map(fromBalanceTransaction);
      return { lines, next: page.has_more ? (page.data.at(-1)?.id ?? null) : null };
    });
  }

  /** What stands on the market's account with the provider, arriving money included, in 分. */
  async balance(): Promise<Answered<bigint>> {
    return asking(async () => {
      const { available, pending } = await this.stripe.balance.retrieve();
      return [...available, ...pending].reduce(
        (sum, part) => (part.currency === currency ? sum + BigInt(part.amount) : sum),
        0n,
      );
    });
  }

  /** Demo and practice only: the payer's bank sends the money, through the provider's own test helper. */
  async fund(payment: { customerId: string; amount: bigint; reference: string }): Promise<Answered<null>> {
    return asking(async () => {
      await this.stripe.testHelpers.customers.fundCashBalance(payment.customerId, {
        amount: stripeAmount(payment.amount),
        currency,
        reference: payment.reference,
      });
      return null;
    });
  }
}

const clockSkewSeconds = 600;

/** From when on to look at the provider, whose clock may be another. */
const secondsOf = (sentAt: Date | null): number =>
  Math.max(0, Math.floor((sentAt?.getTime() ?? 0) / 1000) - clockSkewSeconds);
