import { formatQuantities } from '@muheng/contracts/common/component';
import { formatHa } from '@muheng/contracts/common/quantity';
import type { quotaUse, quotaUseDetail } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { isNothing } from '../domain/amounts.js';
import { findUseLots } from '../persistence/quota-use-lot.repository.js';
import { findUse, type UseRow } from '../persistence/quota-use.repository.js';
import { findWriteOffs } from '../persistence/write-off.repository.js';

export type UseDetail = z.input<typeof quotaUseDetail>;

export function useView(row: UseRow): z.input<typeof quotaUse> {
  const { id, number, party, quota, projectCode, projectName, needId, needNumber } = row;
  const ended = isNothing(row.writtenOff) ? 'released' : 'written-off';
  return {
    ...{ id, number, party, quota, projectCode, projectName, needId, needNumber },
    status: isNothing(row.held) ? ended : 'earmarked',
    held: formatQuantities(row.held),
    writtenOff: formatQuantities(row.writtenOff),
    released: formatQuantities(row.released),
    earmarkedAt: row.earmarkedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  };
}

/** A use with the lots that it draws from and its approvals. Throws `quota.use-not-found`. */
export async function useDetail(tx: Tx | ReadTx, id: string): Promise<UseDetail> {
  const row = await findUse(tx, id);
  if (!row) throw new Refusal('quota.use-not-found', { params: { use: id } });
  const lots = await findUseLots(tx, id);
  const writeOffs = await findWriteOffs(tx, id);
  return {
    use: useView(row),
    lots: lots.map(({ regime: _regime, isBought: _isBought, ...lot }) => ({
      ...lot,
      held: formatQuantities(lot.held),
      writtenOff: formatQuantities(lot.writtenOff),
    })),
    writeOffs: writeOffs.map(({ quantities, occupied, counted, at, ...rest }) => ({
      ...rest,
      countedHa: formatHa(counted),
      quantities: formatQuantities(quantities),
      occupied: formatQuantities(occupied),
      at: at.toISOString(),
    })),
  };
}
