import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { TransferInstructions } from '../domain/payment-answer.js';
import type { PaymentKind, PaymentState, PaymentSubject } from '../domain/payment-states.js';

export interface PaymentRow {
  id: string;
  kind: PaymentKind;
  subjectType: PaymentSubject;
  subjectId: string;
  partyId: string;
  /** 分. */
  amount: bigint;
  refunded: bigint;
  applied: bigint;
  state: PaymentState;
  method: 'bank-transfer' | 'card';
  confirmed: boolean;
  cardToken: string | null;
  customerId: string | null;
  /** The number of the try that is under way with the provider, and whether its key has brought a 500. */
  attempt: number;
  keySpent: boolean;
  providerId: string | null;
  failureCode: string | null;
  instructions: TransferInstructions | null;
  requestedAt: Date;
  resolvedAt: Date | null;
}

export const paymentColumns = `id, kind, subject_type as "subjectType", subject_id as "subjectId", party_id as "partyId", amount,
  refunded, applied, state, method, confirmed_at is not null as confirmed, card_token as "cardToken",
  customer_id as "customerId", attempt, key_spent as "keySpent", provider_id as "providerId", failure_code as "failureCode",
  instructions, requested_at as "requestedAt", resolved_at as "resolvedAt"`;

export async function findPayment(tx: Tx | ReadTx, id: string): Promise<PaymentRow | null> {
  const [row] = await tx.query<PaymentRow>(`select ${paymentColumns} from payment where id = $1`, [id]);
  return row ?? null;
}

/** Its row lock is what makes each change of a payment happen once. */
export async function lockPayment(tx: Tx, id: string): Promise<PaymentRow | null> {
  const [row] = await tx.query<PaymentRow>(
    `select ${paymentColumns} from payment where id = $1 for no key update`,
    [id],
  );
  return row ?? null;
}

/** The one payment of a subject that is under way or done; null when there is none or it failed. */
export async function findLivePayment(
  tx: Tx | ReadTx,
  subjectType: PaymentSubject,
  subjectId: string,
  kind: PaymentKind,
): Promise<PaymentRow | null> {
  const [row] = await tx.query<PaymentRow>(
    `select ${paymentColumns} from payment where subject_type = $1 and subject_id = $2 and kind = $3
       and state in ('requested', 'submitted', 'unknown', 'succeeded')`,
    [subjectType, subjectId, kind],
  );
  return row ?? null;
}

export async function insertPayment(
  tx: Tx,
  payment: Pick<PaymentRow, 'id' | 'kind' | 'subjectType' | 'subjectId' | 'partyId' | 'amount'>,
): Promise<void> {
  await tx.query(
    `insert into payment (id, kind, subject_type, subject_id, party_id, region_code, amount, state, requested_at)
     select $1, $2, $3, $4, y.id, y.region_code, $6, 'requested', app_now() from party y where y.id = $5`,
    [
      payment.id,
      payment.kind,
      payment.subjectType,
      payment.subjectId,
      payment.partyId,
      payment.amount.toString(),
    ],
  );
}

/** The payer has chosen how to pay. */
export async function confirmPayment(
  tx: Tx,
  id: string,
  method: PaymentRow['method'],
  cardToken: string | null,
): Promise<void> {
  await tx.query('update payment set method = $2, card_token = $3, confirmed_at = app_now() where id = $1', [
    id,
    method,
    cardToken,
  ]);
}

export async function storeCustomer(tx: Tx, id: string, customerId: string): Promise<void> {
  await tx.query('update payment set customer_id = coalesce(customer_id, $2) where id = $1', [
    id,
    customerId,
  ]);
}

/** A customer that the provider answered with a 500 is asked for under the next number; at worst one stands empty. */
export async function skipCustomer(tx: Tx, id: string, attempt: number): Promise<void> {
  await tx.query(
    `update payment set attempt = attempt + 1 where id = $1 and attempt = $2 and customer_id is null`,
    [id, attempt],
  );
}

/** Written before the provider is called: from here on only a look-up or a webhook tells what happened. */
export async function markUnknown(tx: Tx, id: string): Promise<void> {
  await tx.query(`update payment set state = 'unknown', checked_at = clock_timestamp() where id = $1`, [id]);
}

/** Spaces the next look-up out. */
export async function markChecked(tx: Tx, id: string): Promise<void> {
  await tx.query('update payment set checked_at = clock_timestamp() where id = $1', [id]);
}

export async function storeAnswer(
  tx: Tx,
  id: string,
  state: PaymentState,
  answer: {
    providerId: string | null;
    instructions: TransferInstructions | null;
    failureCode: string | null;
  },
): Promise<void> {
  await tx.query(
    `update payment set state = $2, provider_id = coalesce(provider_id, $3), failure_code = $4,
       instructions = coalesce($5::jsonb, instructions), checked_at = clock_timestamp(),
       resolved_at = case when $2 in ('succeeded', 'failed', 'canceled') then app_now() end
     where id = $1`,
    [
      id,
      state,
      answer.providerId,
      answer.failureCode,
      answer.instructions && JSON.stringify(answer.instructions),
    ],
  );
}

/** What of a deposit goes into a price or is forfeited; the database refuses more than is there. */
export async function addApplied(tx: Tx, id: string, amount: bigint): Promise<void> {
  await tx.query('update payment set applied = applied + $2 where id = $1', [id, amount.toString()]);
}

export async function addRefunded(tx: Tx, id: string, amount: bigint): Promise<void> {
  await tx.query('update payment set refunded = refunded + $2 where id = $1', [id, amount.toString()]);
}
