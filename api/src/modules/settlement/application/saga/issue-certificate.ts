import { createHash, randomInt } from 'node:crypto';
import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { canonicalJson } from '../../domain/canonical.js';
import {
  type CertificateFacts,
  type CertifiedLot,
  findCertificateFacts,
  findCertifiedLots,
} from '../../persistence/certificate-facts.repository.js';
import {
  type CertificateContent,
  insertCertificates,
  type NewCertificate,
} from '../../persistence/certificate.repository.js';
import { nextNumbers } from '../../persistence/number-series.js';
import { setStatus, type TradeRow } from '../../persistence/trade.repository.js';
import { insertSteps } from '../../persistence/trade-step.repository.js';
import { issuePriorityCertificates } from './issue-priority-certificate.js';
import type { SagaStep } from './saga-step.js';
import { statusAfter } from './small-steps.js';

/** The buyer's proof: numbered, with a code to check it by and a digest over all that it says. */
export const issueCertificate: SagaStep = {
  name: 'certificate',
  act: async (tx, trades) => {
    const status = statusAfter(trades, 'issue-certificate');
    const ids = trades.map(({ id }) => id);
    const facts = await findCertificateFacts(tx, ids);
    const certificates = await certificatesOf(tx, trades, facts);
    await insertCertificates(tx, certificates);
    await issuePriorityCertificates(tx, trades, facts);
    await setStatus(tx, ids, status);
    await insertSteps(
      tx,
      'certificate-issued',
      ids,
      certificates.map(({ number }) => ({ number })),
    );
    for (const { id, tradeId, number, digest } of certificates) {
      // The digest is in the audit log too, whose root the regulator holds: so a certificate can prove itself.
      tx.audit('certificate', id, { number, digest: digest.toString('hex') });
      // One job for the certificate's document and for the receipt, which is due since the price came.
      tx.publish('trade.papers', { subjectId: tradeId });
    }
    return trades;
  },
};

/** One certificate for each trade, in the order of the trades. */
async function certificatesOf(
  tx: Tx,
  trades: readonly TradeRow[],
  facts: ReadonlyMap<string, CertificateFacts>,
): Promise<NewCertificate[]> {
  const ids = trades.map(({ id }) => id);
  const lots = await findCertifiedLots(tx, ids);
  const year = shanghaiYear(tx.now);
  const series = trades.map(({ quota }) => `NX-${quota}-${year}`);
  const wanted = new Map<string, number>();
  for (const each of series) wanted.set(each, (wanted.get(each) ?? 0) + 1);
  const numbers = await nextNumbers(tx, wanted);
  return trades.map((trade, i) => {
    const known = facts.get(trade.id);
    if (!known) throw new Error(`trade ${trade.id} vanished`);
    const own = lots.get(trade.id) ?? [];
    const number = numbers.get(series[i] ?? '')?.shift() ?? '';
    const content = contentOf(trade, number, newCode(), known, own, tx.now);
    const digest = createHash('sha256').update(canonicalJson(content)).digest();
    const validUntil = own[0]?.validUntil ?? null;
    return { id: uuidv7(), number, tradeId: trade.id, code: content.code, content, digest, validUntil };
  });
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Three groups of four out of 32 signs that nobody confuses: 60 bits, so that codes cannot be guessed. */
function newCode(): string {
  const sign = (): string => alphabet[randomInt(alphabet.length)] ?? '0';
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, sign).join('')).join('-');
}

function contentOf(
  trade: TradeRow,
  number: string,
  code: string,
  facts: CertificateFacts,
  lots: readonly CertifiedLot[],
  issuedAt: Date,
): CertificateContent {
  return {
    version: 1,
    number,
    code,
    trade: trade.number,
    ...facts,
    quota: trade.quota,
    priceCny: formatCny(trade.price),
    ...formatQuantities(trade.quantities),
    items: lots.map(({ area, paddy, capacity, validUntil: _end, ...lot }) => ({
      ...lot,
      ...formatQuantities(quantities(area, paddy, capacity)),
    })),
    issuedAt: issuedAt.toISOString(),
    validUntil: lots[0]?.validUntil?.toISOString() ?? null,
  };
}
