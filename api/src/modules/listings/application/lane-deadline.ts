import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import type { ApprovalLane } from '@muheng/contracts/common/policy';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { startLane } from '../persistence/approval.repository.js';
import { loadCalendar } from '../persistence/calendar.repository.js';
import type { ListingRow } from '../persistence/listing.repository.js';

/** `signed` lanes have signed: the next one has the working days of the listing's own policy from now on. */
export async function startNextLane(
  tx: Tx,
  row: Pick<ListingRow, 'id' | 'policy'>,
  lanes: readonly ApprovalLane[],
  signed: number,
): Promise<void> {
  const lane = lanes[signed];
  if (lane === undefined) return;
  const days = row.policy.approvalLaneDays[lane];
  await startLane(
    tx,
    row.id,
    signed + 1,
    endOfWorkingDays(await tx.marketTime(), days, await loadCalendar(tx)),
  );
}
