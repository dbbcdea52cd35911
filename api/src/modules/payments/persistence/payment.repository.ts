import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type PaymentKind = 'deposit' | 'balance' | 'late-charge';
export type PaymentSubject = 'registration' | 'trade';
export type PaymentState = 'requested' | 'submitted' | 'unknown' | 'succeeded' | 'failed' | 'canceled';

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
  providerId: string | null;
  failureCode: string | null;
}

const columns = `id, kind, subject_type as "subjectType", subject_id as "subjectId", party_id as "partyId", amount,
  refunded, applied, state, method, confirmed_at is not null as confirmed, card_token as "cardToken",
  customer_id as "customerId", provider_id as "providerId", failure_code as "failureCode"`;

export async function findPayment(tx: Tx | ReadTx, id: string): Promise<PaymentRow | null> {
  const [row] = await tx.query<PaymentRow>(`select ${columns} from payment where id = $1`, [id]);
  return row ?? null;
}

/** Its row lock is what makes each change of a payment happen once. */
export async function lockPayment(tx: Tx, id: string): Promise<PaymentRow | null> {
  const [row] = await tx.query<PaymentRow>(`select ${columns} from payment where id = $1 for no key update`, [id]);
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
    `select ${columns} from payment where subject_type = $1 and subject_id = $2 and kind = $3
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
    [payment.id, payment.kind, payment.subjectType, payment.subjectId, payment.partyId, payment.amount.toString()],
  );
}
