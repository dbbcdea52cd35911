import { assetOf, components, type QuotaKind } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { moveQuota, type QuotaBucket } from '../../ledger/application/journal.js';
import type { Draw } from '../domain/draw-quota.js';

export interface DrawMove {
  /** An entry kind of domain §5. */
  kind: string;
  subjectType: 'use' | 'freeze' | 'act' | 'loan' | 'replacement' | 'lot';
  subjectId: string;
  partyId: string;
  quota: QuotaKind;
  from: QuotaBucket;
  to: QuotaBucket;
}

/** Moves what was drawn between buckets of one owner, all lots in one round trip and one entry. */
export async function moveDraws(tx: Tx, move: DrawMove, draws: readonly Draw[]): Promise<void> {
  const { kind, subjectType, subjectId, partyId, quota, from, to } = move;
  await moveQuota(
    tx,
    draws.flatMap(({ lotId, quantities }) =>
      components.map((component) => ({
        kind,
        subjectType,
        subjectId,
        lotId,
        asset: assetOf(quota, component),
        amount: quantities[component],
        from,
        to,
        toPartyId: partyId,
        toLotId: lotId,
      })),
    ),
  );
}
