import { createHash } from 'node:crypto';
import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { findPriorityRecords } from '../../../quota-bank/application/priority-record.js';
import { canonicalJson } from '../../domain/canonical.js';
import { tiersOf } from '../../domain/priority.js';
import { certificateFactsOf } from '../../persistence/certificate-facts.repository.js';
import { nextNumber } from '../../persistence/number-series.js';
import {
  findBreaches,
  findEligible,
  findPriorityFacts,
  insertPriorityCertificate,
  type PriorityContent,
  type PriorityFacts,
} from '../../persistence/priority-certificate.repository.js';
import type { TradeRow } from '../../persistence/trade.repository.js';

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/**
 * The proof that county-first held for this trade (domain §8): the tiers and what each answered, the seller's margins
 * at notice, close and transfer, the rule's version, and the regulator's word where there was a breach. Its digest is
 * in the audit log, whose signed root the regulator holds. Issued with the trade's certificate, in one transaction.
 */
export async function issuePriorityCertificate(tx: Tx, trade: TradeRow): Promise<void> {
  const told = await findPriorityFacts(tx, trade.listingId);
  // Nothing was put up for everybody, so nobody came before anybody.
  if (!told) return;
  const number = await nextNumber(tx, `NX-YX-${shanghaiYear(tx.now)}`);
  const content = await contentOf(tx, trade, number, told);
  const id = uuidv7();
  const digest = createHash('sha256').update(canonicalJson(content)).digest();
  await insertPriorityCertificate(tx, trade, { id, number, content, digest, issuedAt: tx.now });
  tx.audit('priority-certificate', id, { number, digest: digest.toString('hex') });
}

async function contentOf(
  tx: Tx,
  trade: TradeRow,
  number: string,
  told: PriorityFacts,
): Promise<PriorityContent> {
  const { listing, seller } = await certificateFactsOf(tx, trade.id);
  const records = await findPriorityRecords(tx, trade.listingId);
  const [atNotice] = records;
  const eligible = (await findEligible(tx, trade.id)).map(({ answeredAt, ...row }) => ({
    ...row,
    answeredAt: instant(answeredAt),
  }));
  const breaches = await findBreaches(tx, trade.id);
  return {
    version: 1,
    number,
    trade: trade.number,
    listing,
    quota: told.quota,
    seller,
    rule: atNotice?.policy ?? '',
    tiers: tiersOf(
      {
        noticeAt: told.noticeAt.toISOString(),
        cityWindowEndsAt: instant(told.cityWindowEndsAt),
        depositCloseAt: instant(told.depositCloseAt),
      },
      { needs: atNotice?.needs ?? 0, need: atNotice?.position.need ?? null },
      eligible,
    ),
    margins: records.map(({ moment, at, policy, position, holds }) => ({
      moment,
      at: at.toISOString(),
      rule: policy,
      ...position,
      holds,
    })),
    breaches: breaches.map(({ raisedAt, decision, reason, decidedAt }) => ({
      raisedAt: raisedAt.toISOString(),
      decision,
      reason,
      decidedAt: instant(decidedAt),
    })),
    issuedAt: tx.now.toISOString(),
  };
}
