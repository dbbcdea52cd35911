import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { RefundState } from '../domain/payment-states.js';
import { paymentColumns, type PaymentRow } from './payment.repository.js';
import type { CoverRow } from './wallet.repository.js';

interface CoverView extends CoverRow {
  listingNumber: string | null;
  listingTitle: string;
  coveredAt: Date;
  resolvedAt: Date | null;
}

export async function listCovers(tx: Tx | ReadTx, partyId: string, limit: number): Promise<CoverView[]> {
  return tx.query(
    `select c.registration_id as "registrationId", c.listing_id as "listingId", c.party_id as "partyId", c.amount, c.used,
       c.state, c.covered_at as "coveredAt", c.resolved_at as "resolvedAt", l.number as "listingNumber",
       l.title as "listingTitle"
     from deposit_cover c join listing l on l.id = c.listing_id
     where c.party_id = $1 order by c.state <> 'held', c.covered_at desc, c.registration_id limit $2`,
    [partyId, limit],
  );
}

export async function listTopUps(tx: Tx | ReadTx, partyId: string, limit: number): Promise<PaymentRow[]> {
  return tx.query(
    `select ${paymentColumns} from payment where party_id = $1 and subject_type = 'wallet' order by id desc limit $2`,
    [partyId, limit],
  );
}

interface WithdrawalRow {
  id: string;
  amount: bigint;
  state: RefundState;
  requestedAt: Date;
  resolvedAt: Date | null;
}

export async function listWithdrawals(
  tx: Tx | ReadTx,
  partyId: string,
  limit: number,
): Promise<WithdrawalRow[]> {
  return tx.query(
    `select r.id, r.amount, r.state, r.requested_at as "requestedAt", r.resolved_at as "resolvedAt"
     from refund r join payment p on p.id = r.payment_id
     where r.party_id = $1 and p.subject_type = 'wallet' order by r.id desc limit $2`,
    [partyId, limit],
  );
}
