import { createHash } from 'node:crypto';
import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { findPriorityRecords, type PriorityRecord } from '../../../quota-bank/application/priority-record.js';
import { canonicalJson } from '../../domain/canonical.js';
import { tiersOf } from '../../domain/priority.js';
import type { CertificateFacts } from '../../persistence/certificate-facts.repository.js';
import { nextNumbers } from '../../persistence/number-series.js';
import {
  type BreachRow,
  type EligibleRow,
  findBreaches,
  findEligible,
  findPriorityFacts,
  insertPriorityCertificates,
  type PriorityContent,
  type PriorityFacts,
} from '../../persistence/priority-certificate.repository.js';
import type { TradeRow } from '../../persistence/trade.repository.js';

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/**
 * The proofs that county-first held for these trades (domain §8): the tiers and what each answered, the seller's margins
 * at notice, close and transfer, the rule's version, and the regulator's word where there was a breach. Its digest is
 * in the audit log, whose signed root the regulator holds. Issued with the trade's certificate, in one transaction.
 */
export async function issuePriorityCertificates(
  tx: Tx,
  trades: readonly TradeRow[],
  facts: ReadonlyMap<string, CertificateFacts>,
): Promise<void> {
  const listingIds = [...new Set(trades.map(({ listingId }) => listingId))];
  const told = await findPriorityFacts(tx, listingIds);
  // Where nothing was put up for everybody, nobody came before anybody.
  const due = trades.filter(({ listingId }) => told.has(listingId));
  if (due.length === 0) return;
  const ids = due.map(({ id }) => id);
  const records = await findPriorityRecords(tx, listingIds);
  const eligible = await findEligible(tx, ids);
  const breaches = await findBreaches(tx, ids);
  const series = `NX-YX-${shanghaiYear(tx.now)}`;
  const numbers = (await nextNumbers(tx, new Map([[series, due.length]]))).get(series) ?? [];
  const rows = due.map((trade, i) => {
    const parties = facts.get(trade.id);
    const listing = told.get(trade.listingId);
    if (!parties || !listing) throw new Error(`trade ${trade.id} vanished`);
    const number = numbers[i] ?? '';
    const content = contentOf(trade, number, tx.now, {
      ...{ parties, listing, records: records.get(trade.listingId) ?? [] },
      ...{ eligible: eligible.get(trade.id) ?? [], breaches: breaches.get(trade.id) ?? [] },
    });
    const digest = createHash('sha256').update(canonicalJson(content)).digest();
    return { id: uuidv7(), tradeId: trade.id, number, content, digest, issuedAt: tx.now };
  });
  await insertPriorityCertificates(tx, rows);
  for (const { id, number, digest } of rows)
    tx.audit('priority-certificate', id, { number, digest: digest.toString('hex') });
}

interface Known {
  parties: CertificateFacts;
  listing: PriorityFacts;
  records: readonly PriorityRecord[];
  eligible: readonly EligibleRow[];
  breaches: readonly BreachRow[];
}

function contentOf(trade: TradeRow, number: string, issuedAt: Date, known: Known): PriorityContent {
  const { parties, listing: told, records, breaches } = known;
  const { listing, seller } = parties;
  const [atNotice] = records;
  const eligible = known.eligible.map(({ answeredAt, ...row }) => ({
    ...row,
    answeredAt: instant(answeredAt),
  }));
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
    issuedAt: issuedAt.toISOString(),
  };
}
