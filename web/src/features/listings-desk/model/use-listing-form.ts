import {
  components,
  formatQuantities,
  type Quantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { useMemo, useState } from 'react';
import { type Draft, useDraft } from '../../../lib/use-draft.js';
import type { CheckInput, EditedListing, Lot, Policy } from '../api/listings.js';
import {
  emptyListing,
  type ItemDraft,
  itemBodies,
  itemFaults,
  nothingWanted,
  quantitiesOf,
  type ListingDraft,
  type OfferedForm,
  totalOf,
  wholeOf,
} from './listing-draft.js';
import { type DraftPrices, priceBody, pricesOf } from './prices.js';

export interface ListingForm {
  /** Forms of sale that this party may choose. */
  forms: readonly OfferedForm[];
  draft: Draft<ListingDraft>;
  total: Quantities;
  prices: DraftPrices;
  lots: ReadonlyMap<string, Lot>;
  take: (lot: Lot) => void;
  changeItem: (lotId: string, change: Partial<ItemDraft>) => void;
  removeItem: (lotId: string) => void;
  /** What county-first should be asked; null while nothing can be asked. */
  check: CheckInput | null;
  faulty: boolean;
  body: () => EditedListing;
}

/** The state of a listing being typed: kept on this machine, summed, priced, ready to be asked about and sent. */
export function useListingForm(
  name: string,
  initial: ListingDraft | null,
  lots: readonly Lot[],
  policy: Policy,
  forms: readonly OfferedForm[],
  version?: number,
): ListingForm {
  const [empty] = useState({ ...emptyListing, form: forms[0] ?? emptyListing.form });
  const draft = useDraft<ListingDraft>(`listing.${name}`, initial ?? empty, version);
  const byId = useMemo(() => new Map(lots.map((lot) => [lot.id, lot])), [lots]);
  const { value, change } = draft;
  const isPurchase = value.form === 'reverse-purchase';
  const wanted = quantitiesOf(value.wanted ?? nothingWanted);
  const total = isPurchase ? (wanted ?? zeroQuantities) : totalOf(value.items);
  const prices = pricesOf(value, total, policy);
  const itemsFaulty = value.items.some(
    (item) => Object.keys(itemFaults(item, byId.get(item.lotId))).length > 0,
  );
  const pricesFaulty =
    prices.start === null ||
    prices.step === null ||
    prices.deposit === null ||
    prices.floor === null ||
    (value.ceiling.trim() !== '' && !value.noCeiling && prices.ceiling === null);
  const something = components.some((component) => total[component] > 0n);
  const items = itemBodies(value.items);
  return {
    forms,
    draft,
    total,
    prices,
    lots: byId,
    take: (lot) => change({ items: [...value.items, wholeOf(lot)], quota: lot.quota }),
    changeItem: (lotId, part) =>
      change({ items: value.items.map((item) => (item.lotId === lotId ? { ...item, ...part } : item)) }),
    removeItem: (lotId) => change({ items: value.items.filter((item) => item.lotId !== lotId) }),
    check:
      something && !isPurchase && !value.items.some((item) => itemFaults(item, undefined).area === 'notHa')
        ? { quota: value.quota, items: items.filter((item) => Object.keys(item).length > 1) }
        : null,
    faulty: (isPurchase ? !something : value.items.length === 0 || itemsFaulty) || pricesFaulty,
    body: () => ({
      form: value.form,
      ...(value.form === 'negotiated' ? { buyerCode: value.buyerCode.trim() } : {}),
      ...(value.title.trim() ? { title: value.title.trim() } : {}),
      ...(isPurchase ? { wanted: { quota: value.quota, ...formatQuantities(total) } } : { items }),
      ...priceBody(value, prices),
      ...(value.notes.trim() ? { notes: value.notes.trim() } : {}),
    }),
  };
}
