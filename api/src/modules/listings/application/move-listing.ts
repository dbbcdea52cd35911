import {
  type FormEvent,
  type FormStage,
  nextFormStage,
  stageOf,
} from '@muheng/contracts/common/form-lifecycles';
import type { ListingStatus, TradeForm } from '@muheng/contracts/common/statuses';
import { decided } from '../../../kernel/errors/decided.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { updateListing } from '../persistence/listing.repository.js';

interface Standing {
  form: TradeForm;
  status: ListingStatus;
}

/**
 * The stage after an event by the table of the listing's form. Throws `listing.wrong-status` for what stands in no row.
 * `areSealsClosed`: sealed bids are in and wait to be opened, which the status does not tell.
 */
export const requireMove = (
  { form, status }: Standing,
  event: FormEvent,
  areSealsClosed = false,
): FormStage => decided(nextFormStage(form, stageOf(status, areSealsClosed) ?? status, event));

/**
 * Moves a listing to where the table of its form says. Throws `listing.wrong-status` for what stands in no row. The caller
 * holds the listing's lock and has judged that it is time.
 */
export async function moveListing(
  tx: Tx,
  row: Standing & { id: string },
  event: Extract<FormEvent, 'open' | 'start-timed' | 'draw'>,
): Promise<void> {
  await updateListing(tx, row.id, { status: requireMove(row, event) as ListingStatus });
}
