import { createHash, randomInt } from 'node:crypto';
import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import { v7 as uuidv7 } from 'uuid';
import { decided } from '../../../../kernel/errors/decided.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { canonicalJson } from '../../domain/canonical.js';
import { nextTradeStatus } from '../../domain/lifecycle.js';
import { findCertificateFacts, findCertifiedLots } from '../../persistence/certificate-facts.repository.js';
import { type CertificateContent, insertCertificate } from '../../persistence/certificate.repository.js';
import { nextNumber } from '../../persistence/number-series.js';
import { insertStep, type TradeRow, updateTrade } from '../../persistence/trade.repository.js';
import { issuePriorityCertificate } from './issue-priority-certificate.js';
import type { SagaStep } from './saga-step.js';

/** The buyer's proof: numbered, with a code to check it by and a digest over all that it says. */
export const issueCertificate: SagaStep = {
  name: 'certificate',
  act: async (tx, trade) => {
    const status = decided(nextTradeStatus(trade.status, 'issue-certificate'));
    const id = uuidv7();
    const number = await nextNumber(tx, `NX-${trade.quota}-${shanghaiYear(tx.now)}`);
    const { content, validUntil } = await contentOf(tx, trade, number, newCode());
    const digest = createHash('sha256').update(canonicalJson(content)).digest();
    await insertCertificate(tx, {
      id,
      number,
      tradeId: trade.id,
      code: content.code,
      content,
      digest,
      validUntil,
    });
    await issuePriorityCertificate(tx, trade);
    await updateTrade(tx, trade.id, { status });
    await insertStep(tx, trade.id, 'certificate-issued', { number });
    // The digest is in the audit log too, whose root the regulator holds: so a certificate can prove itself.
    tx.audit('certificate', id, { number, digest: digest.toString('hex') });
    tx.publish('certificate.render', { subjectId: id });
    return true;
  },
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Three groups of four out of 32 signs that nobody confuses: 60 bits, so that codes cannot be guessed. */
function newCode(): string {
  const sign = (): string => alphabet[randomInt(alphabet.length)] ?? '0';
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, sign).join('')).join('-');
}

async function contentOf(
  tx: Tx,
  trade: TradeRow,
  number: string,
  code: string,
): Promise<{ content: CertificateContent; validUntil: Date | null }> {
  const facts = await findCertificateFacts(tx, trade.id);
  const lots = await findCertifiedLots(tx, trade.id);
  const validUntil = lots[0]?.validUntil ?? null;
  const content: CertificateContent = {
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
    issuedAt: tx.now.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
  };
  return { content, validUntil };
}
