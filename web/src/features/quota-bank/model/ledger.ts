import { type Component, components, parseQuantities } from '@muheng/contracts/common/component';
import type { CapacityUnits, SquareMetres } from '@muheng/contracts/common/quantity';
import { areaText, capacityText } from '../../../lib/format/area.js';
import type { LedgerPart } from '../../../ui/ledger-bar.js';
import type { Accounts, Arithmetic } from '../api/bank.js';

/** One component of an account: what claims it, and what is left or missing. */
export interface LedgerLine {
  component: Component;
  stock: bigint;
  margin: bigint;
  parts: LedgerPart[];
}

/** A quantity in the unit of the rule: hectares, or kilograms. */
export const quantityText = (component: Component, value: bigint): string =>
  component === 'capacity' ? capacityText(value as CapacityUnits) : areaText(value as SquareMetres, 'ha');

type Balances = Accounts['SFQ'];

/**
 * available − need − reserve = margin (domain §8), drawn with what is on sale already. A need beyond the stock fills
 * what there is; its figure stays whole.
 */
export function ledgerLines(balances: Balances, arithmetic: Arithmetic): LedgerLine[] {
  const available = parseQuantities(arithmetic.available);
  const need = parseQuantities(arithmetic.need);
  const reserve = parseQuantities(arithmetic.reserve);
  const margin = parseQuantities(arithmetic.margin);
  const listed = parseQuantities(balances.listed);
  const settling = parseQuantities(balances.inSettlement);
  return components.map((component) => {
    const onSale = listed[component] + settling[component];
    const kept = need[component] + reserve[component];
    const surplus = margin[component] > 0n ? margin[component] : 0n;
    const drawn = kept < available[component] ? kept : available[component];
    const part = (key: LedgerPart['key'], amount: bigint, text: bigint): LedgerPart => ({
      key,
      amount,
      text: quantityText(component, text),
    });
    return {
      component,
      stock: available[component] + onSale,
      margin: margin[component],
      parts: [part('listed', onSale, onSale), part('need', drawn, kept), part('surplus', surplus, surplus)],
    };
  });
}

const buckets = [
  'available',
  'listed',
  'inSettlement',
  'earmarked',
  'frozen',
  'writtenOff',
  'deducted',
  'expired',
] as const;
export type Bucket = (typeof buckets)[number];

/** The buckets that hold something of a component, in the order of a quota's life. */
export function filledBuckets(
  balances: Balances,
  component: Component,
): { bucket: Bucket; amount: bigint }[] {
  return buckets.flatMap((bucket) => {
    const amount = parseQuantities(balances[bucket])[component];
    return amount > 0n ? [{ bucket, amount }] : [];
  });
}

export const isEmptyAccount = (balances: Balances): boolean =>
  components.every((component) => filledBuckets(balances, component).length === 0);
