import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { RefundState } from '../domain/payment-states.js';

export interface RefundRow {
  id: string;
  paymentId: string;
  partyId: string;
  /** 分. */
  amount: bigint;
  reason: string;
  state: RefundState;
  providerId: string | null;
  attempt: number;
  keySpent: boolean;
}

const columnsOf = (r: string): string =>
  `${r}.id, ${r}.payment_id as "paymentId", ${r}.party_id as "partyId", ${r}.amount, ${r}.reason, ${r}.state,
  ${r}.provider_id as "providerId", ${r}.attempt, ${r}.key_spent as "keySpent"`;
const columns = columnsOf('refund');

/** Many at once, in the order of their ids. */
export async function lockRefunds(tx: Tx, ids: readonly string[]): Promise<RefundRow[]> {
  return tx.query<RefundRow>(
    `select ${columns} from refund where id = any($1) order by id for no key update`,
    [ids],
  );
}

/** The refunds that payments already have for a reason, but for those that failed: id by payment. */
export async function findRefundsFor(
  tx: Tx,
  asked: readonly { paymentId: string; reason: string }[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; paymentId: string }>(
    `select id, payment_id as "paymentId" from refund
     join unnest($1::uuid[], $2::text[]) as t (payment, why) on payment_id = payment and reason = why
     where state <> 'failed'`,
    [asked.map(({ paymentId }) => paymentId), asked.map(({ reason }) => reason)],
  );
  return new Map(rows.map(({ id, paymentId }) => [paymentId, id]));
}

export interface NewRefund extends Pick<RefundRow, 'id' | 'paymentId' | 'amount' | 'reason'> {
  dueAt: Date | null;
}

/** With what each payment has given back now. */
export async function insertRefunds(tx: Tx, refunds: readonly NewRefund[]): Promise<void> {
  await tx.query(
    `with asked as (
       select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::timestamptz[])
         as t (id, payment_id, amount, reason, due_at)
     ), given as (
       update payment p set refunded = refunded + a.amount from asked a where p.id = a.payment_id
     )
     insert into refund (id, payment_id, party_id, region_code, amount, reason, state, due_at, requested_at)
     select a.id, p.id, p.party_id, p.region_code, a.amount, a.reason, 'requested', a.due_at, app_now()
     from asked a join payment p on p.id = a.payment_id`,
    [
      refunds.map(({ id }) => id),
      refunds.map(({ paymentId }) => paymentId),
      refunds.map(({ amount }) => amount.toString()),
      refunds.map(({ reason }) => reason),
      refunds.map(({ dueAt }) => dueAt),
    ],
  );
}

/** A refund with the provider's id of the payment that it goes back from. */
export type SendableRefund = RefundRow & { intentId: string };

/**
 * Marks what was only asked for as unknown, before the provider is called: from here on only a look-up or a webhook
 * tells what happened. Answers what is to be sent.
 */
export async function beginRefunds(tx: Tx, ids: readonly string[]): Promise<SendableRefund[]> {
  return tx.query<SendableRefund>(
    `with asked as (
       select id from refund where id = any($1) and state = 'requested' order by id for no key update
     ), begun as (
       update refund r set state = 'unknown', checked_at = clock_timestamp() from asked a where r.id = a.id returning r.*
     )
     select ${columnsOf('r')}, p.provider_id as "intentId" from begun r
     join payment p on p.id = r.payment_id and p.provider_id is not null`,
    [ids],
  );
}

export async function findSendableRefund(tx: ReadTx, id: string): Promise<SendableRefund | null> {
  const [row] = await tx.query<SendableRefund>(
    `select ${columnsOf('r')}, p.provider_id as "intentId" from refund r
     join payment p on p.id = r.payment_id and p.provider_id is not null where r.id = $1`,
    [id],
  );
  return row ?? null;
}

export interface StoredRefund {
  id: string;
  state: RefundState;
  providerId: string | null;
  failureCode: string | null;
}

export async function storeRefunds(tx: Tx, refunds: readonly StoredRefund[]): Promise<void> {
  if (refunds.length === 0) return;
  await tx.query(
    `update refund set state = t.state, provider_id = coalesce(provider_id, t.provider), failure_code = t.failure,
       checked_at = clock_timestamp(),
       resolved_at = case when t.state in ('succeeded', 'failed') then coalesce(resolved_at, app_now()) end
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as t (id, state, provider, failure)
     where refund.id = t.id`,
    [
      refunds.map(({ id }) => id),
      refunds.map(({ state }) => state),
      refunds.map(({ providerId }) => providerId),
      refunds.map(({ failureCode }) => failureCode),
    ],
  );
}
