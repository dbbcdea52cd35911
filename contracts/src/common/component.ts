import type { CapacityUnits, SquareMetres } from './quantity.js';
import { formatHa, formatKg, parseHa, parseKg } from './quantity.js';

/** The two indicators (domain §3): supplementary farmland quota and linkage savings quota. */
export const quotaKinds = ['SFQ', 'LSQ'] as const;
export type QuotaKind = (typeof quotaKinds)[number];

/** The three separately tradable numbers of a quota (domain §1.2). */
export const components = ['area', 'paddy', 'capacity'] as const;
export type Component = (typeof components)[number];

export const quotaAssets = [
  'SFQ.AREA',
  'SFQ.PADDY',
  'SFQ.CAPACITY',
  'LSQ.AREA',
  'LSQ.PADDY',
  'LSQ.CAPACITY',
] as const;
export type QuotaAsset = (typeof quotaAssets)[number];
export type Asset = 'CNY' | QuotaAsset;

export const assetOf = (quota: QuotaKind, component: Component): QuotaAsset =>
  `${quota}.${component.toUpperCase() as Uppercase<Component>}`;

/** Quantities of one indicator, in m², m² and 0.0001 kg. */
export interface Quantities {
  area: SquareMetres;
  paddy: SquareMetres;
  capacity: CapacityUnits;
}

/** The same on the wire. */
export interface QuantitiesWire {
  areaHa: string;
  paddyHa: string;
  capacityKg: string;
}

export const zeroQuantities: Quantities = {
  area: 0n as SquareMetres,
  paddy: 0n as SquareMetres,
  capacity: 0n as CapacityUnits,
};

/** Builds quantities from any bigint-like triple, e.g. three columns of a row. */
export const quantities = (area: bigint, paddy: bigint, capacity: bigint): Quantities => ({
  area: area as SquareMetres,
  paddy: paddy as SquareMetres,
  capacity: capacity as CapacityUnits,
});

/** Combines component by component. */
export const zipQuantities = (
  left: Quantities,
  right: Quantities,
  combine: (left: bigint, right: bigint, component: Component) => bigint,
): Quantities =>
  quantities(
    combine(left.area, right.area, 'area'),
    combine(left.paddy, right.paddy, 'paddy'),
    combine(left.capacity, right.capacity, 'capacity'),
  );

export const addQuantities = (left: Quantities, right: Quantities): Quantities =>
  zipQuantities(left, right, (a, b) => a + b);
export const subtractQuantities = (left: Quantities, right: Quantities): Quantities =>
  zipQuantities(left, right, (a, b) => a - b);
export const lesserQuantities = (left: Quantities, right: Quantities): Quantities =>
  zipQuantities(left, right, (a, b) => (a < b ? a : b));

/** Absent quantities are zero (replay.md). */
export const parseQuantities = (wire: Partial<QuantitiesWire>): Quantities => ({
  area: parseHa(wire.areaHa ?? '0'),
  paddy: parseHa(wire.paddyHa ?? '0'),
  capacity: parseKg(wire.capacityKg ?? '0'),
});

export const formatQuantities = (value: Quantities): QuantitiesWire => ({
  areaHa: formatHa(value.area),
  paddyHa: formatHa(value.paddy),
  capacityKg: formatKg(value.capacity),
});
