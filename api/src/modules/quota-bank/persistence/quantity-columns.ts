import { type Quantities, quantities } from '@muheng/contracts/common/component';

/** Three columns of a row, however prefixed in the query; m², m² and 0.0001 kg. */
export interface QuantityColumns {
  area: bigint;
  paddy: bigint;
  capacity: bigint;
}

export const quantitiesOf = (row: QuantityColumns): Quantities =>
  quantities(row.area, row.paddy, row.capacity);

/** A set of quantities as three array parameters for `unnest`: bigint travels as text. */
export const quantityArrays = (each: readonly Quantities[]): [string[], string[], string[]] => [
  each.map((one) => one.area.toString()),
  each.map((one) => one.paddy.toString()),
  each.map((one) => one.capacity.toString()),
];
