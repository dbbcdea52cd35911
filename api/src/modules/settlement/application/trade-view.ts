import { formatQuantities } from '@muheng/contracts/common/component';
import { type Fen, formatCny } from '@muheng/contracts/common/quantity';
import type { trade, tradeSummary } from '@muheng/contracts/settlement';
import type { z } from 'zod';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findLivePayment, type PaymentRow } from '../../payments/application/live-payment.js';
import { lateCharge } from '../domain/late-charge.js';
import { findCertificate } from '../persistence/certificate.repository.js';
import { findInstalments, type InstalmentRow } from '../persistence/instalment.repository.js';
import {
  findPriorityCertificate,
  type PriorityCertificateRow,
} from '../persistence/priority-certificate.repository.js';
import { findPaperKinds } from '../persistence/paper.repository.js';
import { findTradeDetail } from '../persistence/trade-detail.reads.js';
import { findTradeHead, type TradeHeadRow } from '../persistence/trade.reads.js';

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function tradeSummaryView(row: TradeHeadRow): z.input<typeof tradeSummary> {
  const { id, number, listingId, listingNumber, listingTitle, seller, buyer, quota, status } = row;
  return {
    id,
    number,
    listingId,
    listingNumber,
    listingTitle,
    seller,
    buyer,
    quota,
    status,
    quantities: formatQuantities(row.quantities),
    priceCny: formatCny(row.price),
    depositCny: formatCny(row.deposit),
    awardedAt: row.awardedAt.toISOString(),
    publicityEndsAt: row.publicityEndsAt.toISOString(),
    contractDueAt: instant(row.contractDueAt),
    paymentDueAt: instant(row.paymentDueAt),
    completedAt: instant(row.completedAt),
    certificateNumber: row.certificateNumber,
  };
}

/** A trade's whole file. The caller has checked that its reader may see it, and reads as the market. */
export async function tradeDetail(tx: Tx | ReadTx, tradeId: string): Promise<z.input<typeof trade>> {
  const head = await findTradeHead(tx, tradeId);
  if (!head) throw new Error(`trade ${tradeId} vanished`);
  const { items, steps, signatures, payouts } = await findTradeDetail(tx, tradeId);
  const balance = await findLivePayment(tx, 'trade', tradeId, 'balance');
  const charge = await findLivePayment(tx, 'trade', tradeId, 'late-charge');
  const owed = await findLivePayment(tx, 'trade', tradeId, 'compensation');
  const parts = (await findInstalments(tx, [tradeId])).get(tradeId) ?? [];
  const papers = await findPaperKinds(tx, tradeId);
  const certificate = await findCertificate(tx, { tradeId });
  const priority = await findPriorityCertificate(tx, tradeId);
  return {
    ...tradeSummaryView(head),
    items: items.map((item) => ({ ...item, quantities: formatQuantities(item.quantities) })),
    steps: steps.map(({ step, at }) => ({ step, at: at.toISOString() })),
    confirmedAt: instant(head.confirmedAt),
    signatures: {
      seller: signed(signatures.sellerAt, signatures.sellerName),
      buyer: signed(signatures.buyerAt, signatures.buyerName),
    },
    balance: balance && { amountCny: formatCny(balance.amount), paymentId: balance.id, state: balance.state },
    paidAt: instant(head.paidAt),
    transferredAt: instant(head.transferredAt),
    lateChargeCny: formatCny(head.lateCharge),
    late: lateView(head, charge, openAmount(head, parts), tx.now),
    instalments: parts.map(({ part, amount, dueAt, paymentId, state }) => ({
      part,
      amountCny: formatCny(amount),
      dueAt: dueAt.toISOString(),
      paymentId,
      state,
    })),
    compensation: owed && { amountCny: formatCny(owed.amount), paymentId: owed.id, state: owed.state },
    proceeds: payouts.map(({ id, to, partyCode, amount, state }) => ({
      to,
      partyCode,
      amountCny: formatCny(amount),
      payoutId: id,
      state,
    })),
    papers: [...papers].sort(),
    certificate: certificate && {
      id: certificate.id,
      number: certificate.number,
      code: certificate.code,
      digest: certificate.digest.toString('hex'),
      rendered: certificate.documentId !== null,
    },
    priority: priority && priorityView(priority),
  };
}

const signed = (at: Date | null, byName: string | null) =>
  at === null ? null : { at: at.toISOString(), byName: byName ?? '' };

export const priorityView = ({ number, content, digest }: PriorityCertificateRow) => ({
  number,
  content,
  digest: digest.toString('hex'),
});

/** What is due next: the balance, or the next part of it. */
const openAmount = ({ price, deposit }: TradeHeadRow, parts: readonly InstalmentRow[]): bigint =>
  parts.find(({ state }) => state !== 'succeeded')?.amount ?? price - deposit;

/** What paying late costs: as it was asked for, or as it would be now; null when nothing is late. */
function lateView(
  head: TradeHeadRow,
  charge: PaymentRow | null,
  open: bigint,
  now: Date,
): z.input<typeof trade>['late'] {
  if (head.lateCharge > 0n) {
    return {
      amountCny: formatCny(head.lateCharge),
      paymentId: charge?.id ?? null,
      state: charge?.state ?? null,
    };
  }
  if (head.status !== 'payment-due' || head.paymentDueAt === null) return null;
  const amount = lateCharge(open as Fen, head.paymentDueAt, now, head.policy);
  return amount === 0n ? null : { amountCny: formatCny(amount), paymentId: null, state: null };
}
