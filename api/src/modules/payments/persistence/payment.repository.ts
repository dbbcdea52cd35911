import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { TransferInstructions } from '../domain/payment-answer.js';
import type { PaymentKind, PaymentState, PaymentSubject } from '../domain/payment-states.js';

export interface PaymentRow {
  id: string;
  kind: PaymentKind;
  subjectType: PaymentSubject;
  subjectId: string;
  /** 0, or which part of a debt that is paid in parts. */
  part: number;
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
  /** Wall clock of the first call to the provider. */
  sentAt: Date | null;
  resolvedAt: Date | null;
}

export const paymentColumns = `id, kind, subject_type as "subjectType", subject_id as "subjectId", part, party_id as "partyId", amount,
  refunded, applied, state, method, confirmed_at is not null as confirmed, card_token as "cardToken",
  customer_id as "customerId", attempt, key_spent as "keySpent", provider_id as "providerId", failure_code as "failureCode",
  instructions, requested_at as "requestedAt", sent_at as "sentAt", resolved_at as "resolvedAt"`;

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

export async function findPayments(tx: Tx | ReadTx, ids: readonly string[]): Promise<PaymentRow[]> {
  return tx.query<PaymentRow>(`select ${paymentColumns} from payment where id = any($1)`, [ids]);
}

/** Many at once, in the order of their ids. */
export async function lockPayments(tx: Tx, ids: readonly string[]): Promise<PaymentRow[]> {
  return tx.query<PaymentRow>(
    `select ${paymentColumns} from payment where id = any($1) order by id for no key update`,
    [ids],
  );
}

/**
 * The payment of a subject that is under way or done; null when there is none or it failed. Of a debt in parts: that
 * part, or without one the part that is open now, else the last.
 */
export async function findLivePayment(
  tx: Tx | ReadTx,
  subjectType: PaymentSubject,
  subjectId: string,
  kind: PaymentKind,
  part: number | null = null,
): Promise<PaymentRow | null> {
  const [row] = await tx.query<PaymentRow>(
    `select ${paymentColumns} from payment where subject_type = $1 and subject_id = $2 and kind = $3
       and state in ('requested', 'submitted', 'unknown', 'succeeded') and ($4::int is null or part = $4)
     order by state = 'succeeded', part desc limit 1`,
    [subjectType, subjectId, kind, part],
  );
  return row ?? null;
}

/** The same of many subjects, by subject. */
export async function findLivePayments(
  tx: Tx | ReadTx,
  subjectType: PaymentSubject,
  subjectIds: readonly string[],
  kind: PaymentKind,
): Promise<ReadonlyMap<string, PaymentRow>> {
  const rows = await tx.query<PaymentRow>(
    `select ${paymentColumns} from payment where subject_type = $1 and subject_id = any($2) and kind = $3
       and state in ('requested', 'submitted', 'unknown', 'succeeded')`,
    [subjectType, subjectIds, kind],
  );
  return new Map(rows.map((row) => [row.subjectId, row]));
}

export async function insertPayment(
  tx: Tx,
  payment: Pick<PaymentRow, 'id' | 'kind' | 'subjectType' | 'subjectId' | 'part' | 'partyId' | 'amount'>,
): Promise<void> {
  await tx.query(
    `insert into payment (id, kind, subject_type, subject_id, part, party_id, region_code, amount, state, requested_at)
     select $1, $2, $3, $4, $7, y.id, y.region_code, $6, 'requested', app_now() from party y where y.id = $5`,
    [
      payment.id,
      payment.kind,
      payment.subjectType,
      payment.subjectId,
      payment.partyId,
      payment.amount.toString(),
      payment.part,
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

/** The customer that a party's cards are charged under, where it has one. */
export async function findCardCustomers(
  tx: Tx,
  partyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (partyIds.length === 0) return new Map();
  const rows = await tx.query<{ partyId: string; customerId: string }>(
    `select y.id as "partyId", c.customer_id as "customerId" from unnest($1::uuid[]) as y (id)
     cross join lateral (select customer_id from payment
       where party_id = y.id and method = 'card' and customer_id is not null limit 1) c`,
    [partyIds],
  );
  return new Map(rows.map(({ partyId, customerId }) => [partyId, customerId]));
}

/** Written before the provider is called: from here on only a look-up or a webhook tells what happened. */
export async function markUnknown(
  tx: Tx,
  payments: readonly { id: string; customerId: string }[],
): Promise<void> {
  if (payments.length === 0) return;
  await tx.query(
    `update payment set state = 'unknown', customer_id = t.customer, checked_at = clock_timestamp(),
       sent_at = coalesce(sent_at, clock_timestamp())
     from unnest($1::uuid[], $2::text[]) as t (id, customer) where payment.id = t.id`,
    [payments.map(({ id }) => id), payments.map(({ customerId }) => customerId)],
  );
}

/** Spaces the next look-ups out. */
export async function markChecked(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('update payment set checked_at = clock_timestamp() where id = any($1)', [ids]);
}

export interface StoredAnswer {
  id: string;
  state: PaymentState;
  providerId: string | null;
  instructions: TransferInstructions | null;
  failureCode: string | null;
}

export async function storeAnswers(tx: Tx, answers: readonly StoredAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  await tx.query(
    `update payment set state = r.state, provider_id = coalesce(provider_id, r."providerId"),
       failure_code = r."failureCode", instructions = coalesce(r.instructions, payment.instructions),
       checked_at = clock_timestamp(),
       resolved_at = case when r.state in ('succeeded', 'failed', 'canceled') then app_now() end
     from jsonb_to_recordset($1::jsonb) as r (id uuid, state text, "providerId" text, instructions jsonb, "failureCode" text)
     where payment.id = r.id`,
    [JSON.stringify(answers)],
  );
}

/** What of a deposit goes into a price or is forfeited; the database refuses more than is there. */
export async function addApplied(tx: Tx, id: string, amount: bigint): Promise<void> {
  await tx.query('update payment set applied = applied + $2 where id = $1', [id, amount.toString()]);
}

export async function addRefunded(tx: Tx, id: string, amount: bigint): Promise<void> {
  await tx.query('update payment set refunded = refunded + $2 where id = $1', [id, amount.toString()]);
}

/** Parts of a trade's balance that have come, in their order. */
export async function findPaidParts(tx: Tx, tradeId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from payment where subject_type = 'trade' and subject_id = $1 and kind = 'balance' and part > 0
       and state = 'succeeded' order by part`,
    [tradeId],
  );
  return rows.map(({ id }) => id);
}
