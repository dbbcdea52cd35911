import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { PaymentState } from '../domain/payment-states.js';
import { paymentColumns, type PaymentRow } from './payment.repository.js';

export type PaymentWithParty = PaymentRow & { partyCode: string };

const select = `select ${paymentColumns}, (select y.code from party y where y.id = party_id) as "partyCode" from payment`;

export async function findPaymentWithParty(tx: ReadTx, id: string): Promise<PaymentWithParty | null> {
  const [row] = await tx.query<PaymentWithParty>(`${select} where id = $1`, [id]);
  return row ?? null;
}

export async function listPayments(
  tx: ReadTx,
  filter: {
    partyId: string | null;
    state: PaymentState | null;
    subjectId: string | null;
    before: string | null;
    limit: number;
  },
): Promise<PaymentWithParty[]> {
  return tx.query<PaymentWithParty>(
    `${select} where party_id = $1 and ($2::text is null or state = $2) and ($3::uuid is null or subject_id = $3)
       and ($4::uuid is null or id < $4)
     order by id desc limit $5`,
    [filter.partyId, filter.state, filter.subjectId, filter.before, filter.limit],
  );
}
