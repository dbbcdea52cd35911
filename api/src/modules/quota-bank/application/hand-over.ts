import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { assetOf, components, type QuotaKind } from '@muheng/contracts/common/component';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { moveQuota } from '../../ledger/application/journal.js';
import type { Draw } from '../domain/draw-quota.js';
import { insertHandedLots } from '../persistence/lot.repository.js';
import { takeNumbers } from '../persistence/number-series.js';

export interface HandOver {
  /** reserve-in, borrowed, returned-loan, replacement: an entry kind of domain §5. */
  kind: string;
  subjectType: 'act' | 'loan';
  subjectId: string;
  quota: QuotaKind;
  to: { id: string; code: string };
}

/**
 * Gives available quota to another party outside a trade: a lot of its own for each lot drawn from, with the same
 * origin, grade and end of validity, and never resalable (domain §9). Answers the new lots in the order of the draws.
 */
export async function handOver(tx: Tx, hand: HandOver, draws: readonly Draw[]): Promise<string[]> {
  const { kind, subjectType, subjectId, quota, to } = hand;
  const series = `${quota}-${shanghaiYear(tx.now)}-${to.code}`;
  const numbers = await takeNumbers(
    tx,
    draws.map(() => series),
  );
  const lots = draws.map((draw, index) => ({ ...draw, id: uuidv7(), number: numbers[index] ?? '' }));
  await insertHandedLots(
    tx,
    { ownerId: to.id, loanId: kind === 'borrowed' ? subjectId : null },
    lots.map(({ id, number, lotId, quantities }) => ({ id, number, parentLotId: lotId, quantities })),
  );
  await moveQuota(
    tx,
    lots.flatMap(({ id, lotId, quantities }) =>
      components.map((component) => ({
        kind,
        subjectType,
        subjectId,
        lotId,
        asset: assetOf(quota, component),
        amount: quantities[component],
        from: 'available' as const,
        to: 'available' as const,
        toPartyId: to.id,
        toLotId: id,
      })),
    ),
  );
  return lots.map((lot) => lot.id);
}
