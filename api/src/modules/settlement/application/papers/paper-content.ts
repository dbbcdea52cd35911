import { formatQuantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { ReadTx } from '../../../../kernel/unit-of-work/read-tx.js';
import type { PaperKind } from '../../persistence/paper.repository.js';
import { findTradeDetail } from '../../persistence/trade-detail.reads.js';
import { findTradeHead } from '../../persistence/trade.reads.js';

/** All that a paper says, as it is hashed and printed; amounts and instants in wire form. */
export interface PaperContent {
  version: 1;
  kind: PaperKind;
  trade: string;
  listing: string;
  quota: 'SFQ' | 'LSQ';
  seller: string;
  buyer: string;
  priceCny: string;
  depositCny: string;
  balanceCny: string;
  lateChargeCny: string;
  areaHa: string;
  paddyHa: string;
  capacityKg: string;
  /** Who signed and when; of a contract and a receipt. */
  sellerSigned: string | null;
  buyerSigned: string | null;
  confirmedAt: string;
  contractDueAt: string | null;
  paymentDueAt: string | null;
  paidAt: string | null;
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
const signed = (at: Date | null, name: string | null): string | null =>
  at === null ? null : `${name ?? ''} ${at.toISOString()}`;

/**
 * The papers that a trade can have by now: the confirmation of sale once the result is final, the contract once both
 * have signed, the receipt once the price is there. Each says only what was true then, so it is the same whenever made.
 */
export async function papersOf(tx: ReadTx, tradeId: string): Promise<PaperContent[]> {
  const head = await findTradeHead(tx, tradeId);
  if (!head?.confirmedAt) return [];
  const { signatures } = await findTradeDetail(tx, tradeId);
  const both = signatures.sellerAt !== null && signatures.buyerAt !== null;
  const paper = (kind: PaperKind, isSigned: boolean, isPaid: boolean): PaperContent => ({
    version: 1,
    kind,
    trade: head.number,
    listing: head.listingNumber ?? head.listingTitle,
    quota: head.quota,
    seller: head.seller.nameZh,
    buyer: head.buyer.nameZh,
    priceCny: formatCny(head.price),
    depositCny: formatCny(isPaid ? head.deposit : 0n),
    balanceCny: formatCny(isPaid ? head.price - head.deposit : head.price),
    lateChargeCny: formatCny(isPaid ? head.lateCharge : 0n),
    ...formatQuantities(head.quantities),
    sellerSigned: isSigned ? signed(signatures.sellerAt, signatures.sellerName) : null,
    buyerSigned: isSigned ? signed(signatures.buyerAt, signatures.buyerName) : null,
    confirmedAt: head.confirmedAt?.toISOString() ?? '',
    contractDueAt: instant(head.contractDueAt),
    paymentDueAt: isPaid ? instant(head.paymentDueAt) : null,
    paidAt: isPaid ? instant(head.paidAt) : null,
  });
  return [
    paper('confirmation', false, false),
    ...(both ? [paper('contract', true, false)] : []),
    ...(head.paidAt ? [paper('receipt', true, true)] : []),
  ];
}
