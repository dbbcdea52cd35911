import { type FormEvent, nextFormStage } from '@muheng/contracts/common/form-lifecycles';
import type { ListingStatus, TradeForm } from '@muheng/contracts/common/statuses';
import { decided } from '../../../kernel/errors/decided.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { updateListing } from '../persistence/listing.repository.js';

/**
 * Moves a listing to where the table of its form says. Throws `listing.wrong-status` for what stands in no row. The caller
 * holds the listing's lock and has judged that it is time.
 */
export async function moveListing(
  tx: Tx,
  { id, form, status }: { id: string; form: TradeForm; status: ListingStatus },
  event: Extract<FormEvent, 'open' | 'start-timed' | 'draw'>,
): Promise<void> {
  await updateListing(tx, id, { status: decided(nextFormStage(form, status, event)) as ListingStatus });
}
