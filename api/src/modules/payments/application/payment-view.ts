import { formatCny } from '@muheng/contracts/common/quantity';
import type { payment, payout } from '@muheng/contracts/payments';
import type { z } from 'zod';
import type { PaymentRow } from '../persistence/payment.repository.js';
import type { PayoutRow } from '../persistence/payout.repository.js';

export function paymentView(row: PaymentRow, partyCode: string): z.input<typeof payment> {
  return {
    id: row.id,
    kind: row.kind,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    partyCode,
    amountCny: formatCny(row.amount),
    refundedCny: formatCny(row.refunded),
    state: row.state,
    method: row.method,
    instructions: row.instructions,
    failureCode: row.failureCode,
    requestedAt: row.requestedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}

export function payoutView(row: PayoutRow): z.input<typeof payout> {
  const { id, tradeId, tradeNumber, ordinal, beneficiary, byName, names, partyCode, state } = row;
  return {
    id,
    tradeId,
    tradeNumber,
    ordinal,
    beneficiary,
    byName,
    names,
    partyCode,
    amountCny: formatCny(row.amount),
    state,
    preparedBy: row.preparedByName,
    releasedBy: row.releasedByName,
    createdAt: row.createdAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}
