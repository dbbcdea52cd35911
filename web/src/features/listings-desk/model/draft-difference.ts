import { formatQuantities, type Quantities } from '@muheng/contracts/common/component';
import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import { groupDigits, trimZeros } from '../../../lib/format/digits.js';
import { wanBrief } from '../../../lib/format/money.js';
import type { Listing } from '../api/listings.js';
import type { ListingDraft } from './listing-draft.js';
import type { DraftPrices } from './prices.js';

/** Every field in which a draft on this machine may differ from the one that the market has. */
export type DifferentField =
  | 'title'
  | 'area'
  | 'paddy'
  | 'capacity'
  | 'start'
  | 'step'
  | 'deposit'
  | 'ceiling'
  | 'notes';

export interface Difference {
  field: DifferentField;
  /** As it is read; empty for nothing. */
  mine: string;
  theirs: string;
}

const wan = (amount: Fen | null): string => (amount === null ? '' : wanBrief(amount));
const ofWire = (wire: string | null): string => (wire === null ? '' : wan(parseCny(wire) as Fen));
const plain = (wire: string): string => groupDigits(trimZeros(wire));

/** In what the draft that somebody typed differs from the version that somebody else kept meanwhile. */
export function differencesOf(
  draft: ListingDraft,
  total: Quantities,
  prices: DraftPrices,
  now: Listing,
): Difference[] {
  const own = formatQuantities(total);
  const rows: Difference[] = [
    // An empty title stands for the market's own.
    { field: 'title', mine: draft.title.trim() || now.title, theirs: now.title },
    { field: 'area', mine: plain(own.areaHa), theirs: plain(now.quantities.areaHa) },
    { field: 'paddy', mine: plain(own.paddyHa), theirs: plain(now.quantities.paddyHa) },
    { field: 'capacity', mine: plain(own.capacityKg), theirs: plain(now.quantities.capacityKg) },
    { field: 'start', mine: wan(prices.start), theirs: ofWire(now.startPriceCny) },
    ...(now.stepCny === null
      ? []
      : [{ field: 'step' as const, mine: wan(prices.step), theirs: ofWire(now.stepCny) }]),
    { field: 'deposit', mine: wan(prices.deposit), theirs: ofWire(now.depositCny) },
    {
      field: 'ceiling',
      mine: draft.noCeiling ? '' : wan(prices.ceiling),
      theirs: ofWire(now.ceilingCny),
    },
    { field: 'notes', mine: draft.notes.trim(), theirs: now.notes },
  ];
  return rows.filter(({ mine, theirs }) => mine !== theirs);
}
