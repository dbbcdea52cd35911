import {
  addQuantities,
  type Component,
  components,
  formatQuantities,
  parseQuantities,
  type Quantities,
  type QuantitiesWire,
  type QuotaKind,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';
import { trimZeros } from '../../../lib/format/digits.js';
import type { PartyKind } from '../../../lib/session.js';
import { wireHa, wireKg } from '../../../lib/typed.js';
import type { Listing, Lot } from '../api/listings.js';

/** One lot and how much of it, as typed. */
export interface ItemDraft {
  lotId: string;
  areaHa: string;
  paddyHa: string;
  capacityKg: string;
}

/** A listing as it is being typed. An empty price follows the policy. */
export interface ListingDraft {
  quota: QuotaKind;
  form: Listing['form'];
  /** Of a negotiated deal. */
  buyerCode: string;
  /** What a reverse purchase asks for, in place of items; absent in drafts kept by an older page. */
  wanted?: Omit<ItemDraft, 'lotId'>;
  /** The lowest price of a reverse purchase, 万元. */
  floor?: string;
  title: string;
  items: ItemDraft[];
  /** Whether `start` is 万元 a 亩 or 万元 in all. */
  startBy: 'mu' | 'total';
  start: string;
  step: string;
  deposit: string;
  ceiling: string;
  noCeiling: boolean;
  notes: string;
}

/** Forms that whoever has quota to sell lists in. */
const sellersForms = [
  'timed-bidding',
  'fixed-price',
  'sealed-first-price',
  'sealed-uniform',
  'negotiated',
  'reverse-purchase',
] as const;
/** A project's owner and a unit have nothing to sell: they ask, and sellers offer (domain §11 F2). */
const buyersForms = ['reverse-purchase'] as const;
export type OfferedForm = (typeof sellersForms)[number];

export const formsOf = (kind: PartyKind): readonly OfferedForm[] =>
  kind === 'project-owner' || kind === 'county-unit' ? buyersForms : sellersForms;

export const emptyListing: ListingDraft = {
  quota: 'SFQ',
  form: 'timed-bidding',
  buyerCode: '',
  title: '',
  items: [],
  startBy: 'mu',
  start: '',
  step: '',
  deposit: '',
  ceiling: '',
  noCeiling: false,
  notes: '',
};

export const fieldOf = { area: 'areaHa', paddy: 'paddyHa', capacity: 'capacityKg' } as const satisfies Record<
  Component,
  keyof QuantitiesWire
>;

export const nothingWanted = { areaHa: '', paddyHa: '', capacityKg: '' } as const;

/** What a lot has free, as it would be typed. */
export function wholeOf(lot: Lot): ItemDraft {
  const { available } = lot.balances;
  const text = (wire: string): string => (/^0*\.?0*$/.test(wire) ? '' : trimZeros(wire));
  return {
    lotId: lot.id,
    areaHa: text(available.areaHa),
    paddyHa: text(available.paddyHa),
    capacityKg: text(available.capacityKg),
  };
}

export const typedWire = (component: Component, typed: string): string | null =>
  typed.trim() === ''
    ? component === 'capacity'
      ? formatKg(0n)
      : formatHa(0n)
    : component === 'capacity'
      ? wireKg(typed)
      : wireHa(typed);

/** The quantities of an item; null while something typed is no quantity. */
export function quantitiesOf(item: Omit<ItemDraft, 'lotId'>): Quantities | null {
  const wire: Partial<QuantitiesWire> = {};
  for (const component of components) {
    const text = typedWire(component, item[fieldOf[component]]);
    if (text === null) return null;
    wire[fieldOf[component]] = text;
  }
  return parseQuantities(wire);
}

/** The sum of all that can be read. */
export const totalOf = (items: readonly ItemDraft[]): Quantities =>
  items.reduce((sum, item) => addQuantities(sum, quantitiesOf(item) ?? zeroQuantities), zeroQuantities);

export type ItemFault = 'notHa' | 'notKg' | 'tooMuch' | 'nothing';

/** What is wrong with an item, by component; `nothing` stands at the area. */
export function itemFaults(item: ItemDraft, lot: Lot | undefined): Partial<Record<Component, ItemFault>> {
  const faults: Partial<Record<Component, ItemFault>> = {};
  const free = lot ? parseQuantities(lot.balances.available) : null;
  for (const component of components) {
    const wire = typedWire(component, item[fieldOf[component]]);
    if (wire === null) faults[component] = component === 'capacity' ? 'notKg' : 'notHa';
    else if (free && parseQuantities({ [fieldOf[component]]: wire })[component] > free[component])
      faults[component] = 'tooMuch';
  }
  const read = quantitiesOf(item);
  if (read && components.every((component) => read[component] === 0n)) faults.area = 'nothing';
  return faults;
}

/** The items of a body: only what is asked for, zeros left out. */
export const itemBodies = (items: readonly ItemDraft[]): ({ lotId: string } & Partial<QuantitiesWire>)[] =>
  items.map((item) => {
    const read = quantitiesOf(item) ?? zeroQuantities;
    const wire = formatQuantities(read);
    const asked = components.filter((component) => read[component] > 0n);
    return {
      lotId: item.lotId,
      ...Object.fromEntries(asked.map((component) => [fieldOf[component], wire[fieldOf[component]]])),
    };
  });

const wanOfCny = (cny: string): string => {
  const digits = cny.replace('.', '').padStart(7, '0');
  return trimZeros(`${digits.slice(0, -6).replace(/^0+(?=\d)/, '')}.${digits.slice(-6)}`);
};

/** A kept draft, to be edited. */
export function draftOf(listing: Listing): ListingDraft {
  const text = (wire: string): string => (/^0*\.?0*$/.test(wire) ? '' : trimZeros(wire));
  return {
    quota: listing.quota,
    form: listing.form,
    buyerCode: listing.namedBuyer?.code ?? '',
    wanted:
      listing.form === 'reverse-purchase'
        ? {
            areaHa: text(listing.quantities.areaHa),
            paddyHa: text(listing.quantities.paddyHa),
            capacityKg: text(listing.quantities.capacityKg),
          }
        : nothingWanted,
    floor: listing.floorCny === null ? '' : wanOfCny(listing.floorCny),
    title: listing.title,
    items: listing.items.map(({ lotId, quantities }) => ({
      lotId,
      areaHa: text(quantities.areaHa),
      paddyHa: text(quantities.paddyHa),
      capacityKg: text(quantities.capacityKg),
    })),
    startBy: 'total',
    start: wanOfCny(listing.startPriceCny),
    step: listing.stepCny === null ? '' : wanOfCny(listing.stepCny),
    deposit: wanOfCny(listing.depositCny),
    ceiling: listing.ceilingCny === null ? '' : wanOfCny(listing.ceilingCny),
    noCeiling: listing.ceilingCny === null,
    notes: listing.notes,
  };
}
