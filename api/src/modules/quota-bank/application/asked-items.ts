import { type Quantities, type QuotaKind, zeroQuantities } from '@muheng/contracts/common/component';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { CertificationItem } from '../domain/certification.js';
import { readLotHoldings } from '../persistence/holdings.repository.js';
import { findLotRecords } from '../persistence/lot.repository.js';

export interface AskedItem {
  lotId: string;
  /** Null stands for all of the lot that is available. */
  quantities: Quantities | null;
}

/**
 * The lots that a certificate is asked for, with what they have to prove and what they hold. A lot of another party,
 * or of the other indicator, is as unknown as one that does not exist: `quota.not-found`.
 */
export async function findAskedItems(
  tx: Tx | ReadTx,
  { countyId, quota, items }: { countyId: string; quota: QuotaKind; items: readonly AskedItem[] },
): Promise<(CertificationItem & { lotId: string })[]> {
  const ids = items.map((item) => item.lotId);
  const records = await findLotRecords(tx, ids);
  const holdings = await readLotHoldings(tx, ids);
  return items.map(({ lotId, quantities }, index) => {
    const record = records.get(lotId);
    if (record?.ownerId !== countyId || record.quota !== quota) {
      throw new Refusal('quota.not-found', { params: { lot: lotId }, pointer: `/items/${index}/lotId` });
    }
    const { id: _id, ownerId: _owner, ...lot } = record;
    const available = holdings.get(lotId)?.get('available') ?? zeroQuantities;
    return { lotId, lot: { ...lot, isOwn: true }, available, asked: quantities ?? available };
  });
}
