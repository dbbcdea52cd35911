import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { failpoint } from '../../../kernel/failpoint.js';
import { Lane } from '../../../kernel/lane.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import {
  findCardCustomers,
  findPayments,
  lockPayments,
  markUnknown,
  type PaymentRow,
  skipCustomer,
  storeCustomer,
} from '../persistence/payment.repository.js';
import { freshKey, promptly } from './fresh-key.js';
import { PaymentProvider } from './payment-provider.js';
import { type PaidTrade, RecordPaymentAnswer } from './record-payment-answer.use-case.js';

type Ready = PaymentRow & { customerId: string };
interface Wanted {
  context: CommandContext;
  id: string;
}
/** sent: the row says unknown, and whoever asked sends it. customer: the provider must make one first. */
type Begun =
  | { next: 'send'; payment: Ready }
  | { next: 'customer'; payment: PaymentRow }
  | { next: 'nothing' };

const limits = { batch: 100, waiting: 10_000 };

/**
 * Sends confirmed payments to the provider, and looks up what became of them. Payments that wait at the same time are
 * read and written together. Between two lines that write, the process may die; what then stands in the database is
 * said beside each.
 */
@Injectable()
export class SubmitPayment {
  private readonly beginnings = new Lane<Wanted, Begun>((batch) => this.begin(batch), limits);
  private readonly looks = new Lane<string, PaymentRow | 'none'>((ids) => this.look(ids), limits);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly answers: RecordPaymentAnswer,
  ) {}

  /**
   * Job `payment.submit`. Does nothing unless the payment is requested and its payer has chosen a method. Answers the
   * trade that its money takes on.
   */
  async execute(context: CommandContext, id: string): Promise<PaidTrade> {
    failpoint('pay:before-unknown');
    let begun = await this.beginnings.submit({ context, id });
    if (begun.next === 'customer' && (await this.makeCustomer(context, begun.payment))) {
      begun = await this.beginnings.submit({ context, id });
    }
    if (begun.next !== 'send') return null;
    // Dead here: the row says unknown; a look-up by its customer finds nothing and sends it with the same key.
    failpoint('pay:before-provider');
    return this.send(context, begun.payment, true);
  }

  /** Job `payment.resolve`: after a webhook or a silence, the provider is asked what is true. */
  async resolve(context: CommandContext, id: string): Promise<PaidTrade> {
    const payment = await this.looks.submit(id);
    if (payment === 'none' || (payment.state !== 'submitted' && payment.state !== 'unknown')) return null;
    const answered = await this.provider.lookUpPayment(payment);
    if (answered.kind !== 'answer') return this.answers.execute(context, id, answered, null);
    const { value } = answered;
    if (value !== null) return this.answers.execute(context, id, { kind: 'answer', value }, null);
    // It never arrived there. The same key makes sending it again the same payment, even if the first call is
    // still on its way; after a 500, which is an end, another key makes it a new try.
    if (payment.state !== 'unknown' || payment.customerId === null) return null;
    const attempt = await freshKey(this.unitOfWork, context, 'payment', payment);
    failpoint('pay:after-fresh-key');
    if (attempt === null) return null;
    return this.send(context, { ...payment, customerId: payment.customerId, attempt }, false);
  }

  /** Calls off what its payer never paid. Whatever the provider answers, the look-up after it tells what is true. */
  async callOff(context: CommandContext, id: string): Promise<void> {
    const payment = await this.looks.submit(id);
    if (payment === 'none' || payment.state !== 'submitted' || payment.providerId === null) return;
    await this.provider.cancelPayment(payment.providerId);
    await this.resolve(context, id);
  }

  private async send(context: CommandContext, payment: Ready, first: boolean): Promise<PaidTrade> {
    const answered = await this.provider.submitPayment(payment);
    // Dead here: still unknown, and the look-up finds the payment by its customer.
    failpoint('pay:after-provider');
    const { id, attempt } = payment;
    const trade = await this.answers.execute(context, id, answered, { id, attempt, first });
    // Dead here: state and money were committed together, and the list of due work names the trade.
    failpoint('pay:after-answer');
    return trade;
  }

  /** Marks what can be sent as unknown, under the rows' locks: of two that begin, one sends. */
  private async begin(batch: readonly Wanted[]): Promise<Begun[]> {
    const [first] = batch;
    if (!first) return [];
    const ids = batch.map(({ id }) => id);
    let begun = new Map<string, Begun>();
    await this.unitOfWork.step(command('begin'), first.context, { ids }, async (tx) => {
      const open = (await lockPayments(tx, ids)).filter((row) => row.state === 'requested' && row.confirmed);
      const each = await withCustomers(tx, open);
      begun = new Map(each.map((one) => [one.payment.id, one]));
      await markUnknown(
        tx,
        each.flatMap((one) => (one.next === 'send' ? [one.payment] : [])),
      );
      return null;
    });
    return ids.map((id) => {
      const mine = begun.get(id) ?? { next: 'nothing' };
      begun.delete(id);
      return mine;
    });
  }

  private async look(ids: readonly string[]): Promise<(PaymentRow | 'none')[]> {
    const rows = await this.unitOfWork.readMarket((tx) => findPayments(tx, ids));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? 'none');
  }

  /** Dead after the call, before the write: the same key answers the same customer; at worst one stands empty. */
  private async makeCustomer(
    context: CommandContext,
    { id, attempt }: Pick<PaymentRow, 'id' | 'attempt'>,
  ): Promise<boolean> {
    const made = await this.provider.createCustomer(id, attempt);
    if (made.kind === 'answer') failpoint('pay:after-customer');
    return this.unitOfWork.step(command('store-customer'), context, { id }, async (tx) => {
      if (made.kind === 'answer') {
        await storeCustomer(tx, id, made.value);
        return true;
      }
      // Nothing has been asked for yet, so the payment simply stays requested and is tried again.
      if (made.kind !== 'silent' || !made.keySpent) return false;
      await skipCustomer(tx, id, attempt);
      if (attempt <= promptly) tx.publish('payment.submit', { subjectId: id });
      return false;
    });
  }
}

/** Each with the customer that it is asked under: its own, or for a card the one of its payer. */
async function withCustomers(
  tx: Tx,
  payments: readonly PaymentRow[],
): Promise<Exclude<Begun, { next: 'nothing' }>[]> {
  const cards = payments.filter(({ method, customerId }) => method === 'card' && customerId === null);
  const known = await findCardCustomers(tx, [...new Set(cards.map(({ partyId }) => partyId))]);
  return payments.map((payment) => {
    const card = payment.method === 'card' ? known.get(payment.partyId) : undefined;
    const customerId = payment.customerId ?? card ?? null;
    return customerId === null
      ? { next: 'customer', payment }
      : { next: 'send', payment: { ...payment, customerId } };
  });
}

const command = (step: string) => ({ name: `payments.${step}`, scope: 'market' }) as const;
