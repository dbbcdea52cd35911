import { Injectable } from '@nestjs/common';
import type { payment, paymentPage, paymentQuery, payoutPage, payoutQuery } from '@muheng/contracts/payments';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findPaymentWithParty, listPayments } from '../persistence/payment.reads.js';
import { listPayouts } from '../persistence/payout.repository.js';
import { paymentView, payoutView } from './payment-view.js';

/** Payments and payouts as their parties and supervisors may see them: row-level security decides which. */
@Injectable()
export class PaymentQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The actor's own party's payments, newest first. */
  async mine(actor: Actor, query: z.output<typeof paymentQuery>): Promise<z.input<typeof paymentPage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listPayments(tx, {
        partyId: actor.partyId,
        state: query.state ?? null,
        subjectId: query.subjectId ?? null,
        before: query.cursor ?? null,
        limit: query.limit + 1,
      });
      return paged(rows, query.limit, (row) => paymentView(row, row.partyCode));
    });
  }

  /** Throws `payment.not-found`, also for another party's payment. */
  async one(actor: Actor, id: string): Promise<z.input<typeof payment>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const row = await findPaymentWithParty(tx, id);
      if (!row) throw new Refusal('payment.not-found', { params: { payment: id } });
      return paymentView(row, row.partyCode);
    });
  }

  /** Payouts in the order in which they arose. */
  async payouts(actor: Actor, query: z.output<typeof payoutQuery>): Promise<z.input<typeof payoutPage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listPayouts(tx, {
        state: query.state ?? null,
        tradeId: query.tradeId ?? null,
        after: query.cursor ?? null,
        limit: query.limit + 1,
      });
      return paged(rows, query.limit, payoutView);
    });
  }
}

/** One row more than asked for says that there is another page; ids are in time order, so they are the cursor. */
function paged<Row extends { id: string }, View>(rows: Row[], limit: number, view: (row: Row) => View) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? last.id : null };
}
